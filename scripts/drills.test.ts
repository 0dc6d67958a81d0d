// The two recipes of CONTRIBUTING.md, followed in a copy of this repository: what an endpoint and an API take by hand, and that
// all is green afterwards.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyHouse, type HouseCopy } from "./house-copy.js";
import { listedApis } from "./package-entries.js";
import { applied, filesOf, isFollowed, recipePatch } from "./recipe.js";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Another name where somebody has tried the command with that of CONTRIBUTING.md. */
const API = listedApis().some(({ name }) => name === "acme") ? "acme-again" : "acme";
const MOST_FILES = 6;

let house: HouseCopy;
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;
/** The files that the recipe of an endpoint changes by hand. */
let recipe: readonly string[];
/** Whether this repository has the endpoint of the recipe already. */
let followed: boolean;
/** The files that `npm run generate` says it has written. */
let generated: ReadonlySet<string>;

/** Runs a program of Node in the copy, and gives what it prints. A failure shows all of it. */
function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: house.folder,
    encoding: "utf8",
    env: { ...process.env, FUZZ_REQUESTS: "2000", TERMINUS_TEST_DRILLS: `terminus-hub,${API}`, FORCE_COLOR: "0" },
  });
  expect(status, `node ${program} ${args.join(" ")} failed in a copy:\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

/** The text of every file but of what is installed or built. */
function texts(): Map<string, string> {
  const aside = /^(?:.*\/)?(?:node_modules|dist|\.turbo|\.types)(?:\/|$)/;
  const paths = readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(house.folder.length)}/${entry.name}`.replace(/^\//, ""));
  return new Map(
    paths.filter((path) => !aside.test(path)).map((path) => [path, readFileSync(house.folder + path, "utf8")]),
  );
}

beforeAll(() => {
  house = copyHouse();
  before = texts();
  const patch = recipePatch(`${root}CONTRIBUTING.md`);
  recipe = filesOf(patch);
  followed = isFollowed(root, patch);
  if (!followed) for (const [path, text] of applied(house.folder, patch)) writeFileSync(house.folder + path, text);
  const printed = run("node_modules/tsx/dist/cli.mjs", "scripts/new-api.ts", API);
  generated = new Set([...printed.matchAll(/^wrote (\S+)$/gm)].map(([, path = ""]) => path));
  after = texts();
});

afterAll(() => house.remove());

test(`an endpoint takes at most ${MOST_FILES} files by hand, and reaches document, client and page from there`, () => {
  expect(recipe.length).toBeLessThanOrEqual(MOST_FILES);
  for (const path of [
    "spec/openapi/terminus-hub.json",
    "sdk/src/terminus-hub/generated/resources.ts",
    "sdk/API.md",
    "spec/FIDELITY.md",
  ]) {
    expect(followed || generated.has(path), `${path} is not generated anew`).toBe(true);
    expect(followed || after.get(path) !== before.get(path), `${path} is as it was`).toBe(true);
  }
  expect(after.get("sdk/src/terminus-hub/generated/resources.ts")).toContain("rename(id: string");
});

test("an API edits one existing file by hand, the list of APIs, and lays the others in folders of its name", () => {
  const changed = [...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path);
  const byHand = changed.filter((path) => !generated.has(path) && !recipe.includes(path));
  expect(byHand).toEqual(["spec/src/apis.ts"]);
  const laid = [...after.keys()].filter((path) => !before.has(path) && !generated.has(path));
  expect(laid.length).toBeGreaterThan(0);
  expect(laid.filter((path) => !path.includes(`/${API}/`))).toEqual([]);
});

test("both are formatted and pass the linter", () => {
  const sources = [...after].filter(([path, text]) => before.get(path) !== text && /\.(?:ts|json)$/.test(path));
  run("node_modules/@biomejs/biome/bin/biome", "check", "--vcs-enabled=false", ...sources.map(([path]) => path));
});

test("both compile", () => {
  run("node_modules/typescript/bin/tsc", "-p", "scripts/drills");
});

test("both pass every test of their APIs, in all packages", () => {
  const output = run("node_modules/vitest/vitest.mjs", "run", "--config", "scripts/drills/vitest.config.ts");
  for (const folder of ["spec/src", "sdk/src", "mock-server/test", "examples/test"])
    expect(output).toContain(`${folder}/${API}/`);
});

test("a name that is taken is refused in one line, and nothing is written", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/new-api.ts", API],
    {
      cwd: house.folder,
      encoding: "utf8",
    },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: `There is an API called ${API} already: see spec/src/${API}. Nothing was written.\n`,
  });
  expect(texts()).toEqual(after);
});
