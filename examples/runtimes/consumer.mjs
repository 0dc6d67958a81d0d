// A stranger's project: the packed packages installed in a temporary folder, and the smoke programs beside them.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const smoke = fileURLToPath(new URL("smoke", import.meta.url));
const workspaces = ["spec", "sdk", "mock-server"];

/** Packs and installs; `remove()` takes everything away again. */
export function createConsumer() {
  const unbuilt = workspaces.find((name) => !existsSync(join(root, name, "dist")));
  if (unbuilt) throw new Error(`"${unbuilt}" is not built, so there is nothing to pack. Run \`npm run build\` first.`);
  const folder = mkdtempSync(join(tmpdir(), "terminus-runtimes-"));
  const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  for (const name of workspaces)
    npm(join(root, name), "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const flags = ["--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  npm(folder, "install", ...flags, ...tarballs.map((name) => `./${name}`));
  cpSync(smoke, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
