// Tests of the repository as a whole: who imports whom, the README, the start command.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["scripts/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 300_000 } });
