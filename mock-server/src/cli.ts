#!/usr/bin/env node
// The command `terminus-mock`: reads its first word and hands over. Usage errors are one line and exit 2, others exit 1.
import packageJson from "../package.json" with { type: "json" };
import { StartError, UsageError } from "./cli/usage-error.js";

const commands: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  start: async (words) => (await import("./cli/start.js")).start(words),
  exec: async (words) => (await import("./cli/exec.js")).exec(words),
  openapi: async (words) => (await import("./cli/openapi.js")).openapi(words),
};

async function run([command = "--help", ...words]: readonly string[]): Promise<number> {
  if (command === "--version") {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  if (command === "--help" || command === "help" || words[0] === "--help") {
    process.stdout.write((await import("./cli/help.js")).helpText());
    return 0;
  }
  const named = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (named === undefined)
    throw new UsageError(`Unknown command "${command}". Allowed: ${Object.keys(commands).join(", ")}.`);
  return named(words);
}

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
