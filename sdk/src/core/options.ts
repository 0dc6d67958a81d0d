// The options a caller may set, their defaults, and the one place that checks them.
import type { Access } from "./access.js";
import type { ApiTraits } from "./api-traits.js";
import { type Clock, platformClock } from "./clock.js";
import { isBrowser, readEnv } from "./environment.js";
import { ConfigurationError, type SdkError } from "./errors.js";
import { type Logger, type LogLevel, levelNumber } from "./log.js";
import type { Middleware } from "./middleware.js";
import { createRedact, type Redact } from "./redact.js";

/** What `onRetry` gets before each wait. */
export interface RetryEvent {
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next. */
  readonly delay: number;
  readonly error: SdkError;
}

/** How long to wait, and how often to try. */
export interface Limits {
  /** Milliseconds for one attempt, from sending to the last byte of the body. Default 30,000. */
  timeout: number;
  /** Milliseconds for all attempts and the waits between them. Default 120,000. */
  deadline: number;
  /** Attempts after the first. Each waits a random time below a bound of 500 ms that doubles to 8,000. Default 2. */
  maxRetries: number;
  /** The longest `Retry-After` to wait for, in milliseconds. If it is longer, the call fails at once. Default 60,000. */
  maxRetryAfter: number;
}

/** What applies to every call of a client, or to one. */
export interface CallOptions extends Partial<{ [K in keyof Limits]: Limits[K] | undefined }> {
  /** Headers to add. */
  headers?: Record<string, string> | Iterable<readonly [name: string, value: string]> | undefined;
  /** Layers around each attempt, the first outermost. Those of the client lie outside those of a call. */
  middleware?: readonly Middleware[] | undefined;
  /** Called before each wait for another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** The options of one call. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, a wait included, with an `AbortError`. */
  signal?: AbortSignal | null | undefined;
}

/** The options of one list. */
export interface ListOptions extends RequestOptions {
  /** How many pages to fetch ahead while iterating. Default 0. */
  prefetch?: number | undefined;
}

/** The options that every client has beside its key. */
export interface ClientOptions extends CallOptions {
  /** The host, with a path prefix if need be. Default: the variable `*_BASE_URL`, else the API's own host. */
  baseUrl?: string | undefined;
  /** Sends the requests. Default: `globalThis.fetch`, read at each call. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Takes one line per attempt. Default: one that writes to stderr. */
  logger?: Logger | undefined;
  /** How much to log. Default: the variable `*_LOG`, else `info` if a logger is given, else `off`. */
  logLevel?: LogLevel | undefined;
  /** Allows http to a host that is not loopback. Default: whether the variable `*_ALLOW_INSECURE` is 1. */
  allowInsecure?: boolean | undefined;
  /** Allows use where every visitor can read the key. Default: false. */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** The time for waits, deadlines and dates. Default: the platform's time. */
  clock?: Clock | undefined;
}

/** A client's options, complete and checked. */
export interface Settings extends Access {
  readonly api: ApiTraits;
  readonly fetch: ClientOptions["fetch"];
  readonly clock: Clock;
  readonly logger: Logger | undefined;
  readonly logLevel: number;
  readonly redact: Redact;
  readonly defaults: CallSettings;
}

/** One call's options, complete and checked. */
export interface CallSettings extends Limits {
  readonly signal?: RequestOptions["signal"];
  readonly headers?: Record<string, string> | undefined;
  readonly middleware: readonly Middleware[];
  readonly onRetry?: CallOptions["onRetry"];
}

const DEFAULTS: CallSettings = {
  timeout: 30_000,
  deadline: 120_000,
  maxRetries: 2,
  maxRetryAfter: 60_000,
  middleware: [],
};

/** Headers of any kind as a record. */
export function plainHeaders(headers: object): Record<string, string> {
  return Symbol.iterator in headers ? Object.fromEntries(headers as never) : { ...headers };
}

/** The options of a call over those of the client, or those of the client over the defaults. */
export function callSettings(options: RequestOptions | undefined, base: CallSettings = DEFAULTS): CallSettings {
  if (!options) return base;
  const { headers } = options;
  const settings = {
    ...base,
    signal: options.signal,
    headers: headers ? { ...base.headers, ...plainHeaders(headers) } : base.headers,
    middleware: [base.middleware, options.middleware ?? []].flat(),
    onRetry: options.onRetry ?? base.onRetry,
  };
  for (const name of ["timeout", "deadline", "maxRetries", "maxRetryAfter"] as const) {
    const value = options[name] ?? base[name];
    // 0 retries and 0 ms to wait make sense, 0 ms of time does not.
    const none = name.startsWith("max");
    if (typeof value !== "number" || !(value > 0 || (none && value === 0))) {
      throw new ConfigurationError(`The option ${name} must be ${none ? "0 or more" : "above 0"}, not ${value}.`);
    }
    settings[name] = value;
  }
  return settings;
}

export function resolveSettings(api: ApiTraits, options: ClientOptions): Settings {
  if (Object(options) !== options) {
    throw new ConfigurationError("The options must be an object such as { apiKey }.");
  }
  const readOption = (option: string, variable: string): unknown => {
    const value = (options as Record<string, unknown>)[option];
    // An empty base URL counts as absent. An empty key is a mistake.
    return (option === "baseUrl" && !value ? undefined : value) ?? readEnv(`${api.env}_${variable}`);
  };

  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw new ConfigurationError(
      `${api.name} would show its key to every visitor. Call it from a server, or pass dangerouslyAllowBrowser: true.`,
    );
  }
  return {
    api,
    ...api.access(api, readOption),
    fetch: options.fetch,
    clock: options.clock ?? platformClock,
    logger: options.logger,
    logLevel: levelNumber(readOption("logLevel", "LOG") ?? (options.logger ? "info" : "off"), `${api.env}_LOG`),
    redact: createRedact(api),
    defaults: callSettings(options),
  };
}
