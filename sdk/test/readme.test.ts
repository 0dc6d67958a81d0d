// Every program in the README compiles as a stranger would compile it, and runs against a loopback server.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "../../scripts/compile.js";
import { type Installed, installPacked } from "../../scripts/packed.js";
import { envelope, KEY, page, type Received, type Step, script } from "./scripted-server.js";

interface Program {
  readonly name: string;
  readonly text: string;
}

function programsOf(file: string): Program[] {
  const text = readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), "utf8");
  const heads = [...text.matchAll(/^#+ (.*)$/gm)];
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = "", index }, number) => {
    const head = heads.filter((candidate) => candidate.index < index).at(-1)?.[1];
    return { name: `${head}, program ${number + 1}`, text: code };
  });
}

/** Every resource there is, one item each. */
function answer({ method, url }: Received): Step {
  if (method === "DELETE") return { status: 204 };
  if (url.includes("no-such")) return { status: 404, body: envelope("not_found_error", "No such record") };
  const key = { id: "a", name: "Main", created_at: "2026-01-01T00:00:00Z", last_used_at: null, key: KEY };
  if (method === "POST") return { status: 201, body: key };
  return { body: page(["a"], false) };
}

const programs = programsOf("README.md");
let app: Installed;
beforeAll(() => {
  app = installPacked("sdk");
});
afterAll(() => app.remove());

test("the README has a program for each concern", () => {
  expect(programs.length).toBeGreaterThanOrEqual(12);
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
    const server = await script(answer);
    // The first one is for whoever has no compiler: it runs as it stands.
    const code = text === programs[0]?.text ? text : transformSync(text, { loader: "ts" }).code;
    const file = app.write("run/program.mjs", code);
    const { TERMINUS_LOG: _log, ...env } = process.env;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], {
      env: { ...env, TERMINUS_API_KEY: KEY, TERMINUS_BASE_URL: server.url },
    });
    expect(stdout + stderr).not.toContain(KEY);
    expect(stdout.length + stderr.length + server.requests.length).toBeGreaterThan(0);
  });
});
