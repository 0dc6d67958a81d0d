// Failed logins, counted for each user name: five within ten minutes lock it for ten minutes.
import type { Row } from "../core/state/table.js";
import type { MockClock } from "../core/time/clock.js";
import type { loginFailures } from "./state-schema.js";

const MOST_FAILURES = 5;
const WINDOW_MS = 600_000;
const LOCKED_MS = 600_000;

type Failures = Row<typeof loginFailures>;

export class Logins {
  readonly #clock: MockClock;
  readonly #failures: Map<string, Failures>;

  constructor(clock: MockClock, failures: readonly Failures[]) {
    this.#clock = clock;
    this.#failures = new Map(failures.map((each) => [each.username, each]));
  }

  /** Seconds until this user may try again, rounded up; undefined where nothing is locked. */
  lockedFor(username: string): number | undefined {
    const until = this.#failures.get(username)?.locked_until;
    const left = (until ?? 0) - this.#clock.now();
    return left > 0 ? Math.ceil(left / 1_000) : undefined;
  }

  failed(username: string): void {
    const now = this.#clock.now();
    const known = this.#failures.get(username);
    if (known === undefined || now - known.first_at > WINDOW_MS) {
      this.#failures.set(username, { username, count: 1, first_at: now, locked_until: null });
      return;
    }
    known.count += 1;
    if (known.count >= MOST_FAILURES) known.locked_until = now + LOCKED_MS;
  }

  /** As if logins had just failed until only `left` are left. */
  leave(username: string, left: number): void {
    this.#failures.delete(username);
    for (let i = left; i < MOST_FAILURES; i += 1) this.failed(username);
  }

  forget(username: string): void {
    this.#failures.delete(username);
  }

  values(): IterableIterator<Failures> {
    return this.#failures.values();
  }
}
