// The diffs of a recipe fit a file that others have changed, and say where they do not.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { applied } from "./recipe.js";

const patch = `--- a/list.ts
+++ b/list.ts
@@ -2,4 +2,5 @@
   one,
-  two,
+  2,
   three,
+  four,
 };
@@ -9,2 +10,3 @@

+const added = true;
 const last = true;
`;

function apply(text: string): string | undefined {
  const folder = `${mkdtempSync(join(tmpdir(), "recipe-"))}/`;
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(`${folder}list.ts`, text);
  return applied(folder, patch).get("list.ts");
}

const wanted = [
  "list = {",
  "  one,",
  "  2,",
  "  three,",
  "  four,",
  "};",
  "",
  "const added = true;",
  "const last = true;",
];
const given = ["list = {", "  one,", "  two,", "  three,", "};", "", "const last = true;"];

test("they fit the file as it was", () => {
  expect(apply(given.join("\n"))).toBe(wanted.join("\n"));
});

test("they fit where lines were added before, between and after", () => {
  const more = (lines: readonly string[], after: string) => [
    "// new",
    ...lines.flatMap((line) => (line === after ? [line, "  other,"] : [line])),
    "// newer",
  ];
  expect(apply(more(given, "  three,").join("\n"))).toBe(
    ["// new", ...wanted.flatMap((line) => (line === "  four," ? [line, "  other,"] : [line])), "// newer"].join("\n"),
  );
});

test("a line that is gone is named, with the file", () => {
  expect(() => apply(given.filter((line) => line !== "  two,").join("\n"))).toThrow(
    'list.ts has no "two,", beside which CONTRIBUTING.md shows a change. Write its diff anew.',
  );
});
