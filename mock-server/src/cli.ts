#!/usr/bin/env node
// The command `terminus-mock`: reads its first word and hands over. Usage errors are one line and exit 2, others exit 1.
import packageJson from "../package.json" with { type: "json" };
import { HelpRequest } from "./cli/help-request.js";
import { StartError, UsageError } from "./cli/usage-error.js";

const commands: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start: async (words) => (await import("./cli/start.js")).start(words),
  exec: async (words) => (await import("./cli/exec.js")).exec(words),
  openapi: async (words) => (await import("./cli/openapi.js")).openapi(words),
};

async function run([command = "--help", ...words]: readonly string[]): Promise<number> {
  if (command === "--version" || command === "-V") {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  if (command === "--help" || command === "-h" || command === "help") return help();
  const named = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (named === undefined)
    throw new UsageError(
      `Unknown ${command.startsWith("-") ? "flag" : "command"} "${command}". Allowed: ${Object.keys(commands).join(", ")}.`,
    );
  try {
    return await named(words);
  } catch (error) {
    if (error instanceof HelpRequest) return help();
    throw error;
  }
}

async function help(): Promise<number> {
  process.stdout.write(await (await import("./cli/help.js")).helpText());
  return 0;
}

// Whoever read the output has gone, as `head` does: there is nobody left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof UsageError || error instanceof StartError;
    process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : error instanceof StartError ? error.exitCode : 1;
  },
);
