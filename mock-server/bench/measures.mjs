// What is measured: each function takes how much, and gives each server's number beside bare Hono's.
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { startChild } from "../../scripts/bench/child.mjs";
import { interleave, median, medianRatio } from "../../scripts/bench/median.mjs";
import { apiNames, keyListOf, same } from "./apis.mjs";
import { writeContract } from "./contract-with-twenty-keys.mjs";
import { loadMock } from "./package-under-test.mjs";
import { cpuSeconds, memory as memoryOf } from "./process-cost.mjs";
import { servers, startServer } from "./servers.mjs";

const everybody = Object.keys(servers);
/** Those that list the twenty keys of Terminus Hub. */
const rivals = everybody.filter((name) => servers[name].api === undefined);

/** A server's credentials are those of a mock made here with the same seed and time. */
async function withServers(use) {
  const { createMock } = await loadMock();
  const contract = writeContract();
  const running = new Set();
  const start = async (name) => {
    const mock = await createMock({ api: servers[name].api ?? "terminus-hub", ...same });
    const server = await startServer(name, { contract: contract.path, ...keyListOf(mock) });
    await mock.close();
    running.add(server);
    return server;
  };
  try {
    return await use(start);
  } finally {
    await Promise.all([...running].map((server) => server.end()));
    contract.remove();
  }
}

/** Fills the page of twenty where the server remembers what is created; the others answer twenty anyway. */
async function fillPage({ name, url, headers }) {
  if (name !== "ours") return;
  for (let index = 0; index < 20; index++) {
    const body = JSON.stringify({ name: `CI pipeline ${index}` });
    await fetch(url, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body });
  }
}

async function checkPage({ name, url, headers }) {
  const { items } = await (await fetch(url, { headers })).json();
  if (items.length !== 20) throw new Error(`${name} listed ${items.length} keys in place of 20.`);
}

/** Ten connections that ask as fast as they are answered; `limits` says until when. */
async function load({ name, url, headers }, limits) {
  const { non2xx, errors, requests } = await autocannon({ url, headers, connections: 10, ...limits });
  if (non2xx + errors > 0) throw new Error(`${name} gave ${non2xx} answers that were no 2xx, and ${errors} errors.`);
  return requests.total;
}

/** Microseconds of the server's CPU per request. */
export function cpu({ rounds, requests, warmUp, names = rivals }) {
  return withServers(async (start) => {
    const started = new Map();
    const share = (name, amount) => Math.ceil(servers[name].slow ? amount / 10 : amount);
    for (const name of names) {
      const server = await start(name);
      await fillPage(server);
      await checkPage(server);
      await load(server, { amount: share(name, warmUp) });
      started.set(name, server);
    }
    const costs = await interleave(names, rounds, async (name) => {
      const server = started.get(name);
      const before = cpuSeconds(server.pid);
      const total = await load(server, { amount: share(name, requests) });
      return ((cpuSeconds(server.pid) - before) / total) * 1e6;
    });
    return new Map(
      names.map((name) => [
        name,
        { micros: median(costs.get(name)), ratio: medianRatio(costs.get(name), costs.get("hono")) },
      ]),
    );
  });
}

/** Milliseconds from spawn to the first 200. */
export function coldStart({ rounds, names = everybody }) {
  return withServers(async (start) => {
    const times = await interleave(names, rounds, async (name) => {
      const server = await start(name);
      await server.end();
      return server.coldStart;
    });
    return new Map(
      names.map((name) => [
        name,
        { millis: median(times.get(name)), ratio: medianRatio(times.get(name), times.get("hono")) },
      ]),
    );
  });
}

/** Megabytes resident: some milliseconds after the first answer, and the highest over so many seconds of load. */
export function memory({ settle, seconds, names = rivals }) {
  return withServers(async (start) => {
    const megabytes = new Map();
    for (const name of names) {
      const server = await start(name);
      await sleep(settle);
      const idle = memoryOf(server.pid).now;
      await fillPage(server);
      await load(server, { duration: seconds });
      megabytes.set(name, { idle, loaded: memoryOf(server.pid).peak });
      await server.end();
    }
    return megabytes;
  });
}

/** Starts the tasks of `in-process.mjs`, and asks each for its cost in interleaved rounds. */
async function inProcess(tasks, { rounds, times, warmUp }) {
  const children = new Map();
  try {
    for (const [name, args] of tasks)
      children.set(name, await startChild(new URL("in-process.mjs", import.meta.url), args));
    for (const child of children.values()) await child.ask({ times: warmUp });
    const spent = new Map();
    const millis = await interleave([...children.keys()], rounds, async (name) => {
      const answer = await children.get(name).ask({ times });
      spent.set(name, [...(spent.get(name) ?? []), answer.micros]);
      return answer.millis;
    });
    return new Map(
      [...children].map(([name, { first }]) => [
        name,
        { first: first.first, millis: median(millis.get(name)), micros: spent.get(name) },
      ]),
    );
  } finally {
    await Promise.all([...children.values()].map((child) => child.end()));
  }
}

/** Milliseconds for a mock made and closed, by API: the first of a process, and a warm one. */
export async function create(sizes) {
  const costs = await inProcess(
    apiNames.map((api) => [api, ["createMock", api]]),
    sizes,
  );
  return new Map([...costs].map(([api, { first, millis }]) => [api, { first, millis }]));
}

/** Microseconds of CPU per call without a socket, by API, and bare Hono's for the same answer. */
export async function inProcessFetch(sizes) {
  const result = new Map();
  for (const api of apiNames) {
    const costs = await inProcess(
      [
        ["mock.fetch", ["mock.fetch", api]],
        ["app.fetch", ["app.fetch", api]],
      ],
      sizes,
    );
    const [mine, hono] = [costs.get("mock.fetch").micros, costs.get("app.fetch").micros];
    result.set(api, { mine: median(mine), hono: median(hono), ratio: medianRatio(mine, hono) });
  }
  return result;
}

/** Microseconds of CPU per call with ten keys and with many. */
export async function manyKeys({ keys, ...sizes }) {
  const result = new Map();
  for (const task of ["authenticate", "page"]) {
    const costs = await inProcess(
      [
        ["few", [task, "10"]],
        ["many", [task, String(keys)]],
      ],
      sizes,
    );
    const [few, many] = [costs.get("few").micros, costs.get("many").micros];
    result.set(task, { few: median(few), many: median(many), ratio: medianRatio(many, few) });
  }
  return result;
}
