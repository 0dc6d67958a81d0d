// Fixed windows that start at the first request of a credential: how many requests it may make, and when it may come back.

import { checkOptionNames, describeValue } from "../mock/check-options.js";
import type { MockClock } from "./clock.js";
import { type Duration, milliseconds } from "./duration.js";

export interface RateLimit {
  /** Requests allowed within one window. */
  readonly limit: number;
  /** Length of the window: `"60s"` if absent. */
  readonly window?: Duration;
}

/** One credential's open window, as `mock.rateLimits.windows()` shows it. */
export interface RateWindow {
  readonly credential: string;
  readonly used: number;
  readonly remaining: number;
  /** ISO 8601; a new window starts with the first request after it. */
  readonly resetsAt: string;
}

/** The rate limit of a mock, as its user reads and changes it. */
export interface RateLimits {
  /** The present limit, or false. */
  get(): { readonly limit: number; readonly window: number } | false;
  /** Another limit for every credential, or `false` for none. Windows that are open stay open. */
  set(limit: RateLimit | false): void;
  /** The windows that are open now. */
  windows(): RateWindow[];
}

/** The windows as a snapshot keeps them. */
export type RateWindowData = readonly { readonly credential: string; readonly start: number; readonly used: number }[];

interface OpenWindow {
  start: number;
  used: number;
}

interface Rule {
  readonly limit: number;
  readonly window: number;
}

/** Windows kept before those that have passed are thrown away. */
const SWEEP_AT = 10_000;
const WINDOW = "60s";

function readRule(rule: RateLimit | false): Rule | false {
  if (rule === false) return false;
  if (typeof rule !== "object" || rule === null) {
    throw new TypeError(
      `The rate limit is ${describeValue(rule)}. Give an object such as { limit: 3, window: "60s" }, or false for none.`,
    );
  }
  checkOptionNames(rule, ["limit", "window"], "The rate limit");
  if (!Number.isInteger(rule.limit) || rule.limit < 0) {
    throw new RangeError(`The rate limit is ${describeValue(rule.limit)}. It must be a whole number from 0 up.`);
  }
  const window = milliseconds(rule.window ?? WINDOW, "the rate limit's window");
  if (window > 0) return { limit: rule.limit, window };
  throw new RangeError(
    "The rate limit's window is 0, so it would never limit anything. Give a longer one, or switch the limiter off with false.",
  );
}

export class RateLimiter implements RateLimits {
  readonly #clock: MockClock;
  readonly #windows = new Map<string, OpenWindow>();
  readonly #initial: RateLimit | false;
  #rule: Rule | false = false;

  readonly #unlimited: string | undefined;

  /** `unlimited` is the title of an API that has no rate limit, and so takes none. */
  constructor(clock: MockClock, rule: RateLimit | false, unlimited?: string) {
    this.#clock = clock;
    this.#initial = rule;
    this.#unlimited = unlimited;
    this.set(rule);
  }

  set(rule: RateLimit | false): void {
    if (rule !== false && this.#unlimited !== undefined) {
      throw new RangeError(`${this.#unlimited} has no rate limit, so a limit would have no effect. Leave it out.`);
    }
    this.#rule = readRule(rule);
  }

  get(): Rule | false {
    return this.#rule;
  }

  /** Counts one request; the answer is the wait in whole seconds, rounded up, or undefined where it may pass. */
  take(credential: string): number | undefined {
    const rule = this.#rule;
    if (rule === false) return undefined;
    const now = this.#clock.now();
    const open = this.#windows.get(credential);
    if (open === undefined || now - open.start >= rule.window || now < open.start) {
      if (this.#windows.size >= SWEEP_AT) this.#sweep(now, rule.window);
      this.#windows.set(credential, { start: now, used: 1 });
      return rule.limit >= 1 ? undefined : Math.ceil(rule.window / 1_000);
    }
    open.used += 1;
    if (open.used <= rule.limit) return undefined;
    return Math.ceil((open.start + rule.window - now) / 1_000);
  }

  /** Opens a window with this number of requests used, as if they had just been made. */
  spend(credential: string, used: number): void {
    this.#windows.set(credential, { start: this.#clock.now(), used });
  }

  /** Requests left to a credential in its present window. */
  remaining(credential: string): number {
    const rule = this.#rule;
    if (rule === false) return Number.POSITIVE_INFINITY;
    const open = this.#windows.get(credential);
    if (open === undefined || this.#clock.now() - open.start >= rule.window) return rule.limit;
    return Math.max(0, rule.limit - open.used);
  }

  windows(): RateWindow[] {
    const rule = this.#rule;
    if (rule === false) return [];
    const now = this.#clock.now();
    const open = [...this.#windows].filter(([, { start }]) => now - start < rule.window);
    return open.map(([credential, { start, used }]) => {
      const resetsAt = new Date(start + rule.window).toISOString();
      return { credential, used, remaining: Math.max(0, rule.limit - used), resetsAt };
    });
  }

  /** Forgets every window and goes back to the first limit. */
  reset(): void {
    this.#windows.clear();
    this.set(this.#initial);
  }

  export(): RateWindowData {
    return Array.from(this.#windows, ([credential, { start, used }]) => ({ credential, start, used }));
  }

  import(windows: RateWindowData): void {
    this.#windows.clear();
    for (const { credential, start, used } of windows) this.#windows.set(credential, { start, used });
  }

  #sweep(now: number, window: number): void {
    for (const [credential, { start }] of this.#windows) {
      if (now - start >= window) this.#windows.delete(credential);
    }
  }
}
