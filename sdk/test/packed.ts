// The package as a stranger gets it: packed, unpacked into a folder of its own, beside its one dependency.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const sdk = fileURLToPath(new URL("../", import.meta.url));

export interface Installed {
  /** Where a consumer's files lie. */
  readonly folder: string;
  /** Where the package lies in it. */
  readonly packageFolder: string;
  readonly write: (name: string, text: string) => string;
  /** Runs a program there; throws with its output when it fails. */
  readonly run: (command: string, ...args: string[]) => string;
  readonly remove: () => void;
}

/** Where a package of the workspace is installed. */
function installed(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  return entry.slice(0, entry.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
}

/** Packs with npm, without a registry: the dependencies are linked to the workspace's own. */
export function installPacked(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "terminus-hub-sdk-"));
  const run = (command: string, ...args: string[]): string => {
    try {
      return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
    }
  };
  const packed = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      cwd: sdk,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      shell: process.platform === "win32",
    }),
  ) as { filename: string }[];
  const packageFolder = join(folder, "node_modules", "@terminus-hub", "sdk");
  mkdirSync(packageFolder, { recursive: true });
  run("tar", "-xzf", packed[0]?.filename ?? "", "-C", packageFolder, "--strip-components=1");
  const { dependencies } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) symlinkSync(installed(name), join(folder, "node_modules", name), "dir");
  return {
    folder,
    packageFolder,
    run,
    write: (name, text) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The compiler of the workspace, and the folder its types lie in. */
export const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
export const nodeTypes = dirname(dirname(createRequire(import.meta.url).resolve("@types/node/package.json")));
