// No secret in anything that is written down.
import { expect, test } from "vitest";
import { Redaction } from "./redaction.js";

const redaction = new Redaction({
  secretPrefixes: ["a_", "bb_"],
  secretPattern: /(?:a_|bb_|cc_)[0-9a-z]+/g,
  secretHeaders: ["x-key"],
  secretFields: ["password"],
});

test("a long secret keeps its prefix and four characters, a short one its prefix alone", () => {
  expect(redaction.text("one a_0123456789abcdef, two bb_01")).toBe("one a_…cdef, two bb_…");
});

test("text without a prefix is not searched, and a match without a known prefix is cut whole", () => {
  expect(redaction.text("cc_0123456789")).toBe("cc_0123456789");
  expect(redaction.text("a_1 cc_0123456789")).toBe("a_… …6789");
});

test("values of secret fields go, in JSON closed or cut off, in forms and in queries", () => {
  expect(redaction.text('{"password" : "x\\"y","n":1}')).toBe('{"password" : "[redacted]","n":1}');
  expect(redaction.text('{"password":"half of i')).toBe('{"password":"[redacted]"');
  expect(redaction.text("user=me&password=x y&z=1")).toBe("user=me&password=[redacted]&z=1");
});

test("without secret fields text is left alone", () => {
  const plain = new Redaction({ secretPrefixes: [], secretPattern: /x/g, secretHeaders: [], secretFields: [] });
  expect(plain.text("password=x")).toBe("password=x");
});

test("headers that carry credentials lose their value whole, others what looks like a secret", () => {
  const flat = ["Authorization", "Bearer x", "X-Key", "y", "X-More", "a_0123456789abcdef", "odd"];
  expect(redaction.headers(flat)).toEqual([
    "authorization",
    "[redacted]",
    "x-key",
    "[redacted]",
    "x-more",
    "a_…cdef",
    "odd",
    "",
  ]);
});
