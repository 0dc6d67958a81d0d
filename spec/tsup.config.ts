import { defineConfig } from "tsup";

export default defineConfig({
  entry: { "terminus-hub": "src/terminus-hub/index.ts", judge: "src/judge.ts" },
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  target: "node20",
  treeshake: true,
});
