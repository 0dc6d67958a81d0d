// Two builds: the library (ESM, CJS, types), and the command as one file with everything in it, so that it starts fast.
import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: { index: "src/index.ts", msw: "src/msw.ts", vitest: "src/vitest.ts" },
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    target: "node20",
    treeshake: true,
    // The hashes are an ES module and nothing else, which jest and Node before 20.19 cannot require.
    noExternal: [/openapi\/.*\.json$/, /^@noble\/hashes/],
  },
  {
    entry: { cli: "src/cli.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    splitting: false,
    noExternal: [/.*/],
    minify: true,
  },
]);
