// `npm run bench -w sdk`: measures the SDK beside its rivals in one run. `--quick` for a smoke run, `--write` for BENCHMARKS.md.
import { runBench } from "../../scripts/bench/run.mjs";
import { unpackSdk } from "./package-under-test.mjs";

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

await runBench({
  page: new URL("../BENCHMARKS.md", import.meta.url),
  thorough,
  quick,
  install: unpackSdk,
  measures: () => import("./measures.mjs"),
  report: () => import("./report.mjs"),
});
