// The bin of the packed mock, started on a runtime in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const START_LIMIT = 30_000;

/**
 * @param {string} program the runtime
 * @param {string} folder where the packages are installed
 * @param {string[]} flags of `terminus-mock start`
 */
export async function startMockProcess(program, folder, flags = []) {
  const readyFile = join(folder, `ready-${Math.random().toString(36).slice(2)}.json`);
  const bin = join(folder, "node_modules/@terminus-hub/mock-server/dist/cli.js");
  const words = ["start", "--port", "0", "--ready-file", readyFile, "--log", "silent", ...flags];
  const child = spawn(program, [bin, ...words], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const exited = once(child, "exit");
  const end = async (signal) => {
    child.kill(signal);
    const forced = setTimeout(() => child.kill("SIGKILL"), 5000);
    const [code, by] = await exited;
    clearTimeout(forced);
    return code ?? by;
  };
  const keyShown = () => /thub_[0-9A-Za-z]{32}/.exec(output)?.[0];
  const from = performance.now();
  while (!existsSync(readyFile) || keyShown() === undefined) {
    if (child.exitCode !== null || performance.now() - from > START_LIMIT) {
      await end("SIGKILL");
      throw new Error(`The mock did not start. It said:\n${output}`);
    }
    await sleep(20);
  }
  const { url } = JSON.parse(readFileSync(readyFile, "utf8"));
  return { baseUrl: url, apiKey: keyShown(), end };
}
