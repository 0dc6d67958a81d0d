// The command itself, in a copy: a refusal is one line, ends with 1 and writes nothing.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { copyHouse } from "../../scripts/house-copy.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const things = "spec/src/terminus-hub/workspaces.ts";
let copy: string;

beforeAll(() => {
  const house = copyHouse();
  copy = house.folder;
  return () => house.remove();
});

function generate() {
  const tsx = join(repository, "node_modules/tsx/dist/cli.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, "spec/scripts/generate.ts"], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Puts a file of the copy back when the test is over. */
function change(path: string, edit: (text: string) => string) {
  const before = readFileSync(join(copy, path), "utf8");
  onTestFinished(() => writeFileSync(join(copy, path), before));
  writeFileSync(join(copy, path), edit(before));
}

const written = () =>
  [
    ...readdirSync(join(copy, "spec/openapi")).map((name) => `openapi/${name}`),
    "FIDELITY.md",
    "package.json",
    "README.md",
  ].map((name) => readFileSync(join(copy, "spec", name), "utf8"));

test("refuses a route and an API that are in no list, one line each, and writes nothing", { timeout: 60_000 }, () => {
  const before = written();
  change(things, (text) => text.replace("{ listWorkspaces, getWorkspace }", "{ listWorkspaces }"));
  change("spec/src/termix/users.ts", (text) => text.replace('summary: "', 'summary: "Changed: '));
  cpSync(join(copy, "spec/src/traylinx"), join(copy, "spec/src/not-listed"), { recursive: true });
  onTestFinished(() => rmSync(join(copy, "spec/src/not-listed"), { recursive: true }));
  const { status, stdout, stderr } = generate();
  expect(stderr.trimEnd().split("\n")).toEqual([
    "spec/src/not-listed is in no list of APIs. Add it to spec/src/apis.ts.",
    `getWorkspace (${things}) is in no list of routes. Add it to workspaceRoutes at the end of that file: see CONTRIBUTING.md#an-endpoint.`,
  ]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(written()).toEqual(before);
});

test("tells of a slip in a definition by its file and line, without a stack", { timeout: 60_000 }, () => {
  change(things, (text) => `${text}\nconsole.log(forgotten);\n`);
  const { status, stdout, stderr } = generate();
  expect(stderr).toMatch(/^ReferenceError in spec\/src\/terminus-hub\/workspaces\.ts:\d+: forgotten is not defined\n$/);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

test("takes away the documents of an API that has left the list", { timeout: 60_000 }, () => {
  const left = join(copy, "spec/openapi/left.json");
  writeFileSync(left, "{}");
  const { status, stdout } = generate();
  expect({ status, stdout }).toEqual({ status: 0, stdout: "removed spec/openapi/left.json\n" });
  expect(existsSync(left)).toBe(false);
});
