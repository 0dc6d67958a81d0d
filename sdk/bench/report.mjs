// The tables, the bars and the method, as text.
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { loadClient, ours } from "./clients.mjs";
import { missedBecause } from "./missed.mjs";

/** Bars of the design; `id` finds in `missed.mjs` why one is missed. */
function bars({ size, start, cpu, loopback, typeCheck }) {
  const mine = cpu.get(ours);
  const bar = (id, what, limit, got, unit, digits) => ({
    id,
    what,
    bar: `at most ${limit.toFixed(digits)}${unit}`,
    got: `${fixed(got, digits)}${unit}`,
    held: got <= limit,
    by: `${(got - limit).toFixed(digits)}${unit}`,
  });
  const rate = loopback.get(ours).ratio * 100;
  return [
    bar("size", "whole client, minified and gzipped", 8, size.get(ours) / 1000, " kB", 2),
    bar("start", "import and construct, over an empty process", 10, start.over.get(ours), " ms", 1),
    bar("cpu", "CPU per call over a stubbed fetch, of openapi-fetch", 2, mine.ratio, "x", 2),
    bar("cpu", "the same, of ky", 1, mine.micros / cpu.get("ky").micros, "x", 2),
    {
      id: "loopback",
      what: "sequential calls on loopback, of bare fetch",
      bar: "at least 90 %",
      got: `${rate.toFixed(1)} %`,
      held: rate >= 90,
      by: `${(90 - rate).toFixed(1)} points`,
    },
    bar("types", "type-check of a five-line consumer, over none", 0.15, typeCheck.over.get(ours), " s", 2),
  ];
}

/** Without a minus before nothing. */
const fixed = (value, digits) => value.toFixed(digits).replace(/^-(?=[0.]+$)/, "");
const kB = (bytes) => (bytes / 1000).toFixed(2);
const percent = (ratio) => (ratio * 100).toFixed(0);

/** One row per client, each measure beside its baseline of the same run. */
async function clientRows(results) {
  const { size, start, cpu, loopback, typeCheck } = results;
  const rows = [];
  for (const [name, { micros, ratio }] of cpu) {
    const client = await loadClient(name);
    rows.push([
      client.packageName ? `${client.label} ${versionOf(client.packageName)}` : client.label,
      size.has(name) ? kB(size.get(name)) : "",
      start.over.has(name) ? start.over.get(name).toFixed(1) : "",
      `${micros.toFixed(1)} (${ratio.toFixed(2)}x)`,
      loopback.has(name) ? `${loopback.get(name).rate.toFixed(0)} (${percent(loopback.get(name).ratio)} %)` : "",
      typeCheck.over.has(name) ? fixed(typeCheck.over.get(name), 2) : "",
    ]);
  }
  return rows;
}

function versionOf(packageName) {
  const manifest = new URL(`node_modules/${packageName}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** The results as Markdown: bars first, then everybody, then pages fetched ahead. */
export async function tables(results) {
  const { start, typeCheck, prefetch } = results;
  const held = bars(results);
  const missed = held.filter((bar) => !bar.held);
  return [
    table(
      ["what", "bar", "measured", ""],
      held.map(({ what, bar, got, held: kept }) => [what, bar, got, kept ? "held" : "**missed**"]),
    ),
    missed.length === 0
      ? "Every bar is held."
      : missed
          .map(({ id, what, by }) => `The bar "${what}" is missed by ${by}. ${missedBecause[id] ?? ""}`.trim())
          .join("\n\n"),
    table(
      [
        "client",
        "min+gzip, kB",
        "import and construct, ms",
        "CPU per call, us (of openapi-fetch)",
        "calls per second on loopback (of bare fetch)",
        "type-check, s",
      ],
      await clientRows(results),
    ),
    `Import and construct is over an empty process (${start.empty.toFixed(0)} ms), type-check over a consumer that imports nothing (${typeCheck.none.toFixed(2)} s).`,
    table(
      ["pages fetched ahead", "ms for all pages", "times as fast as one at a time"],
      [...prefetch].map(([depth, { millis, speedUp }]) => [depth, millis.toFixed(0), speedUp.toFixed(1)]),
    ),
  ].join("\n\n");
}

/** The page that `--write` leaves. */
export async function page(results, sizes) {
  const { cpu, start, loopback, typeCheck, prefetch } = sizes;
  return `# Benchmarks

<!-- Written by \`npm run bench -w sdk -- --write\`. Do not edit: change \`bench/\` and measure again. -->

One run on ${new Date().toISOString().slice(0, 10)} measured the SDK beside others, on ${machine()}. Ratios carry over to other machines, but absolute numbers do not.

${await tables(results)}

## Method

Everything is measured from the packed tarball, unpacked beside the others, each at a pinned version. Rounds are interleaved, and each round begins with another client. A number is the median of the rounds, and a ratio is the median of the rounds' ratios.

- **min+gzip**: esbuild bundles and minifies all that the package exports (the default export where there is one), its dependencies included, then gzip at level 9. 1 kB is 1000 bytes.
- **Import and construct**: a process that imports the client and constructs it, from spawn to exit, less the same for an empty process, in ${start.rounds} rounds.
- **CPU per call**: user and system time of a warm process that does nothing but list twenty API keys over a stubbed \`fetch\`, which makes a fresh \`Response\` each time. There are ${cpu.rounds} rounds of ${cpu.calls} calls, with one process for each client and every option at its default. The stub's own cost is in every number, and the row of bare fetch shows it.
- **Calls per second on loopback**: the same call, one after the other, to a plain \`node:http\` server in another process, in ${loopback.rounds} rounds of ${loopback.calls} calls. stripe uses \`node:http\` here, as it does by default. All others use \`fetch\`.
- **Type-check**: \`tsc --noEmit\` on a consumer of five lines, \`strict\`, \`NodeNext\`, \`skipLibCheck\`, in ${typeCheck.rounds} rounds.
- **Pages fetched ahead**: ${prefetch.pages} pages of ${prefetch.limit} records from a server that takes ${prefetch.latency} ms for each, read with \`list({ limit }, { prefetch })\` in ${prefetch.rounds} rounds.

openai 6 and ky 1 are the newest that do not ask for Node 22.
`;
}

/** The machine in words that hold anywhere. */
export function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${process.platform} on ${process.arch}, ${cpus().length} cores, ${memory} GB of memory`;
}
