// Writes a line about each attempt, and its bodies in a line of their own. No secret is in either.
import type { PreparedRequest } from "./attempt.js";
import { LEVELS } from "./log.js";
import type { Settings } from "./options.js";
import type { Attempt } from "./response-meta.js";

/** Logs how an attempt went. `ms` is how long it took, `text` is the body of the answer. */
export function logAttempt(
  { api, logger, logLevel, redact }: Settings,
  { method, url, body = "" }: PreparedRequest,
  { status, error, delay }: Attempt,
  failed: boolean,
  ms: number,
  text = "",
): void {
  const write = (level: 1 | 2 | 3 | 4, what: string) => {
    if (!what || logLevel < level) return;
    const line = redact(`${api.name} ${method} ${url}${what}`).replace(/[\s\p{C}]+/gu, " ");
    // Stdout is the program's own.
    logger ? logger[LEVELS[level]](line) : console.error(line);
  };
  const next = delay === undefined ? "" : `, again in ${Math.round(delay)} ms`;
  write(failed ? (delay === undefined ? 1 : 2) : 3, ` ${status ?? error} in ${ms} ms${next}`);
  write(4, (body && ` > ${body}`) + (text && ` < ${text.slice(0, 10_000)}`));
}
