// Every way to write Retry-After, and what does not count as one.
import { expect, test } from "vitest";
import { retryAfterSeconds } from "./retry-after.js";

const NOW = Date.parse("Thu, 01 Jan 2026 00:00:00 GMT");
const read = (value: string, date?: string) =>
  retryAfterSeconds(new Headers({ "retry-after": value, ...(date ? { date } : {}) }), NOW);

test.each([
  ["0", 0],
  ["1", 1],
  ["  120 ", 120],
  ["1.5", 1.5],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30],
  ["Thursday, 01-Jan-26 00:00:30 GMT", 30],
  ["Thu Jan  1 00:00:30 2026 GMT", 30],
  ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
  ["", undefined],
  ["-1", undefined],
  ["soon", undefined],
  ["12s", undefined],
  ["1,2", undefined],
  ["Thu, 99 Foo", undefined],
  ["2026-01-01", undefined],
])("reads %j as %s", (value, seconds) => {
  expect(read(value)).toBe(seconds);
});

test("a date is read against the answer's Date, where that can be read", () => {
  expect(read("Thu, 01 Jan 2015 00:00:30 GMT", "Thu, 01 Jan 2015 00:00:00 GMT")).toBe(30);
  expect(read("Thu, 01 Jan 2026 00:00:30 GMT", "yesterday")).toBe(30);
});

test("without the header there is nothing to wait for", () => {
  expect(retryAfterSeconds(new Headers(), NOW)).toBeUndefined();
});
