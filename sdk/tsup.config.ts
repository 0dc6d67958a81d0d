// Builds what is published: ESM and CJS, types for both; names stay readable, the consumer's bundler minifies them.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts" },
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  target: "node20",
  treeshake: true,
});
