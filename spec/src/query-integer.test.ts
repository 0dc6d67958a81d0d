import { expect, test } from "vitest";
import { lenientQueryInteger, optionalQueryInteger, queryInteger } from "./query-integer.js";

const limit = queryInteger({ min: 1, max: 10_000, default: 100 }, {});

test.each([
  ["1", 1],
  ["10000", 10_000],
  ["007", 7],
])("reads %j as %d", (text, number) => {
  expect(limit.parse(text)).toBe(number);
});

test.each(["0", "10001", "-1", "1.0", "1e2", "0x10", " 10", "", "ten", "9".repeat(400), "１"])("refuses %j", (text) => {
  expect(limit.safeParse(text).success).toBe(false);
});

test("refuses a parameter that was given twice", () => {
  expect(limit.safeParse(["1", "2"]).success).toBe(false);
});

test("gives the default where the parameter is absent, or nothing where there is none", () => {
  expect(limit.parse(undefined)).toBe(100);
  expect(optionalQueryInteger({ min: 0 }, {}).parse(undefined)).toBeUndefined();
});

test.each([
  ["7", 7],
  ["501", 500],
  ["9".repeat(400), 500],
  ["0", undefined],
  ["-1", undefined],
  ["ten", undefined],
  ["", undefined],
  [undefined, undefined],
  [["3", "4"], 3],
])("reads %j as %j where a server refuses no number", (value, number) => {
  expect(lenientQueryInteger({ min: 1, max: 500 }, {}).parse(value)).toBe(number);
});
