// The situations a mock can start in, by name.
import { expired, flaky, presetsOf, revoked } from "../core/contract/standard-presets.js";
import { DEMO_ADMIN, demoState, emptyState } from "./demo-data.js";
import type { TermixState, TermixStateInput } from "./state.js";

export const presets = presetsOf<TermixState, TermixStateInput>()({
  default: { summary: "five users, two of them admins, and five keys, one of them expired", state: demoState },
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
    state: demoState,
    afterwards: ({ logins }) => logins.leave(DEMO_ADMIN, 1),
  },
  "rate-limited": {
    summary: "demo data, and the admin's login is locked for ten minutes (keys have no limit)",
    state: demoState,
    afterwards: ({ logins }) => logins.leave(DEMO_ADMIN, 0),
  },
  "expired-key": expired(demoState, "key", ({ primaryKey }: TermixState) => primaryKey?.stored),
  "revoked-key": revoked(demoState, "deleted", (state: TermixState, key) => state.deleteKey(key)),
  flaky: flaky(demoState),
});
