// Reads "30d", "12h", "45m" and "90s", as people write the ages of keys.
import { ConfigurationError } from "../core/errors.js";

/** A length of time: `"30d"`, `"12h"`, `"45m"`, `"90s"`, or milliseconds. */
export type Duration = `${number}${"d" | "h" | "m" | "s"}` | number;

const UNITS: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** The duration in milliseconds. If it is not a duration, the error names the `option`. */
export function durationMs(value: Duration, option: string): number {
  if (typeof value === "number" && value >= 0 && value < Infinity) return value;
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)([dhms])$/.exec(`${value}`) ?? [];
  const ms = Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (Number.isFinite(ms)) return ms;
  throw new ConfigurationError(
    `The option ${option} must be a duration, not ${JSON.stringify(value)}. Write "30d", "12h", "45m", "90s", or milliseconds.`,
  );
}

/** The time that `now` means, or the present if it is absent. */
export function instant(now: Date | string | number | undefined): Date {
  const date = now === undefined ? new Date() : new Date(now);
  if (!Number.isNaN(date.getTime())) return date;
  throw new ConfigurationError(`The option now must be a time, not ${JSON.stringify(now)}. Pass a Date or ISO 8601.`);
}
