// `npm run bench -w mock-server`: measures the mock beside its rivals in one run. `--quick` for a smoke run, `--write` for BENCHMARKS.md.
import { runBench } from "../../scripts/bench/run.mjs";
import { installMock } from "./package-under-test.mjs";

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

await runBench({
  page: new URL("../BENCHMARKS.md", import.meta.url),
  thorough,
  quick,
  install: installMock,
  measures: () => import("./measures.mjs"),
  report: () => import("./report.mjs"),
});
