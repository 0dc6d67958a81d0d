// The time that the client uses. It is the real time, unless a test gives its own clock.

/** Drives waits, deadlines and `Retry-After`. A mock's clock may jump ahead instead of waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`. It gives up early if `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Calls `fire` after `ms` unless the returned function is called first. It limits one attempt. The default is the
   * platform's timer, because bytes arrive in real time. A clock that jumps when it sleeps would time out every call.
   */
  timer?(ms: number, fire: () => void): () => void;
}

/** The longest delay that a platform timer takes. A longer one would fire at once. */
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
