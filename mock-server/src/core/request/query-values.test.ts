// The quick way through a plain query must give what the platform's parser gives, whatever the query.
import fc from "fast-check";
import { expect, test } from "vitest";
import { queryValues } from "./query-values.js";

/** By the platform's parser alone. */
function slowly(text: string): Record<string, string | string[]> {
  const names = [...new Set(new URLSearchParams(text).keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = new URLSearchParams(text).getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

test.each([
  "",
  "a",
  "a=",
  "=a",
  "a=1&a=2&a=3",
  "&&a=1&",
  "a=b=c",
  "page=1&limit=20",
  "a=%20+b",
  "__proto__=1",
  "%zz=1",
])("reads %j as the platform does", (text) => {
  expect(queryValues(text)).toEqual(slowly(text));
  expect(Object.keys(queryValues(text))).toEqual(Object.keys(slowly(text)));
});

test("reads any text as the platform does", () => {
  const plain = fc.string({ unit: fc.constantFrom("a", "b", "=", "&", "_", "-", ".", "~", "1") });
  fc.assert(
    fc.property(fc.oneof(plain, fc.string()), (text) => {
      expect(queryValues(text)).toEqual(slowly(text));
    }),
  );
});
