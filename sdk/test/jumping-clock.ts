// A clock for tests: sleeping moves it at once, and every sleep is written down.
import type { Clock } from "../src/index.js";

export interface JumpingClock extends Clock {
  /** Milliseconds of each sleep, in order. */
  readonly slept: number[];
  advance(ms: number): void;
}

export function jumpingClock(start = Date.parse("2026-01-01T00:00:00Z")): JumpingClock {
  let time = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
  };
}
