// Takes secrets out of whatever is about to be written down: by their pattern, and by the names the spec flags.
import { SECRET_CHARACTER as C } from "./credential.js";

/** Makes text safe to log: JSON, broken JSON, HTML, URLs. A key shows as `thub_…ab12`. */
export type Redact = (text: string) => string;

/** A redactor for secrets that start with one of `prefixes`, and for JSON fields named in `fields`. */
export function createRedact(prefixes: readonly string[], fields: readonly string[]): Redact {
  // The end is shown only where enough stays hidden.
  const keys = new RegExp(`(${prefixes.join("|")})(?:${C}{8,}(${C}{4})|${C}+)`, "g");
  // Backslashes may stand before the quotes (JSON within JSON), and the value may be cut off before its end.
  const named = new RegExp(`(\\\\*"(?:${fields.join("|")})\\\\*"\\s*:\\s*\\\\*")(?![\\w-]*…)(?:[^"\\\\]|\\\\.)*`, "g");
  return (text) => text.replace(keys, "$1…$2").replace(named, "$1…");
}
