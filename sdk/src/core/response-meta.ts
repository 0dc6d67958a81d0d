// What a call learns from its answer beside the data, which are the status, the headers, the rate limit and the attempts.

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
  /** The status of the answer. It is absent if no answer came. */
  status?: number;
  /** The name of the error. It is absent after a success. */
  error?: string;
  /** Milliseconds until the next attempt. It is absent on the last one. */
  delay?: number;
}

/** What the server's headers say about the rate limit. A field is absent if the server does not send it. */
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
  /** From `RateLimit-*` or `X-RateLimit-*`, if the API sends them. */
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
