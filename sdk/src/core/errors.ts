// Every way a call can fail, one class for each. No error holds a secret where a log or an inspector would find it.
import type { Answer, Attempt } from "./response-meta.js";
import { retryAfterSeconds } from "./retry-after.js";

/** A symbol of the global registry, so that an ESM and a CJS copy of this package recognise each other's errors. */
const KIND = Symbol.for("@terminus-hub/sdk/error");

/** The base of every error that a call or a constructor of this package throws. */
export abstract class SdkError extends Error {
  static readonly [KIND]: string = "SdkError";

  /** The HTTP status of the answer, `undefined` where there was none. */
  abstract readonly status: number | undefined;
  /** One entry per request that was sent, in order. */
  attempts: readonly Attempt[] = [];

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    // From a literal, so that it survives the consumer's minifier.
    this.name = new.target[KIND];
  }

  // biome-ignore-start lint/complexity/noThisInStatic: each subclass asks about itself
  static override [Symbol.hasInstance](value: unknown): boolean {
    const own = Object.hasOwn(this, KIND);
    for (let type = Object(value).constructor; type; type = Object.getPrototypeOf(type)) {
      if (type === this || (own && type[KIND] === this[KIND])) return true;
    }
    return false;
  }
  // biome-ignore-end lint/complexity/noThisInStatic: each subclass asks about itself

  /** What is safe to log. It has no headers and no raw body. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Reads one string of an error body, already redacted. */
export type ReadField = (name: ErrorField) => string | null;
export type ErrorField = (typeof FIELDS)[number] | "message";

const FIELDS = ["type", "code", "param", "path"] as const;

/** The server answered with an error, or with something that the client does not expect. */
export abstract class ResponseError extends SdkError {
  static override readonly [KIND]: string = "ResponseError";

  declare readonly status: number;
  /** The kind of error in the API's own words. The API may add new ones. */
  declare readonly type: string | null;
  /** A finer reason, if the API gives one. The API may add new ones. */
  declare readonly code: string | null;
  /** The input at fault. */
  declare readonly param: string | null;
  /** The place inside a nested body. */
  declare readonly path: string | null;
  readonly #answer: Answer;

  constructor(message: string, answer: Answer, read: ReadField) {
    super(message);
    this.#answer = answer;
    const fields: Record<string, unknown> = { status: answer.status };
    for (const name of FIELDS) fields[name] = read(name);
    Object.assign(this, fields);
  }

  /** The headers of the answer. */
  get headers(): Headers {
    return this.#answer.headers;
  }

  /** The status and the headers of the answer. The status is a plain number. */
  get response(): { readonly status: number; readonly headers: Headers } {
    return { status: this.#answer.status, headers: this.#answer.headers };
  }

  /** Seconds to wait before the next try, from `Retry-After`. It is `undefined` without that header. */
  get retryAfter(): number | undefined {
    return retryAfterSeconds(this.#answer.headers, this.#answer.time);
  }

  /** The text of the answer, cut at 10,000 characters. It may hold a secret: the answer to a key's creation does. */
  rawBody(): string {
    return this.#answer.text.slice(0, 10_000);
  }
}

/** 400, 413, 415, 422: the request is incomplete, too large, not JSON, or has an invalid value. `param` names the input. */
export class InvalidRequestError extends ResponseError {
  static override readonly [KIND] = "InvalidRequestError";
  declare readonly status: 400 | 413 | 415 | 422;
}

/** 401: the key is missing, mistyped, revoked or not recognised. */
export class AuthenticationError extends ResponseError {
  static override readonly [KIND] = "AuthenticationError";
  declare readonly status: 401;
}

/** 403: the key is valid, but the plan or the role does not allow this. */
export class PermissionDeniedError extends ResponseError {
  static override readonly [KIND] = "PermissionDeniedError";
  declare readonly status: 403;
}

/** 404: this account has nothing with that id. */
export class NotFoundError extends ResponseError {
  static override readonly [KIND] = "NotFoundError";
  declare readonly status: 404;
}

/** 429: too many requests. `retryAfter` gives the seconds to wait. */
export class RateLimitError extends ResponseError {
  static override readonly [KIND] = "RateLimitError";
  declare readonly status: 429;
}

/** 5xx: the server failed. */
export class ServerError extends ResponseError {
  static override readonly [KIND] = "ServerError";
}

/**
 * A status that the API does not declare, a redirect that is not followed, or a success that cannot be read.
 * `status` has the type `never`, so that comparing it with an undeclared status does not compile. The number is in
 * `error.response.status`.
 */
export class UnexpectedResponseError extends ResponseError {
  static override readonly [KIND] = "UnexpectedResponseError";
  declare readonly status: never;
}

/** No answer came, because the connection was refused or reset, or the name was not found. `cause` is what the platform said. */
export class ConnectionError extends SdkError {
  static override readonly [KIND] = "ConnectionError";
  declare readonly status: undefined;
}

/** No whole answer came within `timeout` (one attempt) or `deadline` (all attempts). */
export class TimeoutError extends SdkError {
  static override readonly [KIND] = "TimeoutError";
  declare readonly status: undefined;
}

/** The caller's signal aborted. `cause` is its reason. */
export class AbortError extends SdkError {
  static override readonly [KIND] = "AbortError";
  declare readonly status: undefined;
}

/** An option, the key or an argument is wrong. Nothing was sent. */
export class ConfigurationError extends SdkError {
  static override readonly [KIND] = "ConfigurationError";
  declare readonly status: undefined;
}

/** The server repeats a page, or promises more items and sends none, so iterating would never end. */
export class PaginationError extends SdkError {
  static override readonly [KIND] = "PaginationError";
  declare readonly status: undefined;
}

/** The errors that any call can fail with, whatever its operation declares. */
export type CallError =
  | UnexpectedResponseError
  | ConnectionError
  | TimeoutError
  | AbortError
  | ConfigurationError
  | PaginationError;

/** Whether `error` comes from this package, or from another copy of it. */
export function isSdkError(error: unknown): error is SdkError {
  return error instanceof SdkError;
}

/** The class for a status that is not a success. */
export function errorClass(status: number): new (message: string, answer: Answer, read: ReadField) => SdkError {
  if (status >= 500 && status < 600) return ServerError;
  return CLASSES[status] ?? UnexpectedResponseError;
}

const CLASSES: Record<number, ReturnType<typeof errorClass>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  413: InvalidRequestError,
  415: InvalidRequestError,
  422: InvalidRequestError,
  429: RateLimitError,
};
