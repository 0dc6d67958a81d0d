// Tests of the SDK; the core, which every API's client stands on, and the lifecycle have to be covered.
import { defineConfig } from "vitest/config";
import { projectsOf, testBase } from "../scripts/vitest-base.js";

/** What compiles or runs the packed SDK, and the generator. */
const long = ["test/{docs,entries,package,readme}.test.ts", "scripts/**/*.test.ts"];

export default defineConfig({
  test: {
    ...testBase,
    projects: projectsOf(["src/**/*.test.ts", "scripts/**/*.test.ts", "test/**/*.test.ts"], long),
    // Compiling and packing wait for other work on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      include: ["src/core/**", "src/lifecycle/**"],
      exclude: ["**/*.test.ts", "**/test/**"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { branches: 95, functions: 95, lines: 95 },
    },
  },
});
