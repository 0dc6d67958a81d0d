// The situations a mock can start in, by name.
import { flaky, presetsOf, revoked } from "../core/contract/standard-presets.js";
import type { NewApiState } from "./state.js";
import type { NewApiStateInput } from "./state-schema.js";

const demo = (): NewApiStateInput => ({
  api_keys: [
    { name: "CI pipeline", created_at: "2025-10-01T09:00:00Z", last_used_at: "2025-12-30T16:20:00Z" },
    { name: "Old laptop", created_at: "2024-03-05T12:30:00Z" },
  ],
});

export const presets = presetsOf<NewApiState, NewApiStateInput>()({
  default: { summary: "three keys: the mock's own, one in use, one never used", state: demo },
  empty: { summary: "the mock's own key and nothing else", state: () => ({}) },
  "revoked-key": revoked(demo, "deleted", (state: NewApiState, key) => state.deleteKey(key)),
  flaky: flaky(demo),
});
