// One line for each call, for a person or for a program. Neither ever holds a secret.
import type { Call } from "../core/journal/journal.js";

export function prettyLine(call: Call): string {
  const time = call.at.slice(11, 19);
  const status = call.status === undefined ? call.outcome : String(call.status);
  const why = call.why === undefined ? "" : `  ${call.why}`;
  return `${time} ${status.padStart(5)} ${call.method.padEnd(6)} ${call.url}${why}`;
}

export function jsonLine(call: Call): string {
  const { number, at, method, url, operationId, status, outcome, why, credential } = call;
  return JSON.stringify({ number, at, method, url, operationId, status, outcome, why, credential });
}
