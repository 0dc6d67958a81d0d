// The package as a stranger gets it: packed, with the packed contract, unpacked into a folder of its own.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Installed {
  /** Where the package lies. */
  readonly packageFolder: string;
  readonly write: (name: string, text: string) => void;
  /** Runs a program in the consumer's folder; throws with its output when it fails. */
  readonly run: (command: string, ...args: string[]) => string;
  readonly remove: () => void;
}

/** Packs with npm, without a registry: what the tarballs depend on is linked to the workspace's own. */
export function installPacked({ withDependencies }: { readonly withDependencies: boolean }): Installed {
  const folder = mkdtempSync(join(tmpdir(), "terminus-mock-packed-"));
  const run = (command: string, ...args: string[]): string => {
    try {
      return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
    }
  };
  const unpack = (workspace: string): string => {
    const packing = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const printed = execFileSync("npm", packing, {
      cwd: join(root, workspace),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const packed = JSON.parse(printed) as { filename: string }[];
    const target = join(folder, "node_modules", "@terminus-hub", workspace);
    mkdirSync(target, { recursive: true });
    run("tar", "-xzf", packed[0]?.filename ?? "", "-C", target, "--strip-components=1");
    return target;
  };
  const packageFolder = unpack("mock-server");
  if (withDependencies) {
    unpack("spec");
    const { dependencies } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const others = Object.keys(dependencies).filter((name) => name !== "@terminus-hub/spec");
    for (const name of [...others, "msw", "vitest"]) {
      const link = join(folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "node_modules", name), link, "dir");
    }
  }
  return {
    packageFolder,
    run,
    write: (name, text) => writeFileSync(join(folder, name), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The compiler of the workspace, and the folder its types lie in. */
export const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
export const nodeTypes = dirname(dirname(createRequire(import.meta.url).resolve("@types/node/package.json")));
