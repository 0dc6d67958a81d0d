// What `terminus-mock --help` prints.
import { flagTable } from "./flags.js";

export function helpText(): string {
  const rows = Object.entries(flagTable).map(([name, { value, help }]) => [
    `--${name}${value ? ` ${value}` : ""}`,
    help,
  ]);
  const width = Math.max(...rows.map(([left = ""]) => left.length));
  return [
    "terminus-mock: a stateful mock of the Terminus Hub API",
    "",
    "  terminus-mock start [flags]            listens on http://127.0.0.1:4010 until Ctrl-C",
    "  terminus-mock exec [flags] -- COMMAND  runs a command against a mock of its own",
    "  terminus-mock openapi [--api NAME]     prints the OpenAPI document",
    "",
    ...rows.map(([left = "", right]) => `  ${left.padEnd(width)}  ${right}`),
    "",
  ].join("\n");
}
