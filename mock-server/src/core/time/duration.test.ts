// Durations as people write them.
import { expect, test } from "vitest";
import { milliseconds } from "./duration.js";

test.each([
  [250, 250],
  ["250", 250],
  ["500ms", 500],
  ["61s", 61_000],
  ["1.5s", 1_500],
  ["2m", 120_000],
  ["1h", 3_600_000],
  ["7d", 604_800_000],
  [" 3 s ", 3_000],
])("reads %j as %d ms", (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected);
});

test.each(["", "soon", "5 weeks", "-1s"])('refuses "%s" and shows how to write it', (duration) => {
  expect(() => milliseconds(duration, "advance(by)")).toThrow(
    `advance(by) is "${duration}". It must be a number with a unit: "500ms", "61s", "2m", "1h" or "7d".`,
  );
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (duration) => {
  expect(() => milliseconds(duration)).toThrow(/must be a length of time/);
});
