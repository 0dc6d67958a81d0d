// How the tests run, and how much of the core they must reach.
import { defineConfig } from "vitest/config";
import { projectsOf, testBase } from "../scripts/vitest-base.js";

/** What runs a built package, or tens of thousands of requests. */
const long = ["test/{cli,package,readme}.test.ts", "test/*/{fuzz,model}.test.ts", "test/fuzz/*.test.ts"];

export default defineConfig({
  test: {
    ...testBase,
    projects: projectsOf(["src/**/*.test.ts", "test/**/*.test.ts"], long),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**"],
      exclude: ["src/**/*.test.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { "src/core/**": { branches: 95 } },
    },
  },
});
