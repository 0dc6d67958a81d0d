// The situations a mock can start in, by name.
import type { Services } from "../core/contract/services.js";
import { flaky, nearLimit, presetsOf, rateLimited, revoked } from "../core/contract/standard-presets.js";
import { DEMO_SIZES, demoAccounts, emptyAccounts } from "./demo-data.js";
import type { TerminusHubState, TerminusHubStateInput } from "./state.js";

const demo = (services: Services): TerminusHubStateInput => ({ accounts: demoAccounts(services, DEMO_SIZES) });

export const presets = presetsOf<TerminusHubState, TerminusHubStateInput>()({
  default: {
    summary: "two accounts with demo data: workspaces, models, submissions in each status, 342 records",
    state: demo,
  },
  empty: {
    summary: "two accounts with one workspace each and nothing in it",
    state: (services) => ({ accounts: emptyAccounts(services) }),
  },
  "full-page": {
    summary: "lists that fill a page and go on: 10,250 records, 250 submissions, 150 keys",
    state: (services) => ({
      accounts: demoAccounts(services, { records: 10_250, submissions: 250, keys: 149 }),
    }),
  },
  "near-limit": nearLimit(demo),
  "rate-limited": rateLimited(demo),
  "revoked-key": revoked(demo, "deleted", (state: TerminusHubState, key) => state.deleteKey(key)),
  flaky: flaky(demo, "503, 500 or a reset connection", [
    { probability: 0.1, status: 503 },
    { probability: 0.06, status: 500 },
    { probability: 0.05, reset: true },
  ]),
});
