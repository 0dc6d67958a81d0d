// What a schema refuses, told to people.
import { expect, test } from "vitest";
import { z } from "zod";
import { closed, parseOrThrow, schemaProblem } from "./schema-problem.js";

const Thing = closed({
  name: z.string(),
  role: z.enum(["owner", "member"]).optional(),
  when: z.iso.datetime().optional(),
  mail: z.email().optional(),
  id: z.uuid().optional(),
  wait: z.union([z.number(), z.string()], { error: 'must be milliseconds, or text such as "61s"' }).optional(),
  inner: z.array(closed({})).optional(),
});

test.each([
  [{}, "thing.name is missing."],
  [{ name: 3 }, "thing.name must be a string, not 3."],
  [{ name: null }, "thing.name must be a string, not null."],
  [{ name: "x", role: "boss" }, 'thing.role must be "owner" or "member", not "boss".'],
  [{ name: "x", when: "soon" }, 'thing.when must be a time such as "2026-01-01T00:00:00Z", not "soon".'],
  [{ name: "x", mail: "ada" }, 'thing.mail must be an email address, not "ada".'],
  [{ name: "x", id: "7" }, 'thing.id must be a UUID, not "7".'],
  [{ name: "x", wait: true }, 'thing.wait must be milliseconds, or text such as "61s", not true.'],
  [{ name: "x", nam: 1 }, 'thing has no "nam"; known are: name, role, when, mail, id, wait, inner.'],
  [{ name: "x", inner: [{ a: 1, b: 2 }] }, 'thing.inner.0 has no "a", "b"; it takes none.'],
  ["text", 'thing must be an object, not "text".'],
])("%j", (value, message) => {
  expect(() => parseOrThrow(Thing, value, "thing")).toThrow(new TypeError(message));
});

test("what fits is returned", () => {
  expect(parseOrThrow(Thing, { name: "x" }, "thing")).toEqual({ name: "x" });
});

test("a problem without issues is still told", () => {
  expect(schemaProblem("thing", {}, [])).toBe("thing is not what is expected");
});
