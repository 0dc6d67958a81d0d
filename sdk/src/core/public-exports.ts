// What the entry of every client exports beside the client, which are errors and the types of calls and options.

export type { Call, SafeResult, WithResponse } from "./call.js";
export type { Clock } from "./clock.js";
export type { SecretSource } from "./credential.js";
export {
  AbortError,
  AuthenticationError,
  type CallError,
  ConfigurationError,
  ConnectionError,
  InvalidRequestError,
  isSdkError,
  NotFoundError,
  PaginationError,
  PermissionDeniedError,
  RateLimitError,
  ResponseError,
  SdkError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.js";
export type { List } from "./list.js";
export type { Logger, LogLevel } from "./log.js";
export type { Middleware, Next, OutgoingRequest } from "./middleware.js";
export type { ClientOptions, ListOptions, RequestOptions, RetryEvent } from "./options.js";
export type { Attempt, RateLimit } from "./response-meta.js";
