// How this repository's scripts call turbo: the local binary, no telemetry, no update notice.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The repository's root folder, with a trailing slash. */
export const root = fileURLToPath(new URL("../", import.meta.url));

const turbo = fileURLToPath(new URL("../node_modules/turbo/bin/turbo", import.meta.url));

/**
 * Runs turbo and hands each line of its output to `onLine`.
 *
 * @param {string[]} args
 * @param {(line: string) => void} onLine
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function runTurbo(args, onLine) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [turbo, ...args], {
      cwd: root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", onLine);
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
