// Builds what is published: ESM and CJS, types for both; names stay readable, the consumer's bundler minifies them.
import { defineConfig } from "tsup";
import { apiEntries, listedApis, typeEntries } from "../scripts/package-entries.js";

// The first API is the main entry.
const [, ...others] = listedApis().map(({ name }) => name);

const entry = { index: "src/index.ts", ...apiEntries(others), lifecycle: "src/lifecycle/index.ts" };

export default defineConfig({
  entry,
  // Each entry stands alone: none grows, nor loads a second file, for the sake of another.
  splitting: false,
  format: ["esm", "cjs"],
  dts: { entry: typeEntries(entry) },
  clean: true,
  target: "node20",
  treeshake: true,
});
