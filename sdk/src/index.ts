// What `@terminus-hub/sdk` exports: the client, its types, and every error.
export type { Attempt, RateLimit } from "./core/answer.js";
export type { Call, SafeResult, WithResponse } from "./core/call.js";
export type { Clock } from "./core/clock.js";
export type { SecretSource } from "./core/credential.js";
export {
  AbortError,
  AuthenticationError,
  type CallError,
  ConfigurationError,
  ConnectionError,
  InvalidRequestError,
  isSdkError as isTerminusError,
  NotFoundError,
  PaginationError,
  PermissionDeniedError,
  RateLimitError,
  ResponseError,
  SdkError as TerminusError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
} from "./core/errors.js";
export type { List } from "./core/list.js";
export type { Logger, LogLevel } from "./core/log.js";
export type { Middleware, Next, OutgoingRequest } from "./core/middleware.js";
export type { ListOptions, RequestOptions, RetryEvent } from "./core/options.js";
export * from "./terminus-hub/client.js";
export type * from "./terminus-hub/generated/resources.js";
export type { paths } from "./terminus-hub/generated/schema.js";
export { keyStore } from "./terminus-hub/key-store.js";
