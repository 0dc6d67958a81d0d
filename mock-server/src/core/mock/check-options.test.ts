// Options that nobody knows.
import { expect, test } from "vitest";
import { checkOptionNames, describeValue } from "./check-options.js";

test("known names pass, whatever their values", () => {
  expect(checkOptionNames({ a: undefined, b: 1 }, ["a", "b"], "It")).toBeUndefined();
});

test.each([
  [{ c: 1 }, 'It has no option "c". Known: a, b.'],
  ["text", 'It takes an object of options, not "text". Known: a, b.'],
  [null, "It takes an object of options, not null. Known: a, b."],
  [[], "It takes an object of options, not a list. Known: a, b."],
])("%j is refused with what is known", (given, message) => {
  expect(() => checkOptionNames(given, ["a", "b"], "It")).toThrow(new TypeError(message));
});

test("where no option exists, that is said", () => {
  expect(() => checkOptionNames({ c: 1 }, [], "It")).toThrow('It has no option "c". There is none.');
});

test("values are shown short", () => {
  expect([describeValue({}), describeValue(() => 1), describeValue(3), describeValue(undefined)]).toEqual([
    "an object",
    "a function",
    "3",
    "undefined",
  ]);
});
