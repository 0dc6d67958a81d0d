// The situations a mock can start in, by name. There is none for a rate limit: nothing is known of one.
import type { Preset } from "../core/contract/mock-api.js";
import { demoState, emptyState } from "./demo-data.js";
import type { PresetName, TraylinxTypes } from "./types.js";

type TraylinxPreset = Preset<TraylinxTypes>;
const demo: TraylinxPreset["state"] = (services) => demoState(services);
const HOUR = 3_600_000;

export const presets: Readonly<Record<PresetName, TraylinxPreset>> = {
  default: {
    summary: "two organisations with three projects, and five keys: one expired, one without a note",
    state: demo,
  },
  empty: { summary: "the same organisations and projects; the first project has one key", state: emptyState },
  "full-page": { summary: "250 keys in one project", state: (services) => demoState(services, 249) },
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
  "expired-token": {
    summary: "demo data, and the access token expired an hour ago",
    state: demo,
    afterwards: (state, { clock }) => {
      if (state.firstToken !== undefined) state.firstToken.stored.expires_at = clock.now() - HOUR;
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
