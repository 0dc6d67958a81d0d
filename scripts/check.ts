// `npm run check`: what a change may have broken, in half a minute. It compares with the last commit, or with `--base REV`.
import { execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { directTestsByFolder } from "./direct-tests.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const bin = (path: string) => `${root}node_modules/${path}`;
const turbo = bin("turbo/bin/turbo");

interface Step {
  readonly title: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** What to do about a failure, where its output does not say. */
  readonly cure?: string;
}

const started = Date.now();
const seconds = (since: number) => `${((Date.now() - since) / 1_000).toFixed(1)} s`;
const base = baseRevision();
const changed = changedFiles(base);
if (changed.length === 0) {
  console.log(`Nothing has changed since ${base}.`);
  process.exit(0);
}
console.log(`${changed.length} ${changed.length === 1 ? "file has" : "files have"} changed since ${base}.`);

const tests = directTestsByFolder(changed);
const ways = ["--output-logs=errors-only"];
const first: Step[] = [
  {
    title: "Format and lint (biome)",
    args: [bin("@biomejs/biome/bin/biome"), "check", "."],
    cure: "`npm run format` mends what it can.",
  },
  {
    title: "Generated files (turbo run generate:check build)",
    args: [turbo, "run", "generate:check", "build", ...ways],
    cure: "`npm run generate` writes them anew. The message above may name another cause.",
  },
];
const second: Step[] = [
  {
    title: "Types (tsc)",
    args: [bin("typescript/bin/tsc"), "-p", ".", "--incremental", "--tsBuildInfoFile", ".turbo/check.tsbuildinfo"],
  },
  ...[...tests].map(([folder, files]) => ({
    title: `Tests (vitest run ${files.join(" ")})`,
    args: [bin("vitest/vitest.mjs"), "run", ...vitestArguments(folder, files)],
    cwd: folder === "scripts" ? "" : folder,
  })),
];

// Types and tests read what the others have built, so they wait for it.
const failures = [...(await runAll(first)), ...(await runAll(second))];
const ran = [...tests.values()].flat().length;
const files = `${ran === 0 ? "no test file" : ran === 1 ? "1 test file" : `${ran} test files`} beside or importing it`;
if (failures.length > 0) console.log(`\nFailed after ${seconds(started)}: ${failures.join(", ")}.`);
else {
  console.log("What reaches the change only through a whole mock is left to `npm test`.");
  console.log(`\nThe change passes in ${seconds(started)}, with ${files}.`);
}
process.exitCode = failures.length > 0 ? 1 : 0;

function baseRevision(): string {
  try {
    const { values } = parseArgs({ options: { base: { type: "string", default: "HEAD" } } });
    git("rev-parse", "--verify", "--quiet", `${values.base}^{commit}`);
    return values.base;
  } catch {
    console.error("Usage: npm run check -- [--base REV], where REV is a commit, branch or tag of this repository.");
    process.exit(2);
  }
}

function changedFiles(revision: string): string[] {
  const tracked = git("diff", "--name-only", revision);
  const untracked = git("ls-files", "--others", "--exclude-standard");
  return [...new Set([...tracked, ...untracked])];
}

function git(...args: string[]): string[] {
  const text = execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return text.split("\n").filter(Boolean);
}

function vitestArguments(folder: string, tests: readonly string[]): string[] {
  if (folder === "scripts") return ["--config", "scripts/vitest.config.ts", ...tests];
  return tests.map((test) => test.slice(folder.length + 1));
}

/** Runs the steps beside each other, says how each ends, and gives the titles of those that fail. */
async function runAll(steps: readonly Step[]): Promise<string[]> {
  const ends = await Promise.all(steps.map(runStep));
  return ends.filter((title) => title !== undefined);
}

async function runStep({ title, args, cwd = "", cure }: Step): Promise<string | undefined> {
  const since = Date.now();
  const child = spawn(process.execPath, args, {
    cwd: root + cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", FORCE_COLOR: "0" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  console.log(`${code === 0 ? "ok    " : "failed"} ${title}, ${seconds(since)}`);
  if (code === 0) return undefined;
  console.log([output.trimEnd(), ...(cure ? [cure] : [])].join("\n"));
  return title.replace(/ \(.*/, "").toLowerCase();
}
