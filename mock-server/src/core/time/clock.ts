// The one clock of a mock: every timestamp, window, expiry and Date header reads it, and a client may be driven by it.
import { type Duration, milliseconds } from "./duration.js";
import { RequestActivity } from "./request-activity.js";

/** A point in time: a Date, ISO 8601 text, or milliseconds since 1970. */
export type Instant = Date | string | number;

const LATEST = 8_640_000_000_000_000;

/** A clock stands within the years that every date format can write. */
const EARLIEST_CLOCK = Date.parse("0001-01-01T00:00:00.000Z");
export const LATEST_CLOCK = Date.parse("9999-12-31T23:59:59.999Z");

/** Reads a point in time into milliseconds since 1970. */
export function instant(at: Instant, what = "now"): number {
  const time = at instanceof Date ? at.getTime() : typeof at === "number" ? at : Date.parse(at);
  if (Number.isFinite(time) && Math.abs(time) <= LATEST) return Math.trunc(time);
  throw new RangeError(`${what} is "${String(at)}". It must be a point in time, such as "2026-01-01T00:00:00Z".`);
}

/** The time, or the nearest that a clock can show. */
export const withinCalendar = (time: number): number => Math.min(Math.max(time, EARLIEST_CLOCK), LATEST_CLOCK);

/** The same for a clock. */
function clockTime(at: Instant, what: string): number {
  const time = instant(at, what);
  if (time >= EARLIEST_CLOCK && time <= LATEST_CLOCK) return time;
  const shown = at instanceof Date || typeof at === "number" ? new Date(time).toISOString() : at;
  throw new RangeError(
    `${what} is "${shown}". The clock must stay between the years 0001 and 9999. Nothing was changed.`,
  );
}

/** What to do to the clock: freeze it (true: where it stands), then advance it, then let it run. */
export interface ClockMove {
  readonly freeze?: Instant | true;
  readonly advance?: Duration;
  readonly resume?: true;
}

export interface ClockState {
  readonly frozen: boolean;
  readonly now: string;
}

/**
 * Runs with real time until `now` or `freeze()` stops it. It is also a clock for the SDK
 * (`new TerminusHub({ clock: mock.clock })`): its `sleep` moves this clock instead of waiting.
 */
export class MockClock {
  readonly #real: () => number;
  readonly #activity: RequestActivity;
  #frozenAt: number | undefined;
  #offset = 0;
  #dateSecond = Number.NaN;
  #dateText = "";

  constructor(now?: Instant, real: () => number = Date.now, activity: RequestActivity = new RequestActivity(real)) {
    this.#real = real;
    this.#activity = activity;
    this.reset(now);
  }

  /** Milliseconds since 1970, as this mock sees them. */
  readonly now = (): number => this.#frozenAt ?? Math.min(this.#real() + this.#offset, LATEST_CLOCK);

  get frozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /** The present as ISO 8601 with milliseconds, in UTC. */
  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** The present as an HTTP `Date` header. */
  httpDate(): string {
    const second = Math.floor(this.now() / 1_000);
    if (second !== this.#dateSecond) {
      this.#dateSecond = second;
      this.#dateText = new Date(second * 1_000).toUTCString();
    }
    return this.#dateText;
  }

  /** The time `ms` milliseconds from now, at most the last that the calendar has. */
  after(ms: number): number {
    return Math.min(this.now() + ms, LATEST_CLOCK);
  }

  /** Stops the clock, at `at` or at the present. */
  freeze(at: Instant = this.now()): void {
    this.#frozenAt = clockTime(at, "freeze(at)");
  }

  /** Moves the clock forward: `advance("61s")`, `advance(250)`. */
  advance(by: Duration): void {
    const target = clockTime(this.now() + milliseconds(by, "advance(by)"), "the advanced clock");
    if (this.#frozenAt === undefined) this.#offset = target - this.#real();
    else this.#frozenAt = target;
  }

  /** Does all of it or, if a part is refused, nothing. */
  move({ freeze, advance, resume }: ClockMove): void {
    const start = freeze === undefined || freeze === true ? this.now() : clockTime(freeze, "freeze");
    const by = advance === undefined ? undefined : milliseconds(advance, "advance");
    if (by !== undefined) clockTime(start + by, "the advanced clock");
    if (freeze !== undefined) this.freeze(start);
    if (by !== undefined) this.advance(by);
    if (resume !== undefined) this.resume();
  }

  /** Lets the clock run again, from where it stands. */
  resume(): void {
    if (this.#frozenAt === undefined) return;
    this.#offset = this.#frozenAt - this.#real();
    this.#frozenAt = undefined;
  }

  /** Back to real time, or frozen at `now`. */
  reset(now?: Instant): void {
    const frozenAt = now === undefined ? undefined : clockTime(now, "now");
    this.#offset = 0;
    this.#frozenAt = frozenAt;
  }

  state(): ClockState {
    return { frozen: this.frozen, now: this.iso() };
  }

  /**
   * Moves the clock by `ms` as soon as no request is being answered, and resolves then. It never waits longer than `ms` of real time.
   * A request that hangs does not hold it up, so a client's timeout of such a request is real time.
   * Rejects with the reason of the signal once that is aborted, and moves nothing.
   */
  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    const target = this.after(Math.max(0, ms));
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const deadline = this.#real() + ms;
      const aborted = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const look = () => {
        const late = this.#real() >= deadline;
        if (!late && !this.#activity.idle()) {
          timer = setTimeout(look, 1);
          return;
        }
        signal?.removeEventListener("abort", aborted);
        const left = target - this.now();
        if (left > 0) this.advance(left);
        resolve();
      };
      let timer = setTimeout(look, 0);
      signal?.addEventListener("abort", aborted, { once: true });
    });
  };
}
