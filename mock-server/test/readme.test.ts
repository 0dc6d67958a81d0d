// The README's snippets, run as they stand.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { javascriptOf } from "../../scripts/compile.js";
import { blocksOf } from "../../scripts/readme-blocks.js";
import { apiNames, loadApi } from "../src/apis.js";
import { flagTable } from "../src/cli/flags.js";
import type { ApiTypes } from "../src/core/contract/services.js";
import { internalsOf } from "../src/core/mock/mock-internals.js";
import type { CoreMock } from "../src/core/mock/mock-types.js";
import { createMock } from "../src/index.js";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const snippets = blocksOf(fileURLToPath(new URL("../README.md", import.meta.url)));
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

/** Runs a program as a Node without a compiler can. */
function node(code: string, file: string, ...flags: string[]) {
  writeFileSync(join(folder, file), javascriptOf(code));
  return run(process.execPath, [...flags, file]);
}

describe("a program", () => {
  test.each(of("ts").map(({ text }, i) => [i + 1, text] as const))("number %i runs", async (i, code) => {
    const { code: exit, out } = await node(code, `snippet-${i}.mjs`);
    expect([exit, out.includes("Error")], out).toEqual([0, false]);
  });

  test("is plain .mjs where it is the first, and shows what the page says it does", async () => {
    writeFileSync(join(folder, "first.mjs"), of("ts")[0]?.text ?? "");
    expect((await run(process.execPath, ["first.mjs"])).out).toMatch(/^200 \{\s*items: \[/);
  });
});

test("the vitest file passes", async () => {
  writeFileSync(join(folder, "readme.test.ts"), of("ts", "vitest")[0]?.text ?? "");
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
  const { code, out } = await node(of("ts", "node-test")[0]?.text ?? "", "node.test.mjs", "--test");
  expect(code, out).toBe(0);
  expect(out).toMatch(/pass 1/);
});

test("the curl lines work when pasted", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const { code, out } = await run("/bin/sh", ["-e", "-c", of("sh", "curl")[0]?.text ?? ""], { MOCK: url });
  expect(code, out).toBe(0);
  expect(out).toContain('{"id":"fault-1"}');
});

test("the line with the token works on a mock that is bound wide, and only with it", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen({ host: "0.0.0.0", controlToken: "t0ken" });
  const line = of("sh", "token")[0]?.text ?? "";
  const withToken = (token: string) => run("/bin/sh", ["-e", "-c", line], { MOCK: url, TERMINUS_MOCK_TOKEN: token });
  expect(await withToken("t0ken")).toMatchObject({ code: 0, out: expect.stringContaining('"percent":0') });
  expect((await withToken("other")).code).toBe(22);
});

test("every snippet is run, or is for a tool or a package that is not here", () => {
  const kinds = snippets.map(({ language, kind }) => (kind === undefined ? language : `${language} ${kind}`));
  expect([...new Set(kinds)].sort()).toEqual([
    "js jest",
    "sh",
    "sh curl",
    "sh token",
    "ts",
    "ts node-test",
    "ts playwright",
    "ts sdk",
    "ts vitest",
    "yaml",
  ]);
});

test("every flag is named, and the key in the compose file is that of seed 1", async () => {
  for (const flag of Object.keys(flagTable)) expect(readme).toContain(`--${flag}`);
  const mock = await createMock({ seed: 1 });
  expect(readme).toContain(`TERMINUS_API_KEY: ${mock.apiKey}`);
});

test("nothing is linked that is not in the package", () => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target ?? "");
  expect(links.filter((target) => !target.startsWith("https://") && !target.startsWith("#"))).toEqual([]);
});

describe.each(apiNames)("of %s", (name) => {
  test("every preset, variable of exec and route of the control plane is named", async () => {
    const { presets } = await loadApi(name);
    for (const preset of Object.keys(presets)) expect(readme).toContain(`\`${preset}\``);
    const mock = (await createMock({ api: name, seed: 1 })) as unknown as CoreMock<ApiTypes>;
    for (const variable of Object.keys(mock.environment(mock.baseUrl))) expect(readme).toContain(`\`${variable}\``);
    const actions = name === "terminus-hub" ? [] : internalsOf(mock).actions;
    for (const { route = "" } of actions) expect(readme).toContain(`\`${route.split(" ")[1]}\``);
  });

  test("every field of the state is in its table, and none besides", async () => {
    const { stateTable } = await loadApi(name);
    const schema = z.toJSONSchema(stateTable.schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
    expect(stateTables()[apiNames.indexOf(name)]).toEqual(fields(schema));
  });
});

test("every field of a fault and every option of an expectation is in its table", async () => {
  const mock = await createMock();
  const rows = (heading: string) => [...section(heading).matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field ?? "");
  const known = (refused: () => unknown) => {
    try {
      refused();
    } catch (error) {
      return /Known: (.*)\./.exec(String(error))?.[1]?.split(", ").sort();
    }
    return undefined;
  };
  expect(rows("Faults").sort()).toEqual(known(() => mock.faults.add({ nothing: 1 } as never)));
  expect(rows("Assertions").sort()).toEqual(known(() => mock.expectCalled("listRecords", { nothing: 1 } as never)));
});

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** Paths such as `accounts[].name`. */
function fields(schema: JsonSchema, at = ""): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${at === "" ? "" : `${at}.`}${name}`;
    return field.items === undefined
      ? [path, ...fields(field, path)]
      : [`${path}[]`, ...fields(field.items, `${path}[]`)];
  });
}

/** The fields in each table that says what a state holds, in the order of the page. */
function stateTables(): string[][] {
  const tables = readme.split("| field | type | if absent | what it is |\n").slice(1);
  return tables.map((table) =>
    [...(table.split("\n\n", 1)[0] ?? "").matchAll(/^\| `([^`]+)` \|/gm)].map(([, field]) => field ?? ""),
  );
}

/** A section from its heading to the next of the same rank. */
function section(heading: string): string {
  const [, text = ""] = readme.split(`\n## ${heading}\n`);
  return text.split("\n## ", 1)[0] ?? "";
}
