// `npm run bench -w sdk`: measures the SDK beside its rivals in one run. `--quick` for a smoke run, `--write` for BENCHMARKS.md.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { unpackSdk } from "./package-under-test.mjs";

const { values: flags } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
if (flags.quick && flags.write) {
  console.error("--quick measures too little to be written down. Leave out --quick or --write.");
  process.exit(2);
}

const thorough = {
  start: { rounds: 41 },
  cpu: { rounds: 15, calls: 5000, warmUp: 10_000 },
  loopback: { rounds: 15, calls: 1000, warmUp: 2000 },
  typeCheck: { rounds: 9 },
  prefetch: { rounds: 5, latency: 25, pages: 40, limit: 100, depths: [0, 1, 2, 4, 8] },
};
const quick = {
  start: { rounds: 2 },
  cpu: { rounds: 2, calls: 300, warmUp: 300 },
  loopback: { rounds: 2, calls: 100, warmUp: 100 },
  typeCheck: { rounds: 1, names: ["terminus-hub"] },
  prefetch: { rounds: 1, latency: 5, pages: 10, limit: 10, depths: [0, 4] },
};
const sizes = flags.quick ? quick : thorough;

const [load = 0] = loadavg();
if (load > 0.7) console.log(`The machine is busy (load ${load.toFixed(1)}): trust the ratios more than the numbers.\n`);

unpackSdk();
const measures = await import("./measures.mjs");
const results = {};
for (const [name, measure] of Object.entries(measures)) {
  console.error(`${name} ...`);
  results[name] = await measure(sizes[name] ?? {});
}

const { page, tables } = await import("./report.mjs");
if (flags.quick) console.log("A smoke run: it shows that everything can be measured, and judges nothing.\n");
console.log(await tables(results));
if (flags.write) {
  writeFileSync(new URL("../BENCHMARKS.md", import.meta.url), await page(results, sizes));
  console.log("\nWritten to sdk/BENCHMARKS.md.");
}
