// Keeps secrets out of everything that is written down: headers that carry credentials, and each secret in any text.

export interface SecretShape {
  readonly secretPrefixes: readonly string[];
  readonly secretPattern: RegExp;
  readonly secretHeaders: readonly string[];
  readonly secretFields: readonly string[];
}

/** Headers whose names say that their value opens something. */
const SECRET_NAME = /(?:key|token|secret|password|authorization|cookies?)$/;
const HIDDEN = "[redacted]";

export class Redaction {
  readonly #shape: SecretShape;
  readonly #headers: ReadonlySet<string>;
  readonly #jsonField: RegExp | undefined;
  readonly #formField: RegExp | undefined;

  constructor(shape: SecretShape) {
    this.#shape = shape;
    this.#headers = new Set(shape.secretHeaders);
    if (shape.secretFields.length === 0) return;
    const names = shape.secretFields.join("|");
    this.#jsonField = new RegExp(`"(?:${names})"\\s*:\\s*`, "gi");
    this.#formField = new RegExp(`((?:^|[?&])(?:${names})(?:(?:\\[|%5b)[^=&]*)?=)[^&]*`, "gi");
  }

  /**
   * The text with each secret cut to its prefix and last four characters, and without the values of secret fields. Percent-encoding and
   * JSON escapes hide none of them: where one comes to light, the text is given as it reads without them.
   */
  text(text: string): string {
    const shown = this.#plain(text);
    if (!text.includes("%") && !text.includes("\\u")) return shown;
    const read = withoutDisguise(shown);
    const cleared = this.#plain(read);
    return cleared === read ? shown : cleared;
  }

  /** Any plain data, with each secret of the API's own form cut in every text of it. Secret fields stay. */
  data(value: unknown): unknown {
    if (typeof value === "string") return this.#secrets(value);
    if (Array.isArray(value)) return value.map((item) => this.data(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [this.#secrets(name), this.data(inner)]));
  }

  /** Names and values in turn; a credential's value is replaced whole. */
  headers(flat: readonly string[]): string[] {
    const safe: string[] = [];
    for (let i = 0; i < flat.length; i += 2) {
      const name = (flat[i] ?? "").toLowerCase();
      const isSecret = this.#headers.has(name) || SECRET_NAME.test(name);
      safe.push(name, isSecret ? HIDDEN : this.text(flat[i + 1] ?? ""));
    }
    return safe;
  }

  #plain(text: string): string {
    const shown = this.#secrets(text);
    if (this.#jsonField === undefined || this.#formField === undefined) return shown;
    return withoutValues(shown, this.#jsonField).replace(this.#formField, `$1${HIDDEN}`);
  }

  #secrets(text: string): string {
    const { secretPrefixes, secretPattern } = this.#shape;
    if (!secretPrefixes.some((prefix) => text.includes(prefix))) return text;
    return text.replace(secretPattern, (secret) => short(secret, secretPrefixes));
  }
}

function short(secret: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((each) => secret.startsWith(each)) ?? "";
  return secret.length >= prefix.length + 12 ? `${prefix}…${secret.slice(-4)}` : `${prefix}…`;
}

/** How often a text may be percent-encoded over and over. */
const DEEPEST = 4;

/** Without escapes of characters that need none: those of which secrets and the names of fields are made. */
function withoutDisguise(text: string): string {
  let read = text.replace(/\\(?:u00([2-7][0-9a-f])|.)/gis, (given, code: string | undefined) =>
    code === undefined ? given : harmless(code, given),
  );
  for (let i = 0; i < DEEPEST && read.includes("%"); i += 1) {
    read = read.replace(/%([2-7][0-9a-f])/gi, (given, code: string) => (code === "25" ? "%" : harmless(code, given)));
  }
  return read;
}

function harmless(code: string, given: string): string {
  const character = String.fromCharCode(Number.parseInt(code, 16));
  return /[\w.~-]/.test(character) ? character : given;
}

/** JSON without the values of the fields whose beginning is given: all but null, true and false, closed or cut off. */
function withoutValues(text: string, field: RegExp): string {
  field.lastIndex = 0;
  let found = field.exec(text);
  if (found === null) return text;
  let safe = "";
  let from = 0;
  while (found !== null) {
    const start = field.lastIndex;
    const end = valueEnd(text, start);
    safe += text.slice(from, start) + (end > start ? `"${HIDDEN}"` : "");
    from = end;
    field.lastIndex = end;
    found = field.exec(text);
  }
  return safe + text.slice(from);
}

const NO_SECRET = new Set(["null", "true", "false"]);

/** Where the value that begins here ends, be it JSON or not; here, for what can be no secret. */
function valueEnd(text: string, start: number): number {
  const first = text[start] ?? "";
  if (first !== '"' && first !== "[" && first !== "{") {
    const bare = /^[^\s,}\]]*/.exec(text.slice(start))?.[0] ?? "";
    return NO_SECRET.has(bare) ? start : start + bare.length;
  }
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character === "\\") i += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (!quoted && depth === 0) return i + 1;
  }
  return text.length;
}
