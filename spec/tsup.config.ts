import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    "terminus-hub": "src/terminus-hub/index.ts",
    termix: "src/termix/index.ts",
    mutx: "src/mutx/index.ts",
    traylinx: "src/traylinx/index.ts",
    judge: "src/judge.ts",
  },
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  target: "node20",
  treeshake: true,
});
