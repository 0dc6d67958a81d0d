// The rate limit of a mock, as its user reads and changes it.
import type { MockApi } from "../contract/mock-api.js";
import type { ApiTypes } from "../contract/services.js";
import type { RateLimit, RateLimiter, RateWindow } from "../time/rate-limiter.js";

export interface RateLimits {
  /** The present limit, or false. */
  get(): { readonly limit: number; readonly window: number } | false;
  /** Another limit for every credential, or `false` for none. */
  set(limit: RateLimit | false): void;
  /** The windows that are open now. */
  windows(): RateWindow[];
}

export function rateLimits<T extends ApiTypes>(api: MockApi<T>, limiter: RateLimiter): RateLimits {
  return {
    get: () => limiter.get(),
    set: (limit) => limiter.set(settable(api, limit)),
    windows: () => limiter.windows(),
  };
}

/** Refuses a limit that would have no effect. */
export function settable<T extends ApiTypes>(api: MockApi<T>, limit: RateLimit | false): RateLimit | false {
  if (limit === false || api.rateLimit !== false) return limit;
  throw new RangeError(`${api.title} has no rate limit, so a limit would have no effect. Leave it out.`);
}
