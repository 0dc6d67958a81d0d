// How the fields of a body are told in words.
import { expect, test } from "vitest";
import type { Document, Schema } from "./openapi.js";
import { fieldsOf, shapeOf } from "./schema-fields.js";

const document = {
  info: { title: "Test" },
  paths: {},
  components: {
    schemas: {
      Row: {
        type: "object",
        required: ["token"],
        properties: { token: { type: "string", "x-secret": true, description: "Shown once." } },
      },
    },
  },
} as unknown as Document;

const body: Schema = {
  type: "object",
  required: ["rows"],
  properties: {
    rows: { type: "array", items: { $ref: "#/components/schemas/Row" }, minItems: 1 },
    until: { type: ["string", "null"], format: "date-time" },
  },
};

test("a field is named by its place, and told with type, need, secrecy and limits", () => {
  expect(fieldsOf(document, body)).toEqual([
    { name: "rows", type: "object[]", required: true, secret: false, text: "Items at least 1." },
    { name: "rows[].token", type: "string", required: true, secret: true, text: "Shown once." },
    { name: "until", type: "string | null", required: false, secret: false, text: "Format `date-time`." },
  ]);
});

test("a parameter is told with its bounds, its default and its allowed values", () => {
  expect(shapeOf(document, { type: "integer", minimum: 1, maximum: 9, default: 5 })).toEqual({
    type: "number",
    text: "At least 1, at most 9, default 5.",
  });
  expect(shapeOf(document, { type: "string", enum: ["active", "archived"] })).toEqual({
    type: '"active" | "archived"',
    text: "",
  });
});
