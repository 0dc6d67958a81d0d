// How `npm run proxy-check` runs its tests.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    // Paths outside the contract never reach the mock: Prism answers them itself.
    testNamePattern: /^(?!.*outside any operation)/,
    hookTimeout: 90_000,
    testTimeout: 30_000,
    fileParallelism: false,
  },
});
