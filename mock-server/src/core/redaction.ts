// Keeps secrets out of everything that is written down: headers that carry credentials, and each secret in any text.

export interface SecretShape {
  readonly secretPrefixes: readonly string[];
  readonly secretPattern: RegExp;
  readonly secretHeaders: readonly string[];
  readonly secretFields: readonly string[];
}

export class Redaction {
  readonly #shape: SecretShape;
  readonly #headers: ReadonlySet<string>;
  readonly #fields: RegExp | undefined;

  constructor(shape: SecretShape) {
    this.#shape = shape;
    this.#headers = new Set([...shape.secretHeaders, "authorization", "cookie", "set-cookie", "proxy-authorization"]);
    this.#fields = fieldPattern(shape.secretFields);
  }

  /** The text with each secret cut to its prefix and last four characters, and without the values of secret fields. */
  text(text: string): string {
    const { secretPrefixes, secretPattern } = this.#shape;
    const shown = secretPrefixes.some((prefix) => text.includes(prefix))
      ? text.replace(secretPattern, (secret) => short(secret, secretPrefixes))
      : text;
    return this.#fields === undefined ? shown : shown.replace(this.#fields, withoutValue);
  }

  /** Names and values in turn; a credential's value is replaced whole. */
  headers(flat: readonly string[]): string[] {
    const safe: string[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      const name = (flat[i] ?? "").toLowerCase();
      safe.push(name, this.#headers.has(name) ? "[redacted]" : this.text(flat[i + 1] ?? ""));
    }
    return safe;
  }
}

function short(secret: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((each) => secret.startsWith(each)) ?? "";
  return secret.length >= prefix.length + 12 ? `${prefix}…${secret.slice(-4)}` : `${prefix}…`;
}

/** A field of JSON (closed or cut off), or of a form or a query. */
function fieldPattern(fields: readonly string[]): RegExp | undefined {
  if (fields.length === 0) return undefined;
  const names = fields.join("|");
  return new RegExp(`("(?:${names})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?|((?:^|[?&])(?:${names})=)[^&]*`, "gs");
}

const withoutValue = (_: string, json: string | undefined, form: string | undefined): string =>
  json === undefined ? `${form}[redacted]` : `${json}"[redacted]"`;
