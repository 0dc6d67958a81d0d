// Schemas made strict at any depth.

import { expect, test } from "vitest";
import { z } from "zod";
import { strictSchema } from "./strict-schema.js";

const strict = (schema: z.ZodType) => strictSchema(schema) as z.ZodType;
const inner = z.object({ a: z.string() });

test.each<[where: string, schema: z.ZodType, good: unknown, bad: unknown]>([
  ["an object", inner, { a: "" }, { a: "", b: 1 }],
  ["an object in a list", z.array(inner), [{ a: "" }], [{ a: "", b: 1 }]],
  ["an object in an object", z.object({ o: inner }), { o: { a: "" } }, { o: { a: "", b: 1 } }],
  ["a nullable object", inner.nullable(), { a: "" }, { a: "", b: 1 }],
  ["an optional field", z.object({ o: inner.optional() }), { o: { a: "" } }, { o: { a: "", b: 1 } }],
  ["a default", inner.default({ a: "" }), { a: "" }, { a: "", b: 1 }],
  ["a readonly object", inner.readonly(), { a: "" }, { a: "", b: 1 }],
  ["a union", z.union([z.string(), inner]), { a: "" }, { a: "", b: 1 }],
  ["the values of a record", z.record(z.string(), inner), { x: { a: "" } }, { x: { a: "", b: 1 } }],
  ["a lazy schema", z.lazy(() => inner), { a: "" }, { a: "", b: 1 }],
  ["an extended object", inner.extend({ c: inner }), { a: "", c: { a: "" } }, { a: "", c: { a: "", b: 1 } }],
])("%s refuses a field that is not listed", (_, schema, good, bad) => {
  expect(schema.safeParse(bad).success).toBe(true);
  expect(strict(schema).safeParse(good).success).toBe(true);
  expect(strict(schema).safeParse(bad).success).toBe(false);
});

test("an object that says what else it takes goes on taking it", () => {
  expect(strict(z.object({ a: z.string() }).catchall(z.number())).safeParse({ a: "", more: 1 }).success).toBe(true);
  expect(strict(z.record(z.string(), z.unknown())).safeParse({ any: { thing: 1 } }).success).toBe(true);
});

test("an intersection is refused, with the way out", () => {
  expect(() => strict(z.intersection(inner, z.object({ b: z.string() })))).toThrow(/Use extend\(\)/);
});

test("the given schema stays as it was", () => {
  strict(inner);
  expect(inner.safeParse({ a: "", b: 1 }).success).toBe(true);
});
