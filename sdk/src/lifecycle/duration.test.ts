// Durations as people write them.
import { expect, test } from "vitest";
import { type Duration, durationMs, instant } from "./duration.js";

test.each<[Duration, number]>([
  ["30d", 2_592_000_000],
  ["12h", 43_200_000],
  ["45m", 2_700_000],
  ["90s", 90_000],
  ["1.5h", 5_400_000],
  [0, 0],
  [1500, 1500],
])("%j is %d ms", (value, ms) => {
  expect(durationMs(value, "staleAfter")).toBe(ms);
});

test("an instant is a Date, ISO 8601 or milliseconds", () => {
  const date = new Date("2026-01-01T00:00:00Z");
  expect([instant(date), instant("2026-01-01T00:00:00Z"), instant(date.getTime())]).toEqual([date, date, date]);
});
