// One attempt of a call. It sends the request through the layers, reads the answer to its end, and makes an error of a bad one.
import type { ReadField, SdkError } from "./errors.js";
import { composeMiddleware } from "./middleware.js";
import type { CallSettings, Settings } from "./options.js";
import type { Answer } from "./response-meta.js";
import { retryAfterSeconds } from "./retry-after.js";
import { checkResponse, connectionError, sendOnce } from "./send-once.js";

/** A request that is ready to be sent. Every attempt sends the same one. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: string;
  /** By name in lower case. */
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/** Sends one attempt and reads its answer. It calls `onSend` when the request leaves. With `raw`, it keeps the unread answer too. */
export async function sendAttempt(
  settings: Settings,
  request: PreparedRequest,
  { middleware }: CallSettings,
  attempt: number,
  signal: AbortSignal,
  onSend: () => void,
  raw?: boolean,
): Promise<Answer> {
  // Each attempt starts afresh, whatever a layer did to the last one.
  const response = await (middleware.length
    ? composeMiddleware(middleware, (outgoing) => sendOnce(settings, outgoing, onSend))({
        ...request,
        headers: new Headers(request.headers),
        signal,
        attempt,
      })
    : sendOnce(settings, { ...request, signal, attempt }, onSend));
  checkResponse(response);
  const copy = raw ? response.clone() : undefined;
  try {
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, response: copy, time: settings.clock.now() };
  } catch (cause) {
    throw connectionError(settings, request, cause);
  }
}

/** The body as JSON, or `undefined` if it is not JSON. The parser's own message would quote the body, which may hold a secret. */
export function parseJson(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a body is a JSON object, as the answer of every method with an answer is. */
export const isObject = (body: unknown): boolean => Object(body) === body && !Array.isArray(body);

/** The error that an answer amounts to. */
export function responseError(
  { api, redact }: Settings,
  request: PreparedRequest,
  answer: Answer,
  body: unknown,
): SdkError {
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
