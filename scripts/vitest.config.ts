// Tests of the repository as a whole: who imports whom, the README, the start command.
import { defineConfig } from "vitest/config";
import { testBase } from "./vitest-base.js";

export default defineConfig({
  test: {
    ...testBase,
    include: ["scripts/**/*.test.ts"],
    // Tests of an API that is yet to be laid.
    exclude: ["scripts/new-api/template/**"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
