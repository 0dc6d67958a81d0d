// The contract suite with Prism as its only transport, and the SDK's traffic through Prism.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../", import.meta.url)),
  resolve: {
    alias: [
      {
        find: /^\.{1,2}\/transports\.js$/,
        replacement: fileURLToPath(new URL("proxied-transport.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["proxy-check/*.test.ts", "test/*/contract.test.ts"],
    // Paths outside the contract never reach the mock: Prism answers them itself. What is had on purpose goes by `mock.fetch`.
    testNamePattern: /^(?!.*(outside any operation|on purpose))/,
    hookTimeout: 90_000,
    testTimeout: 30_000,
    fileParallelism: false,
  },
});
