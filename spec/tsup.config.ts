// Builds what is published: one entry for each API of the list, and the judge.
import { defineConfig } from "tsup";
import { apiEntries, listedApis, typeEntries } from "../scripts/package-entries.js";

const entry = { ...apiEntries(listedApis().map(({ name }) => name)), judge: "src/judge.ts" };

export default defineConfig({
  entry,
  format: ["esm", "cjs"],
  dts: { entry: typeEntries(entry) },
  clean: true,
  target: "node20",
  treeshake: true,
});
