// A copy of this repository in a temporary folder, with the installed packages linked, for tests that change its sources.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const OURS = "@terminus-hub";

export interface HouseCopy {
  /** Its folder, with a slash at the end. */
  readonly folder: string;
  remove(): void;
}

/** Copies what git tracks or could track. Its packages find each other in the copy, and all others where they are installed. */
export function copyHouse(): HouseCopy {
  const folder = `${mkdtempSync(join(tmpdir(), "terminus-hub-copy-"))}/`;
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: root });
  for (const path of String(listed).split("\0").filter(Boolean)) {
    if (!existsSync(root + path)) continue;
    mkdirSync(dirname(folder + path), { recursive: true });
    copyFileSync(root + path, folder + path);
  }
  link(`${root}node_modules/`, `${folder}node_modules/`);
  for (const name of readdirSync(`${root}node_modules/${OURS}`)) {
    symlinkSync(folder + name, `${folder}node_modules/${OURS}/${name}`, "dir");
    if (existsSync(`${root}${name}/node_modules`))
      link(`${root}${name}/node_modules/`, `${folder}${name}/node_modules/`);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Links each installed package, but neither ours nor what tools keep there. */
function link(from: string, to: string): void {
  mkdirSync(`${to}${OURS}`, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== OURS && (name === ".bin" || !name.startsWith("."))) symlinkSync(from + name, to + name);
  }
}
