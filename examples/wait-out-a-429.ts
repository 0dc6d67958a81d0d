// Waits out a rate limit of a minute in about a millisecond, because the client uses the mock's clock.
import { createMock } from "@terminus-hub/mock-server";
import { TerminusHub } from "@terminus-hub/sdk";

await using mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z", rateLimit: { limit: 3, window: "60s" } });
const hub = new TerminusHub({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });

for (let call = 1; call <= 3; call += 1) await hub.workspaces.list();

const started = performance.now();
const { attempts } = await hub.workspaces.list().withResponse(); // the fourth in this minute
const took = performance.now() - started;

console.log(`Attempts: ${attempts.map(({ status }) => status).join(", then ")}`);
console.log(`The mock's clock says ${new Date(mock.clock.now()).toISOString()}`);
console.log(`Real time: ${took.toFixed(1)} ms`);
