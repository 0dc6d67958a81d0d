// `terminus-mock exec -- npm test`: a mock for the time of one command, which finds its address and key in the environment.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { printCoverage } from "./coverage-verdict.js";
import { readFlags } from "./flags.js";
import { closeAll, prepare } from "./prepare.js";
import { StartError, UsageError } from "./usage-error.js";

const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Resolves with the command's exit code, or 1 where the coverage is too low. */
export async function exec(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words);
  const [command, ...commandWords] = rest;
  if (command === undefined) throw new UsageError("exec needs a command: terminus-mock exec -- npm test.");
  const prepared = await prepare(flags, { port: 0, log: "silent" });
  const child = spawn(command, commandWords, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: Object.assign({}, process.env, ...prepared.map(({ mock, listening }) => mock.environment(listening.url))),
  });
  const passOn = PASSED_ON.map((signal) => [signal, () => void child.kill(signal)] as const);
  for (const [signal, pass] of passOn) process.on(signal, pass);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once("error", (error) => reject(new StartError(`"${command}" cannot be run: ${error.message}.`)));
      child.once("exit", (exitCode, signal) => resolve(exitCode ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
    const covered = printCoverage(prepared, flags.minCoverage);
    return code === 0 && !covered ? 1 : code;
  } finally {
    for (const [signal, pass] of passOn) process.off(signal, pass);
    await closeAll(prepared);
  }
}
