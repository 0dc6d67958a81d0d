// Builds what is published: one entry for each API of the list, and the judge.
import { defineConfig } from "tsup";
import { apiEntries, listedApis } from "../scripts/package-entries.js";

export default defineConfig({
  entry: { ...apiEntries(listedApis().map(({ name }) => name)), judge: "src/judge.ts" },
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  target: "node20",
  treeshake: true,
});
