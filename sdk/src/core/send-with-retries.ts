// One call from its first attempt to its last, with time limits, retries, and an error that lists the attempts.
import { isObject, type PreparedRequest, parseJson, responseError, sendAttempt } from "./attempt.js";
import { logAttempt } from "./attempt-log.js";
import { ConfigurationError, SdkError, TimeoutError } from "./errors.js";
import type { CallSettings, Settings } from "./options.js";
import { redactCause } from "./redact-cause.js";
import type { Answer, Attempt } from "./response-meta.js";
import { backoff, mayRetry, neverSent } from "./retry.js";
import { retryAfterSeconds } from "./retry-after.js";
import { withLimit } from "./time-limit.js";

/** What a call ends with: the last answer, its data, and every attempt. */
export interface Delivery {
  readonly answer: Answer;
  readonly data: unknown;
  readonly attempts: readonly Attempt[];
}

/** A delivery whose data is known to be as expected. */
export interface Result<T> extends Delivery {
  readonly data: T;
}

/** Whether a body is what it should be, or `null` if no body is expected. */
export type IsExpectedBody = null | ((body: unknown, text: string) => boolean);

/** Sends until it succeeds, must not be repeated, or has run out of tries or time. With `raw`, any status is an answer. */
export async function sendWithRetries(
  settings: Settings,
  request: PreparedRequest,
  call: CallSettings,
  isExpected: IsExpectedBody,
  raw?: boolean,
): Promise<Delivery> {
  const { api, clock, logLevel, redact, rotates } = settings;
  const { method, url } = request;
  const { timeout, deadline, maxRetries, maxRetryAfter, signal } = call;
  if (signal && !signal.addEventListener) {
    throw new ConfigurationError(
      "The option signal must be an AbortSignal, such as controller.signal. Nothing was sent.",
    );
  }
  const end = clock.now() + deadline;
  const attempts: Attempt[] = [];
  let retries = 0;
  let mayAskForNewKey = rotates;
  let maybeDone = false;
  let wait: number | undefined;
  for (let attempt = 1; ; attempt++) {
    let startedAt = clock.now();
    let timeLeft = end - startedAt;
    const timeoutError = () =>
      new TimeoutError(
        redact(
          `${method} ${url} took longer than its ${timeLeft < timeout ? `deadline of ${deadline}` : `timeout of ${timeout}`} ms.`,
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
        await withLimit(clock, Infinity, timeoutError, signal, (ended) => clock.sleep(ms, ended));
        startedAt = clock.now();
        timeLeft = end - startedAt;
      }
      answer = await withLimit(clock, Math.min(timeout, timeLeft), timeoutError, signal, (ended) =>
        sendAttempt(
          settings,
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
      data = parseJson(text);
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
    if (mayAskForNewKey && status === 401) {
      mayAskForNewKey = false;
      delay = 0;
    } else if (error && retries < maxRetries && mayRetry(method, status, error)) {
      const asked = answer && retryAfterSeconds(answer.headers, answer.time);
      const wait = asked === undefined ? backoff(retries) : asked * 1000;
      retries++; // a server that says when to come back is not asked for ever
      if ((asked === undefined || wait <= maxRetryAfter) && clock.now() + wait < end) delay = wait;
      maybeDone ||= status ? status >= 500 : !neverSent(error);
    }

    const sdkError = error instanceof SdkError ? error : undefined;
    if (sdkError?.cause) sdkError.cause = redactCause(sdkError.cause, redact);
    if (sent || answer) attempts.push(entry);
    if (sdkError) entry.error = sdkError.name;
    if (delay !== undefined) entry.delay = delay;
    if (logLevel) logAttempt(settings, request, entry, !!error, clock.now() - startedAt, answer?.text);

    if (delay === undefined) {
      if (answer && (!error || (raw && !success))) return { answer, data: isExpected ? data : undefined, attempts };
      if (sdkError) sdkError.attempts = attempts;
      throw error;
    }
    call.onRetry?.({ attempt, delay, error: sdkError as SdkError });
    wait = delay;
  }
}
