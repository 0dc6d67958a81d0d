// One call from first attempt to last: time limits, retries, and the error that tells the story.
import type { Answer, Attempt } from "./answer.js";
import { ConnectionError, type ErrorFields, errorClass, SdkError, TimeoutError } from "./errors.js";
import { onion } from "./middleware.js";
import type { CallSettings, Settings } from "./options.js";
import { backoff, mayRetry, neverSent } from "./retry.js";
import { retryAfterSeconds } from "./retry-after.js";
import { withLimit } from "./time-limit.js";
import { connectionError, createWire } from "./wire.js";

/** A request as it was first written down; every attempt replays it. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

export interface Sent {
  readonly answer: Answer;
  readonly data: unknown;
  readonly attempts: readonly Attempt[];
}

/** Whether a body is what it should be; `null` where none is expected. */
export type Read = null | ((body: unknown) => boolean);

/** Sends until it succeeds, must not be repeated, or has run out of tries or time. Without `read`, any status is an answer. */
export type Send = (request: Recorded, call: CallSettings, read?: Read) => Promise<Sent>;

/** The body as JSON, `undefined` where it is none: the parser's own message would quote it, and it may hold a secret. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error that an answer amounts to. `why` says what is wrong with a success. */
function responseError({ api, redact }: Settings, request: Recorded, answer: Answer, body: unknown): SdkError {
  const { status, headers } = answer;
  const found = api.readError(body);
  const read = (name: keyof ErrorFields): string | null => {
    const value = found?.[name];
    return typeof value === "string" ? redact(value) : null;
  };
  const location = headers.get("location");
  const reason = location
    ? `a redirect to ${location}, which is not followed: only reads are, at most 5 times, within their origin`
    : "a body that is not the JSON it should be; rawBody() holds it";
  const fields = {
    type: read("type"),
    code: read("code"),
    message: read("message"),
    param: read("param"),
    path: read("path"),
  };
  const message =
    fields.message || redact(`${request.method} ${request.url} was answered with ${status} and ${reason}.`);
  return new (errorClass(status))(message, answer, fields);
}

export function createSend(settings: Settings): Send {
  const { api, clock, logger, logLevel, redact, rotates } = settings;
  const wire = createWire(settings);

  async function exchange(request: Recorded, call: CallSettings, attempt: number, signal: AbortSignal, raw: boolean) {
    const { method, url, body } = request;
    // Each attempt starts afresh, whatever a layer did to the last one.
    const headers = call.middleware.length ? new Headers(request.headers) : request.headers;
    const response = await onion(call.middleware, wire)({ method, url, headers, body, signal, attempt });
    try {
      const bytes = raw ? await response.arrayBuffer() : undefined;
      const text = bytes ? new TextDecoder().decode(bytes) : await response.text();
      return { status: response.status, headers: response.headers, text, bytes, time: clock.now() };
    } catch (cause) {
      throw connectionError(settings, `${method} ${url} broke off within its answer`, cause);
    }
  }

  return async (request, call, read) => {
    const { method, url } = request;
    const { timeout, deadline, maxRetries, maxRetryAfter, signal, onRetry } = call;
    const raw = read === undefined;
    const start = clock.now();
    const attempts: Attempt[] = [];
    let retries = 0;
    let mayAsk = rotates;
    let maybeDone = false;
    for (;;) {
      const began = clock.now();
      const left = deadline - (began - start);
      const entry: Attempt = {};
      const attempt = attempts.push(entry);
      let answer: Answer | undefined;
      let data: unknown;
      let error: unknown;
      const late = () => {
        const limit = left < timeout ? `the deadline of ${deadline}` : `${timeout}`;
        return new TimeoutError(redact(`${method} ${url} was not answered in full within ${limit} ms.`));
      };
      try {
        answer = await withLimit(clock, Math.min(timeout, left), late, signal, (ended) =>
          exchange(request, call, attempt, ended, raw),
        );
        const { status } = answer;
        entry.status = status;
        const success = status > 199 && status < 300;
        if (!success || read) data = parse(answer.text);
        // On a repeated DELETE, "not found" means done if an earlier one may have got through.
        const gone = status === 404 && maybeDone && method === "DELETE" && !raw;
        if (success ? read && !read(data) : !gone) error = responseError(settings, request, answer, data);
      } catch (failure) {
        error = failure;
      }

      let delay: number | undefined;
      if (mayAsk && answer?.status === 401) {
        mayAsk = false;
        delay = 0;
      } else if (
        error &&
        (answer || error instanceof ConnectionError || error instanceof TimeoutError) &&
        retries < maxRetries &&
        mayRetry(method, answer?.status, error)
      ) {
        const asked = (answer && retryAfterSeconds(answer.headers, answer.time)) ?? -1;
        delay = asked < 0 ? backoff(retries++) : asked * 1000;
        if (asked * 1000 > maxRetryAfter || clock.now() - start + delay >= deadline) delay = undefined;
        maybeDone ||= answer ? answer.status >= 500 : !neverSent(error);
      }

      if (error instanceof SdkError) entry.error = error.name;
      if (delay !== undefined) entry.delay = delay;
      if (logLevel > (error ? 1 : 2)) {
        const ended = entry.status ?? entry.error ?? "failed";
        const then = delay === undefined ? "" : `, next attempt in ${Math.round(delay)} ms`;
        const bodies = logLevel > 3 ? ` > ${request.body ?? ""} < ${answer?.text.slice(0, 10_000) ?? ""}` : "";
        const line = `${api.name} ${method} ${url} ${ended} in ${clock.now() - began} ms${then}${bodies}`;
        logger[error ? "warn" : "info"](redact(line).replace(/\s+/g, " "));
      }

      if (delay === undefined) {
        if (answer && (raw || !error)) return { answer, data, attempts };
        if (error instanceof SdkError) error.attempts = attempts;
        throw error;
      }
      onRetry?.({ attempt, delay, error: error as SdkError });
      const wait = delay;
      if (wait > 0) await withLimit(clock, Infinity, late, signal, (ended) => clock.sleep(wait, ended));
    }
  };
}
