// `terminus-mock exec -- npm test`: a mock for the time of one command, which finds its address and key in the environment.
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { readFlags } from "./flags.js";
import { closeAll, prepare } from "./prepare.js";
import { printCoverage } from "./print-coverage.js";
import { StartError, UsageError } from "./usage-error.js";

const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const windows = process.platform === "win32";
/** The exit codes of a shell for a command that does not exist, and for a file that is not a program. */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

/** Resolves with the command's exit code, or 1 where the coverage is too low. */
export async function exec(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words, { command: "exec", takes: (flag) => flag !== "ready-file" });
  const [command, ...commandWords] = rest;
  if (command === undefined) throw new UsageError("exec needs a command, such as: terminus-mock exec -- npm test.");
  const prepared = await prepare(flags, { port: 0, log: "silent" });
  const child = spawn(command, commandWords, {
    stdio: "inherit",
    shell: windows,
    // In a process group of its own: Ctrl-C reaches the group of this process, and is passed on once.
    detached: !windows,
    env: Object.assign({}, process.env, ...prepared.map(({ mock, listening }) => mock.environment(listening.url))),
  });
  const passOn = PASSED_ON.map((signal) => [signal, () => pass(signal, child)] as const);
  for (const [signal, listener] of passOn) process.on(signal, listener);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once("error", (error) => reject(notRun(command, error)));
      child.once("exit", (exitCode, signal) => resolve(exitCode ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
    const covered = printCoverage(prepared, flags.minCoverage);
    return code === 0 && !covered ? 1 : code;
  } finally {
    for (const [signal, listener] of passOn) process.off(signal, listener);
    await closeAll(prepared);
  }
}

/** A terminal tells a whole group of Ctrl-C and of its end; whoever ends a process by its id means that one. */
function pass(signal: NodeJS.Signals, child: ChildProcess): void {
  if (windows) {
    // Ctrl-C reaches every process of a console there.
    if (signal !== "SIGINT") child.kill(signal);
    return;
  }
  if (signal === "SIGTERM" || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended in the meantime.
  }
}

function notRun(command: string, error: NodeJS.ErrnoException): StartError {
  if (error.code === "ENOENT") {
    return new StartError(
      `There is no command "${command}", so nothing was run. Check its name, or give its path.`,
      NOT_FOUND,
    );
  }
  return new StartError(
    `"${command}" cannot be run: ${error.message}. Name a program, or make the file executable.`,
    NOT_EXECUTABLE,
  );
}
