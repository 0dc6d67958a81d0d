// Packages as a stranger gets them: packed, and unpacked into a folder of their own beside what they depend on.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const SCOPE = "@terminus-hub/";

interface Manifest {
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Installed {
  /** Where a consumer's files lie. */
  readonly folder: string;
  /** Where the package lies in it. */
  readonly packageFolder: string;
  /** Writes a file of the consumer and gives its path. */
  readonly write: (name: string, text: string) => string;
  /** Runs a program in the consumer's folder; throws with its output when it fails. */
  readonly run: (command: string, ...args: string[]) => string;
  readonly remove: () => void;
}

export interface InstallOptions {
  /** Packages of the workspace that are linked besides the dependencies, such as peers. */
  readonly beside?: readonly string[];
  /** `false` leaves out everything that the package depends on. */
  readonly withDependencies?: boolean;
}

/** Packs a package and what it needs of ours, without a registry. Dependencies are linked to the workspace's own. */
export function installPacked(workspace: string, options: InstallOptions = {}): Installed {
  const { beside = [], withDependencies = true } = options;
  const folder = mkdtempSync(join(tmpdir(), `terminus-packed-${workspace}-`));
  const modules = join(folder, "node_modules");
  const unpack = (name: string): string => {
    const target = join(modules, SCOPE, name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", packed(name), "-C", target, "--strip-components=1"]);
    const needed = withDependencies ? Object.keys(manifestOf(target).dependencies ?? {}) : [];
    for (const dependency of needed) {
      if (dependency.startsWith(SCOPE)) unpack(dependency.slice(SCOPE.length));
      else link(dependency);
    }
    return target;
  };
  const link = (name: string): void => {
    const at = join(modules, name);
    if (existsSync(at)) return;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(join(root, "node_modules", name), at, "dir");
  };
  const packageFolder = unpack(workspace);
  for (const name of beside) link(name);
  return {
    folder,
    packageFolder,
    write: (name, text) => {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    run: (command, ...args) => {
      try {
        return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The tarball of a package as npm packs it. It is packed anew only when what goes into it has changed. */
export function packed(workspace: string): string {
  const from = join(root, workspace);
  const cache = join(root, ".turbo", "packed");
  const tarball = join(cache, `${workspace}-${contentHash(from)}.tgz`);
  if (existsSync(tarball)) return tarball;
  mkdirSync(cache, { recursive: true });
  // Several workers may come here at once, so the tarball takes its name only when it is whole.
  const own = mkdtempSync(join(cache, "packing-"));
  const packing = ["pack", "--json", "--ignore-scripts", "--pack-destination", own];
  const printed = execFileSync("npm", packing, { cwd: from, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename }] = JSON.parse(printed) as [{ filename: string }];
  for (const old of readdirSync(cache)) if (old.startsWith(`${workspace}-`)) rmSync(join(cache, old), { force: true });
  renameSync(join(own, filename), tarball);
  rmSync(own, { recursive: true, force: true });
  return tarball;
}

/** Of all that may go into the tarball: the manifest's files and those that npm always adds. */
function contentHash(folder: string): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    hash.update(`\n${path}\n`).update(readFileSync(join(folder, path)));
  };
  for (const name of readdirSync(folder).sort()) if (/^(package\.json|readme|licen[cs]e)/i.test(name)) add(name);
  for (const name of [...manifestOf(folder).files].sort()) {
    if (!existsSync(join(folder, name))) continue;
    const inside = /\.\w+$/.test(name) ? [name] : filesBelow(folder, name);
    for (const path of inside) add(path);
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(folder: string, below: string): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = join(below, entry.name);
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
