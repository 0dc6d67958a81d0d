// Every program in docs/ compiles as a stranger would compile it, and runs against loopback servers of the APIs.
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listedApis } from "../../scripts/package-entries.js";
import { blocksOf } from "../../scripts/readme-blocks.js";
import { programsSuite } from "./programs-suite.js";
import { type Received, type Step, script } from "./scripted-server.js";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const src = fileURLToPath(new URL("../src/", import.meta.url));

const programs = readdirSync(docs).flatMap((file) =>
  blocksOf(docs + file)
    .filter(({ language }) => language === "ts")
    .map((block, number) => ({ name: `${file}, ${block.heading}, program ${number + 1}`, block })),
);

/** What stands in for one API: `src/<api>/test/docs-server.ts`, where the docs have programs for it. */
interface DocsServer {
  readonly credentials: Readonly<Record<string, string>>;
  readonly serve: () => (request: Received) => Step;
}

const servers = await Promise.all(
  listedApis().map(async ({ name, env }) => {
    const file = `${src}${name}/test/docs-server.ts`;
    return { env, server: existsSync(file) ? ((await import(file)) as DocsServer) : undefined };
  }),
);

test("there are programs for each client and for each part of the lifecycle", () => {
  expect(programs.length).toBeGreaterThanOrEqual(11);
});

programsSuite({
  programs,
  run: async (start) => {
    const env: Record<string, string> = { PATH: process.env.PATH ?? "" };
    for (const { env: name, server } of servers) {
      // Whoever has no server here is out of reach: no program talks to a real one.
      env[`${name}_BASE_URL`] = server ? (await script(server.serve())).url : "http://127.0.0.1:9";
      Object.assign(env, server?.credentials);
    }
    const { stdout, stderr } = await start(env);
    expect(stderr).toBe("");
    expect(stdout).not.toBe("");
    expect(stdout).not.toContain("undefined");
    expect(stdout).not.toMatch(/false$/m);
    expect(stdout).not.toMatch(/thub_\w|tmx_\w{9}|mutx_live_\w|sk-lf-\w|eyJ/);
  },
});
