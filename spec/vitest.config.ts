// How the tests of the documents run.
import { defineConfig } from "vitest/config";
import { testBase } from "../scripts/vitest-base.js";

export default defineConfig({ test: { ...testBase, include: ["{src,scripts,test}/**/*.test.ts"] } });
