// Calls one client as often as it is told, and reports what that cost. One process per client, so that no client warms
// or spoils the compiled code of another: `fork("caller.mjs", ["ky"])`.
import { keyList } from "../../scripts/bench/key-list.mjs";
import { key, loadClient } from "./clients.mjs";

const { connect, answer = JSON.stringify(keyList) } = await loadClient(process.argv[2] ?? "fetch");

async function stubbedFetch() {
  return new Response(answer, { headers: { "content-type": "application/json" } });
}

const connected = new Map();

/** @param {string | undefined} baseUrl over the stub if absent */
function callOf(baseUrl) {
  if (!connected.has(baseUrl)) {
    const at = baseUrl === undefined ? { baseUrl: "https://hub.example", fetch: stubbedFetch } : { baseUrl };
    connected.set(baseUrl, connect({ ...at, key }));
  }
  return connected.get(baseUrl);
}

process.on("message", async ({ calls, baseUrl }) => {
  const call = callOf(baseUrl);
  const listed = await call();
  if (listed?.length !== 20) throw new Error(`${process.argv[2]} did not return the list of keys.`);
  const cpu = process.cpuUsage();
  const from = performance.now();
  for (let done = 0; done < calls; done++) await call();
  const elapsed = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({ cpuPerCall: (user + system) / calls, callsPerSecond: (calls / elapsed) * 1000 });
});
process.on("disconnect", () => process.exit());
process.send?.({ ready: true });
