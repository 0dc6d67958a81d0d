// The pattern of a secret comes from its parts, and every API's own example fits it.
import { expect, test } from "vitest";
import { apis } from "./apis.js";
import { buildDocument } from "./document.js";
import { alphabets, defineKeyForm, type KeyForm, type KeyPart } from "./key-form.js";
import { inferred } from "./provenance.js";

test.each<[string, readonly KeyPart[], string]>([
  ["text", ["a.b", "_"], "^x_a\\.b_$"],
  ["hex digits", [{ alphabet: alphabets.hex, length: 4 }], "^x_[0-9a-f]{4}$"],
  ["letters and digits", [{ alphabet: alphabets.alphanumeric, length: 32 }], "^x_[0-9A-Za-z]{32}$"],
  ["base64url", [{ alphabet: alphabets.base64url, length: 43 }], "^x_[A-Za-z0-9_-]{43}$"],
  ["single characters", [{ alphabet: "ab9", length: 1 }], "^x_[ab9]{1}$"],
  ["a UUID", [{ format: "uuid" }], "^x_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"],
])("%s after a prefix makes a pattern", (_, parts, pattern) => {
  expect(defineKeyForm({ prefix: "x_", parts, words: "more", ...inferred("a test") }).pattern).toBe(pattern);
});

test.each(apis.map((api) => [api.name, api] as const))(
  "one security scheme of %s has the form of the key",
  (_, api) => {
    const schemes = Object.values(buildDocument(api).components.securitySchemes ?? {}) as { "x-key-form"?: KeyForm }[];
    const [form, ...more] = schemes.flatMap((scheme) => scheme["x-key-form"] ?? []);
    expect(more).toEqual([]);
    expect(form?.pattern).toMatch(`^${form?.prefix}`);
    expect(form?.description).toContain(`${form?.prefix} and `);
  },
);
