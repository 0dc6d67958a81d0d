// What is wrong with an input, told from zod's issues.

import { expect, test } from "vitest";
import { z } from "zod";
import { inputIssues } from "./input-issues.js";

function issues(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : inputIssues("body", value, result.error.issues).map(
        ({ kind, path, message }) => `${kind} ${path.join(".")} ${message}`,
      );
}

test.each<[schema: z.ZodType, value: unknown, told: string]>([
  [z.object({ a: z.string() }), {}, "missing a is missing"],
  [z.object({ a: z.array(z.object({ b: z.string() })) }), { a: [{}] }, "missing a.0.b is missing"],
  [z.object({ a: z.string() }), { a: null }, "invalid a must be a string"],
  [z.object({ a: z.boolean() }), { a: 1 }, "invalid a must be true or false"],
  [z.object({ a: z.array(z.string()) }), { a: 1 }, "invalid a must be a list"],
  [z.object({ a: z.date() }), { a: 1 }, "invalid a must be date"],
  [z.object({ a: z.array(z.string()).min(2) }), { a: ["x"] }, "invalid a must hold at least 2 items"],
  [z.object({ a: z.array(z.string()).max(0) }), { a: ["x"] }, "invalid a must hold at most 0 items"],
  [z.object({ a: z.string().max(1) }), { a: "xy" }, "invalid a must hold at most 1 characters"],
  [z.object({ a: z.number().min(3) }), { a: 1 }, "invalid a must be at least 3"],
  [z.object({ a: z.enum(["x", "y"]) }), { a: "z" }, 'invalid a must be "x" or "y"'],
  [z.object({ a: z.string().regex(/x/, "must hold an x") }), { a: "z" }, "invalid a must hold an x"],
  [z.object({ a: z.string().regex(/x/, "no x") }), { a: "z" }, "invalid a is invalid: no x"],
  [z.object({}), "text", "invalid  must be an object"],
])("%#: %j", (schema, value, told) => {
  expect(issues(schema, value)).toEqual([told]);
});

test("an issue without its values is still told", () => {
  expect(
    inputIssues("query", { a: 1 }, [{ code: "invalid_value", path: ["a"], message: "x", values: 3 }])[0]?.message,
  ).toBe("must be 3");
});

test("a parameter of the query that was given several times is told as that", () => {
  const value = { page: ["1", "2"] };
  const result = z.object({ page: z.string() }).safeParse(value);
  expect(inputIssues("query", value, result.error?.issues ?? [])[0]?.message).toBe("was given 2 times; give it once");
});
