// Failed logins, counted for each user name: five within ten minutes lock it for ten minutes.
import type { MockClock } from "../core/time/clock.js";

const MOST_FAILURES = 5;
const WINDOW_MS = 600_000;
const LOCKED_MS = 600_000;

export interface Failures {
  count: number;
  readonly firstAt: number;
  lockedUntil: number | null;
}

export class Logins {
  readonly #clock: MockClock;
  readonly #failures = new Map<string, Failures>();

  constructor(clock: MockClock) {
    this.#clock = clock;
  }

  /** Seconds until this user may try again, rounded up; undefined where nothing is locked. */
  lockedFor(username: string): number | undefined {
    const until = this.#failures.get(username)?.lockedUntil;
    const left = (until ?? 0) - this.#clock.now();
    return left > 0 ? Math.ceil(left / 1_000) : undefined;
  }

  failed(username: string): void {
    const now = this.#clock.now();
    const known = this.#failures.get(username);
    if (known === undefined || now - known.firstAt > WINDOW_MS) {
      this.#failures.set(username, { count: 1, firstAt: now, lockedUntil: null });
      return;
    }
    known.count += 1;
    if (known.count >= MOST_FAILURES) known.lockedUntil = now + LOCKED_MS;
  }

  /** As if logins had just failed until only `left` are left. */
  leave(username: string, left: number): void {
    this.#failures.delete(username);
    for (let i = left; i < MOST_FAILURES; i += 1) this.failed(username);
  }

  forget(username: string): void {
    this.#failures.delete(username);
  }

  restore(username: string, failures: Failures): void {
    this.#failures.set(username, failures);
  }

  entries(): IterableIterator<[string, Failures]> {
    return this.#failures.entries();
  }
}
