// The time the client lives by: real by default, a test's own where one is given.

/** Drives waits, deadlines and `Retry-After`. A mock's clock may jump ahead instead of waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; gives up early when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Calls `fire` after `ms` unless the returned function is called first: the timeout of one exchange. Default: the
   * platform's timer, because bytes arrive in real time, and a clock that jumps when it sleeps would time out every call.
   */
  timer?(ms: number, fire: () => void): () => void;
}

/** The longest delay a platform timer takes; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

export function platformTimer(ms: number, fire: () => void): () => void {
  const timer = ms <= MAX_TIMER ? setTimeout(fire, ms) : undefined;
  return () => clearTimeout(timer);
}

export const platformClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const cancel = platformTimer(ms, resolve);
      signal?.addEventListener("abort", cancel, { once: true });
    }),
};
