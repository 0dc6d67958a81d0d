// Every program in docs/ compiles as a stranger would compile it, and runs against loopback servers of the APIs.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "../../scripts/compile.js";
import { listedApis } from "../../scripts/package-entries.js";
import { type Installed, installPacked } from "../../scripts/packed.js";
import { type Received, type Step, script } from "./scripted-server.js";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const src = fileURLToPath(new URL("../src/", import.meta.url));

const programs = readdirSync(docs).flatMap((file) => {
  const text = readFileSync(docs + file, "utf8");
  const heads = [...text.matchAll(/^#+ (.*)$/gm)];
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = "", index }, number) => {
    const head = heads.filter((candidate) => candidate.index < index).at(-1)?.[1];
    return { name: `${file}, ${head}, program ${number + 1}`, text: code };
  });
});

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

let app: Installed;
beforeAll(() => {
  app = installPacked("sdk");
});
afterAll(() => app.remove());

test("there are programs for each client and for each part of the lifecycle", () => {
  expect(programs.length).toBeGreaterThanOrEqual(11);
});

test("every program compiles", () => {
  const files = programs.map(({ text }, i) => {
    app.write(`program-${i}.mts`, text);
    return `program-${i}.mts`;
  });
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    strict: true,
    types: ["node"],
  };
  expect(complaints(app.folder, files, compilerOptions)).toBe("");
});

describe("runs, and shows no secret:", () => {
  test.each(programs.map(({ name, text }) => [name, text]))("%s", async (_, text) => {
    const env: Record<string, string> = { PATH: process.env.PATH ?? "" };
    for (const { env: name, server } of servers) {
      // Whoever has no server here is out of reach: no program talks to a real one.
      env[`${name}_BASE_URL`] = server ? (await script(server.serve())).url : "http://127.0.0.1:9";
      Object.assign(env, server?.credentials);
    }
    const file = app.write("run/program.mjs", transformSync(text, { loader: "ts" }).code);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { env });
    expect(stderr).toBe("");
    expect(stdout).not.toBe("");
    expect(stdout).not.toContain("undefined");
    expect(stdout).not.toMatch(/false$/m);
    expect(stdout).not.toMatch(/thub_\w|tmx_\w{9}|mutx_live_\w|sk-lf-\w|eyJ/);
  });
});
