// Which runtimes there are, where each one's program lies, and why one is missing.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const installed = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
const running = process.versions.node;

/** Deno takes `node_modules` as npm has laid it, and asks for leave to use the network and the environment. */
const denoWords = [
  "run",
  "--quiet",
  "--no-lock",
  "--node-modules-dir=manual",
  "--allow-net",
  "--allow-env",
  "--allow-read",
];

const known = [
  ...(/^20\./.test(running) ? [] : [{ name: "node 20", program: undefined }]),
  { name: `node ${running}`, program: process.execPath, isNode: true },
  { name: "node 22", program: installed("node22/bin/node"), isNode: true },
  { name: "node 24", program: installed("node24/bin/node"), isNode: true },
  { name: "node 26", program: installed("node26/bin/node"), isNode: true },
  { name: "bun", program: installed("@oven/bun-linux-x64/bin/bun") },
  { name: "deno", program: installed("@deno/linux-x64-glibc/deno"), words: denoWords },
];

/** @returns {{ name: string, program: string, words: string[], isNode: boolean, missing: string | undefined }[]} */
export const runtimes = known.map(({ name, program = "", words = [], isNode = false }) => ({
  name,
  program,
  words,
  isNode,
  missing: missing(program),
}));

function missing(program) {
  if (program === "") return `npm runs on node ${running}`;
  if (existsSync(program)) return undefined;
  return process.platform === "linux" && process.arch === "x64"
    ? "its package is not installed"
    : `its package is for linux x64, this is ${process.platform} ${process.arch}`;
}

const chromiumPath = "/usr/bin/chromium";

export const chromium = {
  name: "chromium",
  program: chromiumPath,
  missing: existsSync(chromiumPath) ? undefined : `no ${chromiumPath}`,
};
