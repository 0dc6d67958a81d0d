// The mock server as a user gets it: its tarball and the contract's, installed in a temporary folder.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Child processes find the installed package by this variable. */
const VARIABLE = "MOCK_SERVER_UNDER_TEST";

const workspaces = ["spec", "mock-server"].map((name) => fileURLToPath(new URL(`../../${name}/`, import.meta.url)));

/** Installs; `remove()` takes it away again. */
export function installMock() {
  const unbuilt = workspaces.find((workspace) => !existsSync(join(workspace, "dist")));
  if (unbuilt) throw new Error(`${unbuilt} is not built, so there is nothing to measure. Run \`npm run build\` first.`);
  const folder = mkdtempSync(join(tmpdir(), "mock-bench-"));
  const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  for (const workspace of workspaces)
    npm(workspace, "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const flags = ["--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  npm(folder, "install", ...flags, ...tarballs.map((name) => `./${name}`));
  process.env[VARIABLE] = join(folder, "node_modules/@terminus-hub/mock-server");
  return { remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function installed(file) {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error("No mock server is installed to be measured. Start this by `run.mjs`.");
  return join(folder, file);
}

/** The path of the bin `terminus-mock`. */
export const binPath = () => installed("dist/cli.js");

/** The package's main entry. */
export const loadMock = () => import(pathToFileURL(installed("dist/index.js")).href);
