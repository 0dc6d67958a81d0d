// Every API of the registry has its traffic, so that a new one cannot go untested.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listedApis } from "../../scripts/package-entries.js";

const here = fileURLToPath(new URL(".", import.meta.url));

test.each(listedApis().map(({ name }) => name))("%s has its traffic under test", (name) => {
  const missing = ["traffic.ts", "traffic.test.ts"].filter((file) => !existsSync(`${here}${name}/${file}`));
  const wanted = missing.map((file) => `examples/test/${name}/${file}`).join(" and ");
  expect(missing, `${name} has no ${wanted}. Add it, as CONTRIBUTING.md#an-api shows.`).toEqual([]);
});
