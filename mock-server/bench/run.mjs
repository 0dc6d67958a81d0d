// `npm run bench -w mock-server`: measures the mock beside its rivals in one run. `--quick` for a smoke run, `--write` for BENCHMARKS.md.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { installMock } from "./package-under-test.mjs";
import { page, tables } from "./report.mjs";

const { values: flags } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
if (flags.quick && flags.write) {
  console.error("--quick measures too little to be written down. Leave out --quick or --write.");
  process.exit(2);
}

const thorough = {
  cpu: { rounds: 9, requests: 10_000, warmUp: 10_000 },
  coldStart: { rounds: 11 },
  memory: { settle: 1000, seconds: 20 },
  create: { rounds: 9, times: 100, warmUp: 100 },
  inProcessFetch: { rounds: 15, times: 5000, warmUp: 10_000 },
  manyKeys: { rounds: 9, times: 5000, warmUp: 5000, keys: 1_000_000 },
};
/** Scalar and Prism take seconds to start; one start of each is enough to see that they run. */
const fast = ["node:http", "hono", "ours"];
const quick = {
  cpu: { rounds: 1, requests: 500, warmUp: 100 },
  coldStart: { rounds: 1, names: [...fast, "traylinx"] },
  memory: { settle: 0, seconds: 1, names: fast },
  create: { rounds: 1, times: 20, warmUp: 5 },
  inProcessFetch: { rounds: 1, times: 200, warmUp: 200 },
  manyKeys: { rounds: 1, times: 200, warmUp: 200, keys: 1000 },
};
const sizes = flags.quick ? quick : thorough;

const [load = 0] = loadavg();
if (load > 0.7) console.log(`The machine is busy (load ${load.toFixed(1)}): trust the ratios more than the numbers.\n`);

const results = {};
const underTest = installMock();
try {
  for (const [name, measure] of Object.entries(await import("./measures.mjs"))) {
    console.error(`${name} ...`);
    results[name] = await measure(sizes[name]);
  }
} finally {
  underTest.remove();
}

if (flags.quick) console.log("A smoke run: it shows that everything can be measured, and judges nothing.\n");
console.log(tables(results));
if (flags.write) {
  writeFileSync(new URL("../BENCHMARKS.md", import.meta.url), page(results, sizes));
  console.log("\nWritten to mock-server/BENCHMARKS.md.");
}
