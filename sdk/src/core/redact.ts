// Takes secrets out of whatever is about to be written down: by their pattern, and by the names the spec flags.

/** Makes text safe to log: JSON, broken JSON, HTML, URLs. */
export type Redact = (text: string) => string;

/** `thub_…ab12`; the end is shown only where enough stays hidden. */
export function maskKey(key: string, prefix: string): string {
  if (!key.startsWith(prefix)) return "…";
  return `${prefix}…${key.length < prefix.length + 12 ? "" : key.slice(-4)}`;
}

/** A redactor for keys that start with `prefix` and for JSON fields named in `fields`. */
export function createRedact(prefix: string, fields: readonly string[]): Redact {
  const keys = new RegExp(`${prefix}[^\\s"'\`<>\\\\&]+`, "g");
  // Backslashes may stand before the quotes (JSON within JSON), and the value may be cut off before its end.
  const named = new RegExp(`(\\\\*"(?:${fields.join("|")})\\\\*"\\s*:\\s*\\\\*")((?:[^"\\\\]|\\\\.)*)`, "g");
  return (text) =>
    text
      .replace(named, (_, head: string, value: string) => head + maskKey(value, prefix))
      .replace(keys, (key) => maskKey(key, prefix));
}
