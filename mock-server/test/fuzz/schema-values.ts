// Values drawn from JSON Schemas: what a schema admits, and what no schema asked for.
import fc, { type Arbitrary } from "fast-check";
import { type Contract, isJson, type Json } from "./contract.js";
import type { Known, RawNumber } from "./plan.js";

const PROTOTYPE_NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

const loneSurrogates = fc
  .array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { minLength: 1, maxLength: 4 })
  .map((units) => String.fromCharCode(...units));

/** Text that has broken programs before. */
export const hostileText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\t\n\r",
    "\u0000",
    "\ufeff",
    "\u00a0",
    "\u202e",
    "\u2028\u2029",
    "null",
    "undefined",
    "NaN",
    "true",
    "0",
    "-1",
    "1e309",
    "[object Object]",
    "..",
    "../../etc/passwd",
    "a/b?x#y",
    "%",
    "%00",
    "%2e%2e",
    "'; drop table keys; --",
    "<script>alert(1)</script>",
    "\u0130\u0131\u00df",
    "\ud83d\udc69\u200d\ud83d\ude80",
    "e\u0301".repeat(20),
    ...PROTOTYPE_NAMES,
  ),
  loneSurrogates,
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom(254, 255, 256, 257, 4_096).map((length) => "x".repeat(length)),
);

const rawNumber: Arbitrary<RawNumber> = fc
  .constantFrom("1e999", "-1e999", "12345678901234567890", "-0", "1E+2", "0.1e-400", "9".repeat(400))
  .map(($number) => ({ $number }));

const key = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...PROTOTYPE_NAMES, "", "rows", "id", "data") },
  { weight: 1, arbitrary: hostileText },
);

/** Any JSON, with odd keys, numbers and text in it. */
export const anyJson: Arbitrary<unknown> = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(null, true, false, 0, -1, 1.5, "", "text"),
    fc.string({ maxLength: 10 }),
    hostileText,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    rawNumber,
  ),
  tree: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    tie("leaf"),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("tree")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
  ),
})).tree;

const anyObject = fc
  .array(fc.tuple(key, anyJson), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries) as unknown);

export const known = (name: string): Arbitrary<Known> => fc.nat({ max: 60 }).map((pick) => ({ $known: name, pick }));

/** The first value that the model knows: one that works. */
const working = (name: string): Arbitrary<Known> => fc.constant({ $known: name, pick: 0 });

/** Values that a schema admits; names listed in `references` are mostly filled in by the model, or always with what works. */
export function valuesOf(
  contract: Contract,
  schema: Json,
  name: string,
  references: ReadonlySet<string>,
  onlyWorking = false,
): Arbitrary<unknown> {
  if (onlyWorking && references.has(name)) return working(name);
  const inside = (part: unknown, partName: string) =>
    valuesOf(contract, isJson(part) ? part : {}, partName, references, onlyWorking);
  const plain = plainValuesOf(contract.resolve(schema), name, inside);
  if (!references.has(name)) return plain;
  return fc.oneof({ weight: 9, arbitrary: known(name) }, { weight: 1, arbitrary: plain });
}

type Inside = (schema: unknown, name: string) => Arbitrary<unknown>;

function plainValuesOf(schema: Json, name: string, inside: Inside): Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map((choice) => inside(choice, name)));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => ofType(String(type), schema, inside)));
}

function ofType(type: string, schema: Json, inside: Inside): Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: numberAt(schema, "minimum") ?? -1_000, max: numberAt(schema, "maximum") ?? 1_000 });
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "string":
      return strings(schema);
    case "array":
      return fc.array(inside(schema.items, ""), {
        minLength: numberAt(schema, "minItems") ?? 0,
        maxLength: (numberAt(schema, "minItems") ?? 0) + 2,
      });
    case "object":
      return objects(schema, inside);
    default:
      return anyJson;
  }
}

function strings(schema: Json): Arbitrary<string> {
  const examples = Array.isArray(schema.examples) ? schema.examples : [schema.example];
  const given = examples.filter((example) => typeof example === "string");
  const least = numberAt(schema, "minLength") ?? 0;
  const most = numberAt(schema, "maxLength") ?? Number.POSITIVE_INFINITY;
  // JSON Schema counts characters and zod UTF-16 units: what is drawn suits both.
  const drawn = drawnStrings(schema).filter((text) => [...text].length >= least && text.length <= most);
  return given.length === 0 ? drawn : fc.oneof(fc.constantFrom(...given), drawn);
}

function drawnStrings({ pattern, format }: Json): Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "email") return fc.emailAddress({ size: "xsmall" });
  if (format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (typeof pattern === "string") {
    const rule = new RegExp(pattern, "u");
    const matching = fc.stringMatching(rule, { size: "xsmall" });
    // Other text is worth drawing only where the pattern takes nearly any.
    if (!rule.test("any text")) return matching;
    return fc.oneof(
      matching,
      fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => rule.test(text)),
      hostileText.filter((text) => rule.test(text)),
    );
  }
  return fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: "grapheme", maxLength: 6 }), hostileText);
}

function objects(schema: Json, inside: Inside): Arbitrary<unknown> {
  const { properties, required } = schema;
  if (!isJson(properties)) return anyObject;
  const needed = new Set(Array.isArray(required) ? required.map(String) : []);
  const fields = Object.entries(properties).map(([name, part]) =>
    fc.tuple(fc.constant(name), inside(part, name), needed.has(name) ? fc.constant(true) : fc.boolean()),
  );
  return fc
    .tuple(...fields)
    .map((drawn) => Object.fromEntries(drawn.filter(([, , there]) => there).map(([name, value]) => [name, value])));
}

function numberAt(schema: Json, word: string): number | undefined {
  const value = schema[word];
  return typeof value === "number" ? value : undefined;
}
