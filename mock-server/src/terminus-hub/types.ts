// The types of this API in the bundle that the core takes.
import type { terminusHub } from "@terminus-hub/spec/terminus-hub";
import type { Actions } from "./actions.js";
import type { Identity, TerminusHubOptions, TerminusHubState } from "./state.js";
import type { TerminusHubStateInput } from "./state-schema.js";

export type PresetName = "default" | "empty" | "full-page" | "near-limit" | "rate-limited" | "revoked-key" | "flaky";

export interface TerminusHubTypes {
  readonly routes: typeof terminusHub.routes;
  readonly state: TerminusHubState;
  readonly identity: Identity;
  readonly stateInput: TerminusHubStateInput;
  readonly actions: Actions;
  readonly preset: PresetName;
  readonly options: TerminusHubOptions;
}
