// The README's snippets, run as they stand.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flagTable } from "../src/cli/flags.js";
import { createMock } from "../src/index.js";
import { presets } from "../src/terminus-hub/presets.js";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const snippets = [...readme.matchAll(/```(\S+)(?: (\S+))?\n([\s\S]*?)```/g)].map(([, language, kind, code]) => ({
  language,
  kind,
  code: code ?? "",
}));
const of = (language: string, kind?: string) =>
  snippets.filter((each) => each.language === language && each.kind === kind);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "terminus-mock-readme-"));
  symlinkSync(modules, join(folder, "node_modules"), "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, NODE_OPTIONS: "", VITEST: "", ...env } };
    execFile(command, args, options, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out: out + err }),
    );
  });
}

function node(code: string, file: string, ...flags: string[]) {
  writeFileSync(join(folder, file), code);
  const tsx = pathToFileURL(join(modules, "tsx/dist/esm/index.mjs")).href;
  return run(process.execPath, ["--import", tsx, ...flags, file]);
}

describe("a program", () => {
  test.each(of("ts").map(({ code }, i) => [i + 1, code] as const))("number %i runs", async (i, code) => {
    const { code: exit, out } = await node(code, `snippet-${i}.ts`);
    expect([exit, out.includes("Error")], out).toEqual([0, false]);
  });

  test("shows what the page says it does", async () => {
    const [first] = of("ts");
    expect((await node(first?.code ?? "", "first.ts")).out).toMatch(/^200 \{\s*items: \[/);
  });
});

test("the vitest file passes", async () => {
  writeFileSync(join(folder, "readme.test.ts"), of("ts", "vitest")[0]?.code ?? "");
  const { code, out } = await run(process.execPath, [
    join(modules, "vitest/vitest.mjs"),
    "run",
    "--root",
    folder,
    "readme.test.ts",
  ]);
  expect(code, out).toBe(0);
});

test("the node:test file passes", async () => {
  const { code, out } = await node(of("ts", "node-test")[0]?.code ?? "", "node.test.ts", "--test");
  expect(code, out).toBe(0);
  expect(out).toMatch(/pass 1/);
});

test("the curl lines work when pasted", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const { code, out } = await run("/bin/sh", ["-e", "-c", of("sh", "curl")[0]?.code ?? ""], { MOCK: url });
  expect(code, out).toBe(0);
  expect(out).toContain('{"id":"fault-1"}');
});

test("every snippet is run, or is a configuration that only its own tool can run", () => {
  const kinds = snippets.map(({ language, kind }) => (kind === undefined ? language : `${language} ${kind}`));
  expect([...new Set(kinds)].sort()).toEqual([
    "sh",
    "sh curl",
    "ts",
    "ts node-test",
    "ts playwright",
    "ts vitest",
    "yaml",
  ]);
});

test("every flag and every preset is named, and the key in the compose file is that of seed 1", async () => {
  for (const flag of Object.keys(flagTable)) expect(readme).toContain(`--${flag}`);
  for (const preset of Object.keys(presets)) expect(readme).toContain(`\`${preset}\``);
  const mock = await createMock({ seed: 1 });
  expect(readme).toContain(`TERMINUS_API_KEY: ${mock.apiKey}`);
});
