// What came back, read to its end: status, headers and the whole text.

/** One answer of the server. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The same unread, where the caller wants a `Response`. */
  readonly response?: Response | undefined;
  /** When it arrived, by the client's clock. */
  readonly time: number;
}

/** One request that was sent for a call, and how it ended. */
export interface Attempt {
  /** The status of the answer, absent where there was none. */
  status?: number;
  /** The name of the error, absent after a success. */
  error?: string;
  /** Milliseconds waited after it, absent on the last. */
  delay?: number;
}

/** What the server's headers say about the rate limit; absent where it sends none. */
export interface RateLimit {
  limit?: number;
  remaining?: number;
  reset?: number;
}

/** What `.withResponse()` gives beside the data. */
export interface ResponseMeta {
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the answer. */
  readonly headers: Headers;
  /** From `RateLimit-*` or `X-RateLimit-*`, where the API sends them. */
  readonly rateLimit: RateLimit;
  /** One entry per request that was sent, in order. */
  readonly attempts: readonly Attempt[];
}

export function readRateLimit(headers: Headers): RateLimit {
  const state: RateLimit = {};
  // Sorted by name, so that those with `x-` come last and replace nothing.
  for (const [name, value] of headers) {
    const key = /^(?:x-)?ratelimit-(limit|remaining|reset)$/.exec(name)?.[1] as keyof RateLimit | undefined;
    if (key) state[key] ??= Number.parseFloat(value);
  }
  return state;
}
