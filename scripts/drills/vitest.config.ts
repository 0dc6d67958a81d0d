// How the drills run the tests of the two recipes in a copy: all packages at once, from their sources, so that little is built.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testBase } from "../vitest-base.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const apis = (process.env.TERMINUS_TEST_DRILLS ?? "").split(",");

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@terminus-hub\/(sdk|mock-server)$/, replacement: `${root}$1/src/index.ts` },
      { find: /^@terminus-hub\/mock-server\/msw$/, replacement: `${root}mock-server/src/msw.ts` },
      { find: /^@terminus-hub\/spec\/judge$/, replacement: `${root}spec/src/judge.ts` },
      { find: /^@terminus-hub\/spec\/openapi\/(.*)$/, replacement: `${root}spec/openapi/$1` },
      { find: /^@terminus-hub\/(sdk|spec)\/([\w-]+)$/, replacement: `${root}$1/src/$2/index.ts` },
    ],
  },
  test: {
    ...testBase,
    include: apis.flatMap((api) => [
      `spec/src/${api}/*.test.ts`,
      `sdk/src/${api}/*.test.ts`,
      `mock-server/test/${api}/{contract,fuzz,keys}.test.ts`,
      `examples/test/${api}/traffic.test.ts`,
    ]),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
