// How the tests that need both the SDK and the mock run.
import { defineConfig } from "vitest/config";
import { testBase } from "../scripts/vitest-base.js";

export default defineConfig({
  test: { ...testBase, include: ["contract-test/**/*.test.ts", "test/**/*.test.ts"], testTimeout: 30_000 },
});
