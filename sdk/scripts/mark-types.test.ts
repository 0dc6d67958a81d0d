// Which exports of a declaration file become types only.
import { expect, test } from "vitest";
import { markTypes } from "./mark-types.js";

test("marks what is no value, by the name it is exported under, and marks it once", () => {
  const before = [
    "import { C as Call } from './chunk.js';",
    "export { a as AbortError, b as Attempt } from './chunk.js';",
    "export { type ApiKey, ApiKeys, Call, Record$1 as Record, TerminusHub };",
  ].join("\n");
  const after = [
    "import { C as Call } from './chunk.js';",
    "export { a as AbortError, type b as Attempt } from './chunk.js';",
    "export { type ApiKey, type ApiKeys, type Call, type Record$1 as Record, TerminusHub };",
  ].join("\n");
  const values = new Set(["AbortError", "TerminusHub"]);
  expect(markTypes(before, values)).toBe(after);
  expect(markTypes(after, values)).toBe(after);
});
