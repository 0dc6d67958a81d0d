// The target of a request is what a URL parser makes of it, whichever way is taken there.
import { describe, expect, test } from "vitest";
import { targetOfAddress, targetOfLine } from "./request-target.js";

const targets = [
  "/",
  "/a/b_c-d~e",
  "/a//b",
  "/a/./b/../c",
  "/a/%2e%2E/b",
  "/a/%2Fb",
  "/a/%7Bid%7D%",
  "/a.b/c",
  "/a?b=c&d=e.f~g",
  "/a?b='c'",
  "/a?b=c d",
  "/a?b=%2e%2e",
  "/a?b?c",
  "/é?é",
  "/a#b",
  "/a|b^c`d",
  "/!$&'()*+,;=:@",
];

describe.each(targets)("%s", (target) => {
  const { pathname, search } = new URL(`http://localhost${target}`);

  test("in a request line and in an address", () => {
    const parsed = `${pathname}${search}`;
    expect([targetOfLine(target), targetOfAddress(`https://example.test:8080${target}`)]).toEqual([parsed, parsed]);
  });
});

test("an address in absolute form is a target too, and what holds no path is none", () => {
  expect(targetOfLine("http://example.test/a?b")).toBe("/a?b");
  expect(["*", "", "a/b", "mailto:a@b"].map(targetOfLine)).toEqual([undefined, undefined, undefined, undefined]);
});

test("an address without a path has the root as its target, and one that cannot be read is refused", () => {
  expect(targetOfAddress("http://example.test")).toBe("/");
  expect(() => targetOfAddress("http://")).toThrow(TypeError);
});
