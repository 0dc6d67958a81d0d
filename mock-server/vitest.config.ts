// How the tests run, and how much of the core they must reach.
import { defineConfig } from "vitest/config";
import { testBase } from "../scripts/vitest-base.js";

export default defineConfig({
  test: {
    ...testBase,
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
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
