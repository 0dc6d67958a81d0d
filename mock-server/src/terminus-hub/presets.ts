// The situations a mock can start in, by name.
import type { Preset } from "../core/contract/mock-api.js";
import { DEMO_SIZES, demoAccounts, emptyAccounts } from "./demo-data.js";
import type { PresetName, TerminusHubTypes } from "./types.js";

type TerminusPreset = Preset<TerminusHubTypes>;
const demo: TerminusPreset["state"] = (services) => ({ accounts: demoAccounts(services, DEMO_SIZES) });

export const presets: Readonly<Record<PresetName, TerminusPreset>> = {
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
  "near-limit": {
    summary: "demo data, and one request left in the key's window",
    state: demo,
    spent: (limit) => Math.max(0, limit - 1),
  },
  "rate-limited": {
    summary: "demo data, and no request left in the key's window",
    state: demo,
    spent: (limit) => limit,
  },
  "revoked-key": {
    summary: "demo data, and the key is deleted",
    state: demo,
    afterwards: (state) => {
      if (state.firstKey !== undefined) state.deleteKey(state.firstKey.stored);
    },
  },
  flaky: {
    summary: "demo data, and one request in five fails: 503, 500 or a reset connection",
    state: demo,
    faults: [
      { probability: 0.1, status: 503 },
      { probability: 0.06, status: 500 },
      { probability: 0.05, reset: true },
    ],
  },
};
