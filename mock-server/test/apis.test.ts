// Every API of the registry has its tests, so that a new one cannot go untested.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { apiNames } from "../src/apis.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const files = ["contract.ts", "model.ts", "keys.ts"].flatMap((file) => [file, file.replace(".ts", ".test.ts")]);

test.each(apiNames)("%s has its contract, its model and its keys under test", (name) => {
  const missing = [...files, "fuzz.test.ts"].filter((file) => !existsSync(`${here}${name}/${file}`));
  const wanted = missing.map((file) => `mock-server/test/${name}/${file}`).join(", ");
  expect(missing, `Add ${wanted}, as CONTRIBUTING.md#an-api shows.`).toEqual([]);
});
