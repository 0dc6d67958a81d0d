// What the pages for contributors say is so: links lead somewhere, paths and commands exist, and the recipe's diffs fit the files.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { applied, filesOf, isFollowed, recipePatch } from "./recipe.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const read = (page: string) => readFileSync(join(root, page), "utf8");
const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const scriptsOf = (folder: string) =>
  Object.keys((JSON.parse(read(`${folder}package.json`)) as { scripts: Record<string, string> }).scripts);

/** Prose and tables, without programs. */
const withoutBlocks = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, "");

/** A heading as GitHub links to it. */
const anchors = (text: string) =>
  [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

test.each(pages)("every link of %s leads somewhere", (page) => {
  const lost = [...withoutBlocks(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchors(read(file)).includes(anchor));
    });
  expect(lost, `${page} links to what is not there. Correct the links.`).toEqual([]);
});

describe.each(["CONTRIBUTING.md", "ARCHITECTURE.md"])("%s", (page) => {
  const text = read(page);

  test("names files and folders that exist", () => {
    const examples = { "<api>": "terminus-hub", "<package>": "spec" };
    const paths = [...withoutBlocks(text).matchAll(/`([\w.<>@/-]+\/[\w.<>/-]+)`/g)]
      .map(([, path = ""]) => path.replaceAll(/<\w+>/g, (name) => examples[name as keyof typeof examples] ?? name))
      .filter((path) => !path.startsWith("@") && !path.startsWith("/"));
    const places = ["", "mock-server/src/", "sdk/src/"];
    expect(paths.filter((path) => !places.some((place) => existsSync(join(root, place, path))))).toEqual([]);
  });

  test("names commands that exist", () => {
    const commands = [...text.matchAll(/npm (?:run )?([a-z][\w:-]*)(?: -w ([\w-]+))?/g)];
    const unknown = commands
      .filter(([, script = ""]) => script !== "ci")
      .filter(([, script = "", folder]) => !scriptsOf(folder === undefined ? "" : `${folder}/`).includes(script))
      .map(([command]) => command);
    expect(unknown).toEqual([]);
  });
});

test("the recipe for an endpoint fits the files that it changes, and changes at most six", () => {
  const patch = recipePatch(join(root, "CONTRIBUTING.md"));
  const changed = filesOf(patch);
  expect(changed.length).toBeGreaterThan(3);
  expect(changed.length).toBeLessThanOrEqual(6);
  if (isFollowed(root, patch)) return; // its diffs fit the files as they were before
  expect([...applied(`${root}/`, patch).keys()]).toEqual(changed);
});

test("the oldest Node is the same in .nvmrc and in package.json", () => {
  const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
  expect(engines.node).toBe(`>=${read(".nvmrc").trim()}.0`);
});
