// What is measured: each function takes how much, and gives each client's number beside its baseline.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { TerminusHub } from "@terminus-hub/sdk";
import { build } from "esbuild";
import { startChild } from "../../scripts/bench/child.mjs";
import { interleave, median, medianRatio } from "../../scripts/bench/median.mjs";
import { clientNames, key, loadClient, loopbackNames } from "./clients.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

/** Clients that are a package; bare fetch is none. */
const packages = clientNames.filter((name) => name !== "fetch");

/** Bytes after esbuild's minifier and gzip, all that a bundle would hold. */
export async function size() {
  const bytes = new Map();
  for (const name of packages) {
    const { surface } = await loadClient(name);
    const { outputFiles } = await build({
      stdin: { contents: surface, resolveDir: here },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      target: "es2022",
      write: false,
    });
    bytes.set(name, gzipSync(outputFiles[0].contents, { level: 9 }).length);
  }
  return bytes;
}

/** Milliseconds from spawn to exit, over an empty process in the same round. */
export async function start({ rounds }) {
  const times = await interleave(["none", ...packages], rounds, (name) => {
    const from = performance.now();
    const { status } = spawnSync(process.execPath, [join(here, "start.mjs"), name], { stdio: "ignore" });
    if (status !== 0) throw new Error(`The client ${name} could not be imported and constructed.`);
    return performance.now() - from;
  });
  const empty = times.get("none");
  const over = packages.map((name) => [name, median(times.get(name).map((time, round) => time - empty[round]))]);
  return { empty: median(empty), over: new Map(over) };
}

/** One process per client, asked in turns. */
async function withCallers(names, use) {
  const callers = new Map();
  try {
    for (const name of names) callers.set(name, await startChild(new URL("caller.mjs", import.meta.url), [name]));
    return await use(callers);
  } finally {
    await Promise.all([...callers.values()].map((caller) => caller.end()));
  }
}

/** Microseconds of CPU per call over a fetch that answers at once. */
export function cpu({ rounds, calls, warmUp }) {
  return withCallers(clientNames, async (callers) => {
    for (const caller of callers.values()) await caller.ask({ calls: warmUp });
    const costs = await interleave(clientNames, rounds, async (name) => {
      const { cpuPerCall } = await callers.get(name).ask({ calls });
      return cpuPerCall;
    });
    return new Map(
      clientNames.map((name) => [
        name,
        { micros: median(costs.get(name)), ratio: medianRatio(costs.get(name), costs.get("openapi-fetch")) },
      ]),
    );
  });
}

/** Sequential calls per second over a socket on loopback. */
export async function loopback({ rounds, calls, warmUp }) {
  const server = await startChild(new URL("server.mjs", import.meta.url));
  const { baseUrl } = server.first;
  try {
    return await withCallers(loopbackNames, async (callers) => {
      for (const caller of callers.values()) await caller.ask({ calls: warmUp, baseUrl });
      const rates = await interleave(loopbackNames, rounds, async (name) => {
        const { callsPerSecond } = await callers.get(name).ask({ calls, baseUrl });
        return callsPerSecond;
      });
      return new Map(
        loopbackNames.map((name) => [
          name,
          { rate: median(rates.get(name)), ratio: medianRatio(rates.get(name), rates.get("fetch")) },
        ]),
      );
    });
  } finally {
    await server.end();
  }
}

const noConsumer = `interface Key { name: string }
const items: Key[] = [{ name: "CI pipeline" }];
const names: string[] = items.map((key) => key.name);
console.log(names.join());
export {};
`;

/** Seconds that `tsc` needs for a five-line consumer, over one that imports nothing. */
export async function typeCheck({ rounds, names = packages }) {
  const folder = mkdtempSync(join(tmpdir(), "sdk-bench-types-"));
  const tsc = join(here, "node_modules/typescript/bin/tsc");
  try {
    symlinkSync(join(here, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    const all = ["none", ...names];
    for (const name of all) {
      const consumer = name === "none" ? noConsumer : (await loadClient(name)).consumer;
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "consumer.ts"), consumer);
      const compilerOptions = {
        target: "ES2022",
        module: "NodeNext",
        types: ["node"],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      };
      writeFileSync(join(folder, name, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    }
    const times = await interleave(all, rounds, (name) => {
      const from = performance.now();
      const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", join(folder, name)]);
      if (status !== 0) throw new Error(`The consumer of ${name} does not type-check:\n${stdout}`);
      return (performance.now() - from) / 1000;
    });
    const none = times.get("none");
    const over = names.map((name) => [name, median(times.get(name).map((time, round) => time - none[round]))]);
    return { none: median(none), over: new Map(over) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds to read all pages of a server that takes its time, by the number of pages fetched ahead. */
export async function prefetch({ rounds, latency, pages, limit, depths }) {
  const server = await startChild(new URL("server.mjs", import.meta.url), [String(latency), String(pages)]);
  const hub = new TerminusHub({ apiKey: key, baseUrl: server.first.baseUrl });
  try {
    const times = await interleave(depths, rounds, async (depth) => {
      const from = performance.now();
      const items = await hub.records.list({ limit }, { prefetch: depth }).toArray({ max: pages * limit });
      if (items.length !== pages * limit) throw new Error(`prefetch: ${depth} returned ${items.length} items.`);
      return performance.now() - from;
    });
    const one = times.get(0);
    return new Map(
      depths.map((depth) => [
        depth,
        { millis: median(times.get(depth)), speedUp: 1 / medianRatio(times.get(depth), one) },
      ]),
    );
  } finally {
    await server.end();
  }
}
