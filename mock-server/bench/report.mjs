// The tables, the bars and the method, as text.
import { atMost, barTable, pageOf, table } from "../../scripts/bench/report.mjs";
import { missedBecause } from "./missed.mjs";
import { servers } from "./servers.mjs";

/** How far a cost may move before it is called another one: what two runs of the same thing differ by. */
const SAME = 1.15;

/** Bars of the design. */
function bars({ cpu, coldStart, memory, create, inProcessFetch, manyKeys }) {
  const same = (id, what, ratio) => ({ ...atMost(id, what, SAME, ratio, "x", 2), bar: `the same (at most ${SAME}x)` });
  return [
    atMost("cpu", "server CPU per list request, of bare Hono", 2, cpu.get("ours").ratio, "x", 2),
    atMost("coldStart", "cold start to the first 200, of bare Hono", 1.7, coldStart.get("ours").ratio, "x", 2),
    atMost("idle", "memory, idle", 80, memory.get("ours").idle, " MB", 0),
    atMost("loaded", "memory, highest under load", 120, memory.get("ours").loaded, " MB", 0),
    atMost("create", "createMock(), warm", 1, create.get("terminus-hub").millis, " ms", 2),
    atMost("fetch", "mock.fetch, of bare Hono's app.fetch", 2, inProcessFetch.get("terminus-hub").ratio, "x", 2),
    same("many", "authentication with a million keys, of ten", manyKeys.get("authenticate").ratio),
    same("many", "a page of the list with a million keys, of ten", manyKeys.get("page").ratio),
  ];
}

function serverRows({ cpu, coldStart, memory }) {
  const cell = (results, name, text) => (results.has(name) ? text(results.get(name)) : "");
  return Object.entries(servers).map(([name, { label }]) => [
    label,
    cell(cpu, name, ({ micros, ratio }) => `${micros.toFixed(0)} (${ratio.toFixed(2)}x)`),
    cell(coldStart, name, ({ millis, ratio }) => `${millis.toFixed(0)} (${ratio.toFixed(2)}x)`),
    cell(memory, name, ({ idle }) => idle.toFixed(0)),
    cell(memory, name, ({ loaded }) => loaded.toFixed(0)),
  ]);
}

/** The results as Markdown: bars first, then everybody, then what runs in process. */
export function tables(results) {
  const { create, inProcessFetch, manyKeys } = results;
  return [
    barTable(bars(results), missedBecause),
    table(
      [
        "server",
        "CPU per request, us (of Hono)",
        "cold start to the first 200, ms (of Hono)",
        "memory idle, MB",
        "memory under load, MB",
      ],
      serverRows(results),
    ),
    table(
      ["in process", "createMock(), ms (the first of a process)", "mock.fetch of its keys, us (of Hono's app.fetch)"],
      [...inProcessFetch].map(([api, { mine, ratio }]) => [
        api,
        `${create.get(api).millis.toFixed(2)} (${create.get(api).first.toFixed(0)})`,
        `${mine.toFixed(0)} (${ratio.toFixed(2)}x)`,
      ]),
    ),
    table(
      ["number of keys", "a million, us", "ten, us", "ratio"],
      [
        ["a request that authenticates", "authenticate"],
        ["a page of five from the middle of the list", "page"],
      ].map(([what, task]) => {
        const { few, many, ratio } = manyKeys.get(task);
        return [what, many.toFixed(1), few.toFixed(1), `${ratio.toFixed(2)}x`];
      }),
    ),
  ].join("\n\n");
}

/** The page that `--write` leaves. */
export function page(results, sizes) {
  const { cpu, coldStart, memory, create, inProcessFetch } = sizes;
  return pageOf({
    workspace: "mock-server",
    what: "the mock server",
    tables: tables(results),
    method: `## Method

Every server answers the same list of twenty keys. Ours is the bin as it is installed, with everything on. That is authentication, the limiter (counting, with a limit out of reach), the check of each answer, the journal, coverage and the log. Prism and Scalar are given the contract with twenty keys as its example, and Prism's log is off. Bare Hono and bare \`node:http\` check nothing. Rounds are interleaved, and each round begins with another server. A number is the median of the rounds, and a ratio is the median of the rounds' ratios.

- **CPU per request**: user and system time of the server's process, from \`/proc\`, over ${cpu.requests} requests (a tenth of that for Scalar and Prism) from another process on ten kept-alive connections, in ${cpu.rounds} rounds, after ${cpu.warmUp} requests to warm up.
- **Cold start**: from spawn to the first 200 on the list, asked again every millisecond, in ${coldStart.rounds} rounds.
- **Memory**: resident set a second after the first answer, and its highest value over ${memory.seconds} seconds of load on ten connections. 1 MB is 1,000,000 bytes.
- **createMock()**: wall time of a mock with the default preset made and closed, in ${create.rounds} rounds of ${create.times}.
- **mock.fetch**: CPU of a call without a socket, its body read to the end, in a process of its own, beside Hono answering the same JSON. Terminus Hub answers twenty keys, and the others answer their demo keys. There are ${inProcessFetch.rounds} rounds of ${inProcessFetch.times} calls.
- **A million keys**: the same for one account with a million keys and one with ten, over ten keys from all over the list. "The same" allows for what two runs of one thing differ by.

@scalar/mock-server declares Node 22 and runs on 20. prism-cli 5.14.2 runs on 20, but 5.16 does not.
`,
  });
}
