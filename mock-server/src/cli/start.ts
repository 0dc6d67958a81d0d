// `terminus-mock start`: a mock that stays up until Ctrl-C.

import { CONTROL_PATH } from "../core/control-plane/control-path.js";
import { readFlags } from "./flags.js";
import { closeAll, type Prepared, prepare } from "./prepare.js";
import { printCoverage } from "./print-coverage.js";
import { allFacts } from "./ready-facts.js";
import { type ReadyFile, readyFile } from "./ready-file.js";
import { UsageError } from "./usage-error.js";

const DEFAULT_PORT = 4010;
const ENDING = ["SIGINT", "SIGTERM"] as const;

/** Resolves with the exit code once a signal has ended it. */
export async function start(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words, { command: "start", takes: () => true });
  if (rest.length > 0) throw new UsageError(`start takes only flags, not "${rest[0]}". See terminus-mock --help.`);
  // Before any port is taken, so that a path that cannot be written is refused whatever the ports are.
  const file: ReadyFile | undefined = flags.readyFile === undefined ? undefined : readyFile(flags.readyFile);
  let prepared: readonly Prepared[] = [];
  const ended = new Promise<void>((resolve) => {
    for (const signal of ENDING) process.once(signal, () => resolve());
  });
  try {
    prepared = await prepare(flags, { port: DEFAULT_PORT, log: "pretty" });
    file?.write(prepared);
    for (const each of prepared) process.stdout.write(flags.log === "json" ? readyLine(each) : bannerText(each));
    await ended;
  } finally {
    file?.remove();
    await closeAll(prepared);
  }
  return !flags.coverage || printCoverage(prepared, flags.minCoverage) ? 0 : 1;
}

function readyLine(prepared: Prepared): string {
  const { url, controlToken } = prepared.listening;
  const { api } = prepared.mock;
  const ready = {
    event: "ready",
    api,
    url,
    pid: process.pid,
    ...allFacts(prepared),
    ...(controlToken && { controlToken }),
  };
  return `${JSON.stringify(ready)}\n`;
}

function bannerText({ mock, listening }: Prepared): string {
  const { url, controlToken } = listening;
  const { facts, commands } = mock.banner(url);
  const rows = [
    ["URL", url],
    ...facts,
    ["control plane", `${url}${CONTROL_PATH}/openapi.json`],
    ...(controlToken === undefined ? [] : [["control token", controlToken]]),
  ];
  const width = Math.max(...rows.map(([label = ""]) => label.length));
  return [
    `A mock of ${mock.api} is up. Ctrl-C ends it.`,
    "",
    ...rows.map(([label = "", value]) => `  ${label.padEnd(width)}  ${value}`),
    "",
    ...commands.flatMap(([label, command]) => [`  # ${label}`, `  ${command}`]),
    "",
    "",
  ].join("\n");
}
