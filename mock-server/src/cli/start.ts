// `terminus-mock start`: a mock that stays up until Ctrl-C.
import { rmSync, writeFileSync } from "node:fs";
import { printCoverage } from "./coverage-verdict.js";
import { readFlags } from "./flags.js";
import { type Prepared, prepare } from "./prepare.js";
import { StartError, UsageError } from "./usage-error.js";

const DEFAULT_PORT = 4010;

/** Resolves with the exit code once a signal has ended it. */
export async function start(words: readonly string[]): Promise<number> {
  const { flags, rest } = readFlags(words);
  if (rest.length > 0) throw new UsageError(`start takes only flags, not "${rest[0]}". See terminus-mock --help.`);
  const prepared = await prepare(flags, { port: DEFAULT_PORT, log: "pretty" });
  const { mock, listening } = prepared;
  const ended = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  process.stdout.write(flags.log === "json" ? readyLine(prepared) : bannerText(prepared));
  if (flags.readyFile !== undefined) writeReadyFile(flags.readyFile, prepared);
  await ended;
  if (flags.readyFile !== undefined) rmSync(flags.readyFile, { force: true });
  const report = mock.coverage();
  await mock.close();
  void listening;
  return !flags.coverage || printCoverage(report, flags.minCoverage) ? 0 : 1;
}

function writeReadyFile(file: string, { mock, listening }: Prepared): void {
  try {
    writeFileSync(file, `${JSON.stringify({ api: mock.api, url: listening.url, pid: process.pid })}\n`);
  } catch (error) {
    throw new StartError(
      `--ready-file "${file}" cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
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
