// Runs a private package outside the workspaces: `node scripts/outside.mjs sdk/bench [its arguments]`.
// Builds ours, installs the package's own lock if that was not done since the lock changed, then runs its run.mjs.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { root, runTurbo } from "./turbo.mjs";

const [folder, ...args] = process.argv.slice(2);
const changed = (path) => statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs;
if (folder === undefined || changed(`${folder}/run.mjs`) === undefined) {
  console.error(`"${folder ?? ""}" holds no run.mjs. Name a folder such as sdk/bench.`);
  process.exit(2);
}

const lines = [];
if ((await runTurbo(["run", "build"], (line) => lines.push(line))) !== 0) {
  console.error(lines.join("\n"));
  process.exit(1);
}

if ((changed(`${folder}/node_modules/.package-lock.json`) ?? 0) < (changed(`${folder}/package-lock.json`) ?? 0)) {
  console.log(`Installing what ${folder} needs. This happens once.`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: `${root}${folder}`,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error(`npm ci failed in ${folder}, so nothing was run.`);
    process.exit(1);
  }
}

const { status } = spawnSync(process.execPath, [`${root}${folder}/run.mjs`, ...args], { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
