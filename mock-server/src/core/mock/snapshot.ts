// A moment of a mock as plain data, and the refusal of anything else.
import type { ClockState } from "../time/clock.js";
import type { RateWindowData } from "../time/rate-limiter.js";

/** Everything that `restore()` needs; plain JSON, without secrets. */
export interface Snapshot<StateInput = unknown> {
  readonly api: string;
  readonly clock: ClockState;
  readonly rateWindows: RateWindowData;
  readonly state: StateInput;
}

/** Refuses what `snapshot()` did not return, and the snapshot of another API. */
export function checkSnapshot(given: unknown, api: string): void {
  const { api: madeFor, clock, rateWindows } = (given ?? {}) as Partial<Snapshot>;
  const missing = [
    ...(typeof clock?.now === "string" ? [] : ["clock.now"]),
    ...(Array.isArray(rateWindows) ? [] : ["rateWindows"]),
  ];
  if (missing.length > 0) {
    throw new TypeError(`restore() needs a value from snapshot(). This one has no ${missing.join(" and no ")}.`);
  }
  if (madeFor === api) return;
  throw new TypeError(`The snapshot is of "${madeFor}", this mock is of "${api}". Restore one of its own.`);
}
