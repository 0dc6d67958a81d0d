// The situations a mock can start in, by name.
import type { Preset } from "../core/contract/mock-api.js";
import { DEMO_ADMIN, demoState, emptyState } from "./demo-data.js";
import type { PresetName, TermixTypes } from "./types.js";

type TermixPreset = Preset<TermixTypes>;
const demo: TermixPreset["state"] = (services) => demoState(services);
const HOUR = 3_600_000;

export const presets: Readonly<Record<PresetName, TermixPreset>> = {
  default: { summary: "five users, two of them admins, and five keys, one of them expired", state: demo },
  empty: { summary: "one admin and its key, nothing else", state: emptyState },
  fresh: {
    summary: "a new instance: no user and no key; the first user to be created is an admin",
    state: () => ({ users: [] }),
  },
  "full-page": {
    summary: "750 users, more than the largest page, and 1,000 keys",
    state: (services) => demoState(services, { users: 750, keys: 999 }),
  },
  "near-limit": {
    summary: "demo data, and one more failed login locks the admin's",
    state: demo,
    afterwards: ({ logins }) => logins.leave(DEMO_ADMIN, 1),
  },
  "rate-limited": {
    summary: "demo data, and the admin's login is locked for ten minutes (keys have no limit)",
    state: demo,
    afterwards: ({ logins }) => logins.leave(DEMO_ADMIN, 0),
  },
  "expired-key": {
    summary: "demo data, and the key expired an hour ago",
    state: demo,
    afterwards: (state, { clock }) => {
      if (state.firstKey !== undefined) state.firstKey.stored.expires_at = clock.now() - HOUR;
    },
  },
  "revoked-key": {
    summary: "demo data, and the key is deleted",
    state: demo,
    afterwards: (state) => {
      if (state.firstKey !== undefined) state.deleteKey(state.firstKey.stored);
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
