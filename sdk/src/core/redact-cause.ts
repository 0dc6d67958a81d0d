// Keeps the key out of foreign errors. A caller's own fetch may quote the request that failed.
import type { Redact } from "./redact.js";

/**
 * The cause itself. If a secret stands in it or in anything that it holds, or if that is too much to search, only its
 * name, message and code, redacted.
 */
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
