// A moment of a mock as plain data.
import type { ClockState } from "../time/clock.js";
import type { RateWindowData } from "../time/rate-limiter.js";

/** Everything that `restore()` needs; plain JSON, without secrets. */
export interface Snapshot<StateInput = unknown> {
  readonly api: string;
  readonly clock: ClockState;
  readonly rateWindows: RateWindowData;
  readonly state: StateInput;
}

/** Whether a value has the parts of a snapshot. */
export function isSnapshot(given: unknown): boolean {
  const { clock, rateWindows } = (given ?? {}) as Partial<Snapshot>;
  return typeof clock?.now === "string" && Array.isArray(rateWindows);
}
