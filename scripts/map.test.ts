// The map in ARCHITECTURE.md shows the files that there are.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withMap } from "./map.js";

test("the map is current", () => {
  const text = readFileSync(new URL("../ARCHITECTURE.md", import.meta.url), "utf8");
  expect(withMap(text) === text, "ARCHITECTURE.md shows files that are not there, or not all. Run `npm run map`.").toBe(
    true,
  );
});
