// Takes secrets out of text that is about to be logged. It finds them by their pattern, by the fields that the spec flags, and by the client's own key.
import type { ApiTraits } from "./api-traits.js";
import { SECRET_CHARACTER as C } from "./credential.js";

/** Makes text safe to log: JSON, broken JSON, HTML, URLs. A key shows as `thub_…ab12`. */
export interface Redact {
  (text: string): string;
  /** The credential as it was last sent. It is taken out wherever it stands, also without its prefix. */
  own?: string;
}

/** A shorter credential is not looked for without its prefix, since it would be found by chance. */
const MIN_BARE = 8;

/** A redactor for secrets that start as this API's do, and for JSON fields that it calls secret. */
export function createRedact({
  secretPrefixes,
  secretFields,
}: Pick<ApiTraits, "secretPrefixes" | "secretFields">): Redact {
  const start = `(${secretPrefixes.join("|")})`;
  // The end is shown only where enough stays hidden.
  const keys = new RegExp(`${start}(?:${C}{8,}(${C}{4})|${C}+)`, "g");
  // Backslashes may stand before the quotes (JSON within JSON), and the value may be cut off before its end. What is
  // no text hides all that follows, since where it ends is hard to say.
  const named = new RegExp(
    `(\\\\*"(?:${secretFields.join("|")})\\\\*"\\s*:\\s*)(?:(\\\\*")(?![\\w-]*…)(?:[^"\\\\]|\\\\.)*|-?\\d[\\w.+-]*|[[{].*)`,
    "gs",
  );
  const sent = new RegExp(`^(\\w+[ =])?${start}?`);
  const redact: Redact = (text) => {
    const bare = redact.own?.replace(sent, "") ?? "";
    const safe = text.replace(keys, "$1…$2").replace(named, "$1$2…");
    return bare.length < MIN_BARE ? safe : safe.replaceAll(bare, "…");
  };
  return redact;
}
