// The situations a mock can start in, by name.
import type { Preset } from "../core/contract/mock-api.js";
import { demoState, emptyState } from "./demo-data.js";
import type { MutxTypes, PresetName } from "./types.js";

type MutxPreset = Preset<MutxTypes>;
const demo: MutxPreset["state"] = (services) => demoState(services);
const HOUR = 3_600_000;

export const presets: Readonly<Record<PresetName, MutxPreset>> = {
  default: {
    summary: "two accounts, PRO and FREE, with agents and keys: one key expired, one revoked",
    state: demo,
  },
  empty: { summary: "two FREE accounts; the first has one key, and room for one more", state: emptyState },
  "full-page": {
    summary: "lists that fill a page and go on: 250 keys and 150 agents, on the ENTERPRISE plan",
    state: (services) => demoState(services, { plan: "ENTERPRISE", keys: 251, agents: 150 }),
  },
  "full-quota": {
    summary: "the FREE plan with both of its keys: there is no room for a third",
    state: (services) => demoState(services, { plan: "FREE", keys: 1, agents: 6 }),
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
  "expired-key": {
    summary: "demo data, and the key expired an hour ago",
    state: demo,
    afterwards: (state, { clock }) => {
      if (state.firstKey !== undefined) state.firstKey.stored.expires_at = clock.now() - HOUR;
    },
  },
  "revoked-key": {
    summary: "demo data, and the key is revoked",
    state: demo,
    afterwards: (state) => {
      if (state.firstKey !== undefined) state.revokeKey(state.firstKey.stored);
    },
  },
  flaky: {
    summary: "demo data, and one request in five fails: 500 or a reset connection",
    state: demo,
    faults: [
      { probability: 0.15, status: 500 },
      { probability: 0.06, reset: true },
    ],
  },
};
