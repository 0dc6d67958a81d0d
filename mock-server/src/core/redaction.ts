// Keeps secrets out of everything that is written down: headers that carry credentials, and each secret in any text.

export interface SecretShape {
  readonly secretPrefix: string;
  readonly secretPattern: RegExp;
  readonly secretHeaders: readonly string[];
}

export class Redaction {
  readonly #shape: SecretShape;
  readonly #headers: ReadonlySet<string>;

  constructor(shape: SecretShape) {
    this.#shape = shape;
    this.#headers = new Set([...shape.secretHeaders, "authorization", "cookie", "set-cookie", "proxy-authorization"]);
  }

  /** The text with each secret cut to its prefix and last four characters. */
  text(text: string): string {
    const { secretPrefix, secretPattern } = this.#shape;
    if (!text.includes(secretPrefix)) return text;
    return text.replace(secretPattern, (secret) =>
      secret.length >= secretPrefix.length + 12 ? `${secretPrefix}…${secret.slice(-4)}` : `${secretPrefix}…`,
    );
  }

  /** Names and values in turn; a credential's value is replaced whole. */
  headers(headers: Iterable<readonly [string, string]>): string[] {
    const flat: string[] = [];
    for (const [name, value] of headers) {
      const lower = name.toLowerCase();
      flat.push(lower, this.#headers.has(lower) ? "[redacted]" : this.text(value));
    }
    return flat;
  }
}
