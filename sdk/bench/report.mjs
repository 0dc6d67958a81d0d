// The tables, the bars and the method, as text.
import { readFileSync } from "node:fs";
import { atMost, barTable, fixed, pageOf, table } from "../../scripts/bench/report.mjs";
import { loadClient, ours } from "./clients.mjs";
import { missedBecause } from "./missed.mjs";

/** Bars of the design. */
function bars({ size, start, cpu, loopback, typeCheck }) {
  const mine = cpu.get(ours);
  const rate = loopback.get(ours).ratio * 100;
  return [
    atMost("size", "whole client, minified and gzipped", 8.5, size.get(ours) / 1000, " kB", 2),
    atMost("start", "import and construct, over an empty process", 10, start.over.get(ours), " ms", 1),
    atMost("cpu", "CPU per call over a stubbed fetch, of openapi-fetch", 2, mine.ratio, "x", 2),
    atMost("cpu", "the same, of ky", 1, mine.micros / cpu.get("ky").micros, "x", 2),
    {
      id: "loopback",
      what: "sequential calls on loopback, of bare fetch",
      bar: "at least 90 %",
      got: `${rate.toFixed(1)} %`,
      held: rate >= 90,
      by: `${(90 - rate).toFixed(1)} points`,
    },
    atMost("types", "type-check of a five-line consumer, over none", 0.15, typeCheck.over.get(ours), " s", 2),
  ];
}

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

/** The results as Markdown: bars first, then everybody, then pages fetched ahead. */
export async function tables(results) {
  const { start, typeCheck, prefetch } = results;
  return [
    barTable(bars(results), missedBecause),
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
  return pageOf({
    workspace: "sdk",
    what: "the SDK",
    tables: await tables(results),
    method: `## Method

Everything is measured from the packed tarball, unpacked beside the others, each at a pinned version. Rounds are interleaved, and each round begins with another client. A number is the median of the rounds, and a ratio is the median of the rounds' ratios.

- **min+gzip**: esbuild bundles and minifies all that the package exports (the default export where there is one), its dependencies included, then gzip at level 9. 1 kB is 1000 bytes.
- **Import and construct**: a process that imports the client and constructs it, from spawn to exit, less the same for an empty process, in ${start.rounds} rounds.
- **CPU per call**: user and system time of a warm process that does nothing but list twenty API keys over a stubbed \`fetch\`, which makes a fresh \`Response\` each time. There are ${cpu.rounds} rounds of ${cpu.calls} calls, with one process for each client and every option at its default. The stub's own cost is in every number, and the row of bare fetch shows it.
- **Calls per second on loopback**: the same call, one after the other, to a plain \`node:http\` server in another process, in ${loopback.rounds} rounds of ${loopback.calls} calls. stripe uses \`node:http\` here, as it does by default. All others use \`fetch\`.
- **Type-check**: \`tsc --noEmit\` on a consumer of five lines, \`strict\`, \`NodeNext\`, \`skipLibCheck\`, in ${typeCheck.rounds} rounds.
- **Pages fetched ahead**: ${prefetch.pages} pages of ${prefetch.limit} records from a server that takes ${prefetch.latency} ms for each, read with \`list({ limit }, { prefetch })\` in ${prefetch.rounds} rounds.

openai 6 and ky 1 are the newest that do not ask for Node 22.
`,
  });
}
