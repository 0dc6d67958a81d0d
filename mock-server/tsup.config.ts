// Two builds: the library (ESM, CJS, types), and the command as one file with everything in it, so that it starts fast.
import { defineConfig } from "tsup";
import { typeEntries } from "../scripts/package-entries.js";

const entry = { index: "src/index.ts", msw: "src/msw.ts", vitest: "src/vitest.ts" };

export default defineConfig([
  {
    entry,
    format: ["esm", "cjs"],
    dts: { entry: typeEntries(entry) },
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
