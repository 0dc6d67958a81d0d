// `terminus-mock start`: a mock that stays up until Ctrl-C.
import { rmSync, writeFileSync } from "node:fs";
import { printCoverage } from "./coverage-verdict.js";
import { readFlags } from "./flags.js";
import { closeAll, type Prepared, prepare } from "./prepare.js";
import { StartError, UsageError } from "./usage-error.js";

const DEFAULT_PORT = 4010;

/** Resolves with the exit code once a signal has ended it. */
export async function start(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words);
  if (rest.length > 0) throw new UsageError(`start takes only flags, not "${rest[0]}". See terminus-mock --help.`);
  const prepared = await prepare(flags, { port: DEFAULT_PORT, log: "pretty" });
  const { readyFile } = flags;
  const ended = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  try {
    if (readyFile !== undefined) writeReadyFile(readyFile, prepared);
    for (const each of prepared) process.stdout.write(flags.log === "json" ? readyLine(each) : bannerText(each));
    await ended;
    if (readyFile !== undefined) rmSync(readyFile, { force: true });
  } finally {
    await closeAll(prepared);
  }
  return !flags.coverage || printCoverage(prepared, flags.minCoverage) ? 0 : 1;
}

/** One mock: its API and URL. Several: a list of those. No secret: whoever needs a key knows the seed or gives a state. */
function writeReadyFile(file: string, prepared: readonly Prepared[]): void {
  const mocks = prepared.map(({ mock, listening }) => ({ api: mock.api, url: listening.url }));
  const ready = mocks.length === 1 ? { ...mocks[0], pid: process.pid } : { mocks, pid: process.pid };
  try {
    writeFileSync(file, `${JSON.stringify(ready)}\n`);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new StartError(`--ready-file "${file}" cannot be written: ${told}. Name a file in a folder that exists.`);
  }
}

function readyLine({ mock, listening }: Prepared): string {
  const { url, controlToken } = listening;
  const facts = Object.fromEntries(mock.banner(url).facts);
  return `${JSON.stringify({ event: "ready", api: mock.api, url, ...facts, ...(controlToken && { controlToken }) })}\n`;
}

function bannerText({ mock, listening }: Prepared): string {
  const { url, controlToken } = listening;
  const { facts, commands } = mock.banner(url);
  const rows = [
    ["URL", url],
    ...facts,
    ["control plane", `${url}/__mock/openapi.json`],
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
