// Keeps the key out of what others threw: a fetch of the caller's may quote the request that failed.
import type { Redact } from "./redact.js";

/** The cause itself; where a secret stands in it, or in what hangs on it (or where that is too much to search), its name, message and code without. */
export function redactCause(cause: unknown, redact: Redact): unknown {
  // It grows while it is walked.
  const seen = new Set([cause]);
  for (const value of seen) {
    if (typeof value === "string" ? redact(value) !== value : seen.size > 9_999) {
      const { name, message, code, cause: inner } = Object(cause);
      return Object.assign(new Error(redact(`${message ?? cause}`)), { name, code: code ?? inner?.code });
    }
    if (Object(value) !== value) continue;
    for (const name of Object.getOwnPropertyNames(value)) seen.add((value as Record<string, unknown>)[name]);
  }
  return cause;
}
