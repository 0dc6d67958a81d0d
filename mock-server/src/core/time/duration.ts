// Durations as people write them ("61s", "500ms", 250): one reader for the clock, faults, limits and the command line.

import { describeValue } from "../mock/check-options.js";
import type { RandomStream } from "../state/random.js";

/** Milliseconds as a number, or a string such as `"500ms"`, `"61s"`, `"2m"`, `"1h"`, `"7d"`. */
export type Duration = number | string;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const PATTERN = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?$/;

/** Reads a duration into milliseconds; `what` names the culprit in the error. */
export function milliseconds(duration: Duration, what = "duration"): number {
  if (typeof duration === "number") {
    if (Number.isFinite(duration) && duration >= 0) return duration;
    throw new RangeError(`${what} is ${duration}. It must be a length of time in milliseconds, from 0 up.`);
  }
  if (typeof duration !== "string") {
    throw new TypeError(
      `${what} is ${describeValue(duration)}. It must be a length of time: milliseconds, or text such as "61s".`,
    );
  }
  const match = PATTERN.exec(duration.trim());
  const factor = UNITS[match?.[2] ?? "ms"];
  if (!match || factor === undefined) {
    throw new RangeError(
      `${what} is "${duration}". It must be a number with a unit: "500ms", "61s", "2m", "1h" or "7d".`,
    );
  }
  return Number(match[1]) * factor;
}

/** A length of time between two. */
export function drawn([least, most]: readonly [number, number], random: RandomStream): number {
  return most > least ? least + random.integer(Math.floor(most - least) + 1) : least;
}

/** A fixed length of time, or one drawn between two: the least and the most, in milliseconds. */
export function bounds(range: Duration | readonly [Duration, Duration], what: string): readonly [number, number] {
  const ends: readonly Duration[] = Array.isArray(range) ? range : [range as Duration, range as Duration];
  if (ends.length !== 2) throw new TypeError(`${what} is a list of ${ends.length}. Give two: the least and the most.`);
  const [least = 0, most = 0] = ends.map((end) => milliseconds(end, what));
  if (least <= most) return [least, most];
  throw new RangeError(`${what} goes from ${ends[0]} to ${ends[1]}. Put the shorter first.`);
}
