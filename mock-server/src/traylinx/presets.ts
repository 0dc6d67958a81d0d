// The situations a mock can start in, by name. There is none for a rate limit: nothing is known of one.
import { expired, flaky, presetsOf, revoked } from "../core/contract/standard-presets.js";
import { demoState, emptyState } from "./demo-data.js";
import type { TraylinxState, TraylinxStateInput } from "./state.js";

export const presets = presetsOf<TraylinxState, TraylinxStateInput>()({
  default: {
    summary: "two organisations with three projects, and five keys: one expired, one without a note",
    state: demoState,
  },
  empty: { summary: "the same organisations and projects; the first project has one key", state: emptyState },
  "full-page": { summary: "250 keys in one project", state: (services) => demoState(services, 249) },
  "expired-key": expired(demoState, "key", ({ primaryKey }: TraylinxState) => primaryKey?.stored),
  "revoked-key": revoked(demoState, "deleted", (state: TraylinxState, key) => state.deleteKey(key)),
  "expired-token": expired(demoState, "access token", ({ primaryToken }: TraylinxState) => primaryToken?.stored),
  flaky: flaky(demoState),
});
