// Which tests `npm run check` takes: those beside a change and its direct importers, and no more.
import { expect, test } from "vitest";
import { directTests, directTestsByFolder } from "./direct-tests.js";

const tests = ["a/clock.test.ts", "a/clock.edges.test.ts", "a/clockwork.test.ts", "a/far.test.ts", "b/uses.test.ts"];
const imports = [
  { from: "b/uses.test.ts", to: "a/clock.ts" },
  { from: "a/far.test.ts", to: "a/mock.ts" },
  { from: "a/mock.ts", to: "a/clock.ts" },
];

test("takes the tests beside a change, by its name, and those that import it", () => {
  expect(directTests(["a/clock.ts"], tests, imports)).toEqual([
    "a/clock.test.ts",
    "a/clock.edges.test.ts",
    "b/uses.test.ts",
  ]);
});

test("takes a changed test, and leaves what a change reaches through another file", () => {
  expect(directTests(["a/far.test.ts"], tests, imports)).toEqual(["a/far.test.ts"]);
  expect(directTests(["a/README.md"], tests, imports)).toEqual([]);
});

test("finds the tests of this very file", () => {
  expect(directTestsByFolder(["scripts/direct-tests.ts"])).toEqual(
    new Map([["scripts", ["scripts/direct-tests.test.ts"]]]),
  );
});
