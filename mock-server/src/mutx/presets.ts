// The situations a mock can start in, by name.
import { expired, flaky, nearLimit, presetsOf, rateLimited, revoked } from "../core/contract/standard-presets.js";
import { demoState, emptyState } from "./demo-data.js";
import type { MutxState, MutxStateInput } from "./state.js";

export const presets = presetsOf<MutxState, MutxStateInput>()({
  default: {
    summary: "two accounts, PRO and FREE, with agents and keys: one key expired, one revoked",
    state: demoState,
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
  "near-limit": nearLimit(demoState),
  "rate-limited": rateLimited(demoState),
  "expired-key": expired(demoState, "key", ({ primaryKey }: MutxState) => primaryKey?.stored),
  "revoked-key": revoked(demoState, "revoked", (state: MutxState, key) => state.revokeKey(key)),
  flaky: flaky(demoState),
});
