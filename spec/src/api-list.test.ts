// The list of APIs that other packages read, and the entries that follow from it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { withApiEntries } from "../../scripts/package-entries.js";
import { apiList } from "./api-list.js";
import { apis } from "./apis.js";

test("the first API has the SDK's main entry, and each other one of its own name", () => {
  const [primary, ...others] = apiList(apis);
  expect(primary).toMatchObject({ name: "terminus-hub", client: "TerminusHub", env: "TERMINUS", variable: "hub" });
  expect(primary?.entry).toBe("@terminus-hub/sdk");
  for (const { name, entry } of others) expect(entry).toBe(`@terminus-hub/sdk/${name}`);
});

test("no two APIs share a name, a class, a variable or a prefix of their environment", () => {
  for (const key of ["name", "client", "variable", "env"] as const) {
    const values = apiList(apis).map((row) => row[key]);
    expect(new Set(values).size).toBe(values.length);
  }
});

test("each API has its folder, named after it, with a test that calls describeApi", () => {
  for (const { name } of apis) {
    for (const file of ["index.ts", "index.test.ts"]) {
      const path = fileURLToPath(new URL(`./${name}/${file}`, import.meta.url));
      expect(existsSync(path), `spec/src/${name}/${file} is missing. Write it as the other APIs have it.`).toBe(true);
    }
    const text = readFileSync(new URL(`./${name}/index.test.ts`, import.meta.url), "utf8");
    expect(text, `spec/src/${name}/index.test.ts does not call describeApi.`).toContain("describeApi(");
  }
});

test("a new API follows the last one in the exports, one that is gone leaves them, and the rest stays", () => {
  const folder = `${mkdtempSync(join(tmpdir(), "terminus-hub-entries-"))}/`;
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["one", "two", "tools"]) mkdirSync(`${folder}src/${name}`, { recursive: true });
  for (const name of ["one", "two", "tools"]) writeFileSync(`${folder}src/${name}/index.ts`, "");
  const write = (...entries: string[]) => {
    const exports = Object.fromEntries(entries.map((entry) => [entry, "written by hand"]));
    writeFileSync(`${folder}package.json`, JSON.stringify({ name: "test", exports, files: ["dist"] }));
  };
  const entriesOf = (...names: string[]) => {
    const manifest = JSON.parse(withApiEntries(folder, names)) as { exports: Record<string, unknown> };
    expect(Object.keys(manifest)).toEqual(["name", "exports", "files"]);
    expect(manifest.exports["./one"]).toEqual({
      import: { types: "./dist/one.d.ts", default: "./dist/one.js" },
      require: { types: "./dist/one.d.cts", default: "./dist/one.cjs" },
    });
    return Object.keys(manifest.exports);
  };
  write(".", "./tools", "./one", "./gone", "./openapi/*", "./package.json");
  expect(entriesOf("one", "two")).toEqual([".", "./tools", "./one", "./two", "./openapi/*", "./package.json"]);
  write(".", "./tools", "./package.json");
  expect(entriesOf("one")).toEqual([".", "./tools", "./one", "./package.json"]);
});
