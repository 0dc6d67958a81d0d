// Fixed windows as the contract describes them: the first request opens one, and so many pass until it ends.
import type { RateLimitRule } from "./mock-under-test.js";

export class WindowModel {
  readonly #limit: number;
  readonly #length: number;
  readonly #windows = new Map<string, { readonly start: number; used: number }>();

  constructor(rule: RateLimitRule | false) {
    this.#limit = rule === false ? Number.POSITIVE_INFINITY : rule.limit;
    this.#length = rule === false ? Number.POSITIVE_INFINITY : Number.parseFloat(rule.window) * 1_000;
  }

  /** When the open windows end. */
  ends(): number[] {
    return [...this.#windows.values()].map(({ start }) => start + this.#length).filter(Number.isFinite);
  }

  /** Counts a request; the answer is the wait in whole seconds, or undefined where it passes. */
  take(who: string, now: number): number | undefined {
    const open = this.#windows.get(who);
    if (open === undefined || now >= open.start + this.#length) {
      this.#windows.set(who, { start: now, used: 1 });
      return undefined;
    }
    open.used += 1;
    return open.used <= this.#limit ? undefined : Math.ceil((open.start + this.#length - now) / 1_000);
  }
}
