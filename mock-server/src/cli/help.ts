// What `terminus-mock --help` prints.
import { apiNames, loadApi } from "../apis.js";
import { apiTitles } from "../generated/apis.js";
import { flagTable } from "./flags.js";

const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", the ")} and the ${texts.at(-1)}`;

export async function helpText(): Promise<string> {
  const rows = Object.entries(flagTable).map(([name, { value, help }]) => [
    `--${name}${value ? ` ${value}` : ""}`,
    help,
  ]);
  const width = Math.max(...rows.map(([left = ""]) => left.length));
  const presets = await Promise.all(
    apiNames.map(async (name) => `  ${name.padEnd(width)}  ${Object.keys((await loadApi(name)).presets).join(", ")}`),
  );
  return [
    `terminus-mock: a stateful mock of the ${listed(Object.values(apiTitles))}`,
    "",
    "  terminus-mock start [flags]            listens on http://127.0.0.1:4010 until Ctrl-C",
    "  terminus-mock exec [flags] -- COMMAND  runs a command against a mock of its own, and exits with its code",
    "  terminus-mock openapi [--api NAME]     prints the OpenAPI document",
    "",
    "Flags, with their defaults in brackets:",
    ...rows.map(([left = "", right]) => `  ${left.padEnd(width)}  ${right}`),
    `  ${"-h, --help".padEnd(width)}  prints this`,
    `  ${"-V, --version".padEnd(width)}  prints the version`,
    "",
    "Presets of each API:",
    ...presets,
    "",
  ].join("\n");
}
