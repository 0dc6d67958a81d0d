// The options a caller may set, their defaults, and the one place that checks them.
import type { Api } from "./api.js";
import { checkBaseUrl } from "./base-url.js";
import { type Clock, platformClock } from "./clock.js";
import { type AskSecret, type Credential, createAsk, type SecretSource } from "./credential.js";
import { isBrowser, readEnv } from "./environment.js";
import { ConfigurationError, type SdkError } from "./errors.js";
import { type Logger, type LogLevel, levelNumber } from "./log.js";
import type { Middleware } from "./middleware.js";
import { createRedact, maskKey, type Redact } from "./redact.js";

/** What `onRetry` is told before each wait. */
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
  /** Attempts after the first. Default 2. */
  maxRetries: number;
  /** The longest `Retry-After` to wait out, in milliseconds; beyond it the call fails at once. Default 60,000. */
  maxRetryAfter: number;
}

/** What applies to every call of a client, or to one. */
export interface CallOptions extends Partial<{ [K in keyof Limits]: Limits[K] | undefined }> {
  /** Headers to add. */
  headers?: Record<string, string> | undefined;
  /** Layers around each attempt, the first outermost; a client's own lie outside a call's. */
  middleware?: readonly Middleware[] | undefined;
  /** Called before each wait for another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** What one call may be given. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, a wait included, with an `AbortError`. */
  signal?: AbortSignal | null | undefined;
}

/** What one list may be given. */
export interface ListOptions extends RequestOptions {
  /** How many pages to fetch ahead while iterating. Default 0. */
  prefetch?: number | undefined;
}

/** What every client may be given; its key comes on top. */
export interface ClientOptions extends CallOptions {
  /** The host, with a path prefix if need be, without the API's own root path. */
  baseUrl?: string | undefined;
  /** Sends the requests. Default: `globalThis.fetch`, read at each call. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Takes one line per attempt. Default: `console`. */
  logger?: Logger | undefined;
  /** Default: `info` if a logger is given, else `off`. */
  logLevel?: LogLevel | undefined;
  /** Allows http to a host that is not loopback. Default: false. */
  allowInsecure?: boolean | undefined;
  /** Allows use where every visitor can read the key. Default: false. */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** Drives waits and deadlines. Default: the platform's time. */
  clock?: Clock | undefined;
}

/** A client's options, complete and checked. */
export interface Settings {
  readonly api: Api;
  readonly baseUrl: string;
  readonly fetch: ClientOptions["fetch"];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly logLevel: number;
  readonly redact: Redact;
  readonly credential: Credential;
  readonly ask: AskSecret;
  /** Whether the secret comes from a function, which may know a newer one. */
  readonly rotates: boolean;
  readonly defaults: CallSettings;
  /** What came from the environment, for clones. */
  readonly resolved: object;
  /** What may be shown. */
  readonly shown: object;
}

/** One call's options, complete and checked. */
export interface CallSettings extends Limits {
  readonly signal: AbortSignal | null | undefined;
  readonly headers: Record<string, string> | undefined;
  readonly middleware: readonly Middleware[];
  readonly onRetry: CallOptions["onRetry"];
}

const DEFAULTS: CallSettings = {
  timeout: 30_000,
  deadline: 120_000,
  maxRetries: 2,
  maxRetryAfter: 60_000,
  signal: undefined,
  headers: undefined,
  middleware: [],
  onRetry: undefined,
};

/** A call's own options over the client's; the client's own over the defaults. */
export function callSettings(options: RequestOptions | undefined, base: CallSettings = DEFAULTS): CallSettings {
  if (!options) return base;
  const limit = (name: keyof Limits, least: number): number => {
    const value = options[name] ?? base[name];
    if (typeof value === "number" && value >= least) return value;
    throw new ConfigurationError(`The option ${name} is ${value}. Pass a number from ${least}, or Infinity.`);
  };
  return {
    timeout: limit("timeout", 1),
    deadline: limit("deadline", 1),
    maxRetries: limit("maxRetries", 0),
    maxRetryAfter: limit("maxRetryAfter", 0),
    signal: options.signal,
    headers: { ...base.headers, ...options.headers },
    middleware: [...base.middleware, ...(options.middleware ?? [])],
    onRetry: options.onRetry ?? base.onRetry,
  };
}

export function resolveSettings(api: Api, options: ClientOptions): Settings {
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    throw new ConfigurationError(
      `${api.name} runs in a browser, where every visitor can read the key. Call the API from a server; to go on regardless, pass dangerouslyAllowBrowser: true.`,
    );
  }
  const { env, credentials } = api;
  const given = (option: string, variable: string) => (options as Record<string, unknown>)[option] ?? readEnv(variable);

  const insecureEnv = `${env}_ALLOW_INSECURE`;
  const baseUrl = checkBaseUrl(
    `${given("baseUrl", `${env}_BASE_URL`) ?? api.baseUrl ?? ""}`,
    api.root,
    options.allowInsecure ?? readEnv(insecureEnv) === "1",
    `pass allowInsecure: true or set ${insecureEnv}=1`,
  );

  let credential: Credential | undefined;
  let source: SecretSource | undefined;
  for (credential of credentials) {
    source = given(credential.option, credential.env) as SecretSource | undefined;
    if (source) break;
  }
  if (!credential || !source) {
    const ways = credentials.map(({ option, env }) => `the option ${option} or set ${env}`).join(", or ");
    throw new ConfigurationError(`${api.name} has no key. Pass ${ways}; keys are made at ${api.keyPage}`);
  }

  const logLevel = given("logLevel", `${env}_LOG`) ?? (options.logger ? "info" : "off");
  return {
    api,
    baseUrl,
    fetch: options.fetch,
    clock: options.clock ?? platformClock,
    logger: options.logger ?? console,
    logLevel: levelNumber(`${logLevel}`),
    redact: createRedact(api.secretPrefix, api.secretFields),
    credential,
    ask: createAsk(source, credential),
    rotates: typeof source === "function",
    defaults: callSettings(options),
    resolved: { baseUrl, [credential.option]: source },
    shown: {
      baseUrl,
      [credential.option]: typeof source === "function" ? "(function)" : maskKey(source, api.secretPrefix),
    },
  };
}
