// One call from first attempt to last: time limits, retries, and the error that tells the story.

import { ConfigurationError, type ReadField, SdkError, TimeoutError } from "./errors.js";
import { LEVELS } from "./log.js";
import { composeMiddleware } from "./middleware.js";
import type { CallSettings, Settings } from "./options.js";
import { redactCause } from "./redact-cause.js";
import type { Answer, Attempt } from "./response-meta.js";
import { backoff, mayRetry, neverSent } from "./retry.js";
import { retryAfterSeconds } from "./retry-after.js";
import { checkResponse, connectionError, createSendOnce } from "./send-once.js";
import { withLimit } from "./time-limit.js";

/** A request as it was first written down; every attempt replays it. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: string;
  /** By name in lower case. */
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

export interface Delivery {
  readonly answer: Answer;
  readonly data: unknown;
  readonly attempts: readonly Attempt[];
}

/** Whether a body is what it should be; `null` where none is expected. */
export type IsExpectedBody = null | ((body: unknown, text: string) => boolean);

/** Sends until it succeeds, must not be repeated, or has run out of tries or time. With `raw`, any status is an answer. */
export type SendWithRetries = (
  request: PreparedRequest,
  call: CallSettings,
  isExpected: IsExpectedBody,
  raw?: boolean,
) => Promise<Delivery>;

/** The body as JSON, `undefined` where it is none: the parser's own message would quote it, and it may hold a secret. */
function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A JSON object: what every method that gives anything gives. */
export const isObject = (body: unknown): boolean => Object(body) === body && !Array.isArray(body);

/** The error that an answer amounts to. */
function responseError({ api, redact }: Settings, request: PreparedRequest, answer: Answer, body: unknown): SdkError {
  const { status, headers, text, time } = answer;
  const found = Object(api.readError(body));
  const read: ReadField = (name) => (typeof found[name] === "string" ? redact(found[name]) : null);
  const seconds = retryAfterSeconds(headers, time);
  const what =
    status > 299 && status < 400 && headers.has("location")
      ? ` and a redirect to ${headers.get("location")}, which is not followed`
      : status === 429
        ? `: rate limited${seconds ? ` for ${seconds} s` : ""}`
        : text
          ? " and an unreadable body; see rawBody()"
          : " and no body";
  const message = read("message") || redact(`${request.method} ${request.url} was answered with ${status}${what}.`);
  return new (api.errorClass(status))(message, answer, read);
}

export function createSendWithRetries(settings: Settings): SendWithRetries {
  const { api, clock, logger, logLevel, redact, rotates } = settings;
  const sendOnce = createSendOnce(settings);

  const exchange = async (
    request: PreparedRequest,
    call: CallSettings,
    attempt: number,
    signal: AbortSignal,
    onSend: () => void,
    raw?: boolean,
  ) => {
    const { middleware } = call;
    // Each attempt starts afresh, whatever a layer did to the last one.
    const response = await (middleware.length
      ? composeMiddleware(middleware, (outgoing) => sendOnce(outgoing, onSend))({
          ...request,
          headers: new Headers(request.headers),
          signal,
          attempt,
        })
      : sendOnce({ ...request, signal, attempt }, onSend));
    checkResponse(response);
    const copy = raw ? response.clone() : undefined;
    try {
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, response: copy, time: clock.now() };
    } catch (cause) {
      throw connectionError(settings, request, cause);
    }
  };

  return async (request, call, isExpected, raw) => {
    const { method, url } = request;
    const { timeout, deadline, maxRetries, maxRetryAfter, signal } = call;
    if (signal && !signal.addEventListener) {
      throw new ConfigurationError("The option signal is no AbortSignal, such as controller.signal. Nothing was sent.");
    }
    const end = clock.now() + deadline;
    const attempts: Attempt[] = [];
    let retries = 0;
    let mayAsk = rotates;
    let maybeDone = false;
    let wait: number | undefined;
    for (let attempt = 1; ; attempt++) {
      let began = clock.now();
      let left = end - began;
      const late = () =>
        new TimeoutError(
          redact(
            `${method} ${url} took longer than its ${left < timeout ? `deadline of ${deadline}` : `timeout of ${timeout}`} ms.`,
          ),
        );
      const entry: Attempt = {};
      let sent = false;
      let answer: Answer | undefined;
      let data: unknown;
      let error: unknown;
      let success = false;
      try {
        if (wait !== undefined) {
          const ms = wait;
          await withLimit(clock, Infinity, late, signal, (ended) => clock.sleep(ms, ended));
          began = clock.now();
          left = end - began;
        }
        answer = await withLimit(clock, Math.min(timeout, left), late, signal, (ended) =>
          exchange(
            request,
            call,
            attempt,
            ended,
            () => {
              sent = true;
            },
            raw,
          ),
        );
        const { status, text } = answer;
        entry.status = status;
        data = parse(text);
        success = status > 199 && status < 300;
        // On a repeated DELETE, "not found" means done if an earlier one may have got through.
        const gone = status === 404 && maybeDone && method === "DELETE" && !raw;
        const { type, message } = Object(success && !raw && api.readError(data));
        const good = !(type && message) && (isExpected ? isExpected(data, text) : !text || isObject(data));
        if (success ? !good : !gone) error = responseError(settings, request, answer, data);
      } catch (failure) {
        error = failure;
      }

      let delay: number | undefined;
      const status = answer?.status;
      if (mayAsk && status === 401) {
        mayAsk = false;
        delay = 0;
      } else if (error && retries < maxRetries && mayRetry(method, status, error)) {
        const asked = answer && retryAfterSeconds(answer.headers, answer.time);
        const wait = asked === undefined ? backoff(retries) : asked * 1000;
        retries++; // a server that says when to come back is not asked for ever
        if ((asked === undefined || wait <= maxRetryAfter) && clock.now() + wait < end) delay = wait;
        maybeDone ||= status ? status >= 500 : !neverSent(error);
      }

      const known = error instanceof SdkError ? error : undefined;
      if (known?.cause) known.cause = redactCause(known.cause, redact);
      if (sent || answer) attempts.push(entry);
      if (known) entry.error = known.name;
      if (delay !== undefined) entry.delay = delay;
      const kind = !error ? 3 : delay === undefined ? 1 : 2;
      const write = (number: 1 | 2 | 3 | 4, text: string) => {
        if (!text || logLevel < number) return;
        const line = redact(`${api.name} ${method} ${url}${text}`).replace(/[\s\p{C}]+/gu, " ");
        // Stdout is the program's own.
        logger ? logger[LEVELS[number]](line) : console.error(line);
      };
      if (logLevel) {
        const next = delay === undefined ? "" : `, again in ${Math.round(delay)} ms`;
        write(kind, ` ${status ?? known?.name} in ${clock.now() - began} ms${next}`);
        const { body = "" } = request;
        write(4, (body && ` > ${body}`) + (answer?.text ? ` < ${answer.text.slice(0, 10_000)}` : ""));
      }

      if (delay === undefined) {
        if (answer && (!error || (raw && !success))) return { answer, data: isExpected ? data : undefined, attempts };
        if (known) known.attempts = attempts;
        throw error;
      }
      call.onRetry?.({ attempt, delay, error: known as SdkError });
      wait = delay;
    }
  };
}
