// One thing done in one process, as often as it is told: `fork("in-process.mjs", ["createMock"])`.
// In processes of their own, so that none warms or spoils the compiled code of another.
import { Hono } from "hono";
import { listPath } from "../../scripts/bench/key-list.mjs";
import { keyListOf } from "./apis.mjs";
import { loadMock } from "./package-under-test.mjs";

const { createMock } = await loadMock();

/** The name of an API, or a number of keys. */
const [task = "", detail = ""] = process.argv.slice(2);
const base = "http://127.0.0.1";
const rateLimit = { limit: 1_000_000_000, window: "60s" };

const headersOf = (key) => ({ authorization: `Bearer ${key}` });

/** A mock whose first account has so many keys, and ten of their secrets from all over the list. */
async function mockWithKeys(count) {
  const secret = (index) => `thub_${String(index).padStart(32, "0")}`;
  const started = Date.parse("2026-01-01T00:00:00Z");
  const keys = Array.from({ length: count }, (_, index) => ({
    name: `key ${index}`,
    secret: secret(index),
    created_at: new Date(started + index).toISOString(),
  }));
  const mock = await createMock({ seed: 1, rateLimit, state: { accounts: [{ name: "Many", api_keys: keys }] } });
  const spread = Array.from({ length: 10 }, (_, tenth) => secret(Math.floor((tenth * (count - 1)) / 9)));
  return { mock, requests: spread.map((key) => ({ headers: headersOf(key) })) };
}

/** A mock of an API and the request for its keys: twenty of Terminus Hub, the demo keys of the others. */
async function keyListing(api) {
  const mock = await createMock({ api, seed: 1 });
  if (mock.rateLimits.get() !== false) mock.rateLimits.set(rateLimit);
  const { path, headers } = keyListOf(mock);
  if (api === "terminus-hub") {
    const init = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
    for (let index = 0; index < 20; index++) {
      await mock.fetch(`${base}${listPath}`, { ...init, body: JSON.stringify({ name: `CI pipeline ${index}` }) });
    }
  }
  return { mock, url: `${base}${path}`, init: { headers } };
}

/** Asks and reads the whole answer; anything but 200 ends the run. */
async function read(fetch, url, init) {
  const response = await fetch(url, init);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${task} met ${response.status}: ${text}`);
  return text;
}

/** Each task sets up and gives what is done again and again. */
const tasks = {
  async createMock() {
    return async () => {
      const mock = await createMock({ api: detail });
      await mock.close();
    };
  },
  async "mock.fetch"() {
    const { mock, url, init } = await keyListing(detail);
    return () => read(mock.fetch, url, init);
  },
  async "app.fetch"() {
    const { mock, url, init } = await keyListing(detail);
    const answer = JSON.parse(await read(mock.fetch, url, init));
    await mock.close();
    const app = new Hono().get(new URL(url).pathname, (context) => context.json(answer));
    return () => read((input, options) => app.fetch(new Request(input, options)), url, init);
  },
  async authenticate() {
    const { mock, requests } = await mockWithKeys(Number(detail));
    let turn = 0;
    return () => read(mock.fetch, `${base}/api/v1/governance_models?limit=1`, requests[turn++ % 10]);
  },
  async page() {
    const { mock, requests } = await mockWithKeys(Number(detail));
    // The middle of the list: the second page of five among ten, the hundred thousandth among a million.
    const url = `${base}${listPath}?limit=5&page=${Math.max(2, Number(detail) / 10)}`;
    return () => read(mock.fetch, url, requests[0]);
  },
};

const from = performance.now();
const act = await tasks[task]();
await act();
const first = performance.now() - from;

process.on("message", async ({ times }) => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let done = 0; done < times; done++) await act();
  const millis = (performance.now() - started) / times;
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({ millis, micros: (user + system) / times });
});
process.on("disconnect", () => process.exit());
process.send?.({ first });
