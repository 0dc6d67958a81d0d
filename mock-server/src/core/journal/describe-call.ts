// A call in a line, as messages show it.
import type { Call } from "./journal.js";

/** One call in a line: what was asked, what came of it, and why. */
export function describeCall({ number, method, url, status, outcome, why }: Call): string {
  return `#${number} ${method} ${url} -> ${status ?? outcome}${why === undefined ? "" : ` (${why})`}`;
}
