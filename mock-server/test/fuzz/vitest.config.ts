// The long fuzz run: `npm run fuzz`.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/*/fuzz.test.ts"],
    env: { FUZZ_REQUESTS: process.env.FUZZ_REQUESTS ?? "200000" },
  },
});
