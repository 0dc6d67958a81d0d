// Which failures may be tried again, and after how long. A write is repeated only when it surely did not happen.

import { ConnectionError, TimeoutError } from "./errors.js";

const BACKOFF = 500;
const MAX_BACKOFF = 8_000;

/** The connection was never made: the server cannot have done anything. The last is Bun's spelling. */
const NEVER_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Methods that may be sent twice without harm. */
const REPEATABLE = /^(GET|DELETE)$/;

/** Full jitter: anywhere between nothing and the doubled bound. `retries` counts those already made. */
export function backoff(retries: number): number {
  return Math.random() * Math.min(MAX_BACKOFF, BACKOFF * 2 ** retries);
}

/** Whether an error says that no byte reached the server. Every address must have refused. */
export function neverSent(error: unknown): boolean {
  const { code, cause, errors } = Object(error);
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(neverSent);
  return NEVER_SENT.test(code) || (cause !== undefined && neverSent(cause));
}

/** Whether an attempt may be repeated. `status` is absent if no answer came. */
export function mayRetry(method: string, status: number | undefined, error: unknown): boolean {
  const repeatable = REPEATABLE.test(method);
  if (status) return status === 429 || (repeatable && (status === 408 || status >= 500));
  if (error instanceof TimeoutError) return repeatable;
  // msw refuses a request without a handler by an error of this name. It would refuse the next one too.
  const refused = Object(Object(error).cause).name === "InternalError";
  return error instanceof ConnectionError && !refused && (repeatable || neverSent(error));
}
