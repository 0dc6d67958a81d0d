// The types of this API in the bundle that the core takes.
import type { terminusHub } from "@terminus-hub/spec/terminus-hub";
import type { Actions } from "./actions.js";
import type { presets } from "./presets.js";
import type { Identity, TerminusHubOptions, TerminusHubState } from "./state.js";
import type { TerminusHubStateInput } from "./state-schema.js";

export interface TerminusHubTypes {
  readonly routes: typeof terminusHub.routes;
  readonly state: TerminusHubState;
  readonly identity: Identity;
  readonly stateInput: TerminusHubStateInput;
  readonly actions: Actions;
  readonly preset: keyof typeof presets;
  readonly options: TerminusHubOptions;
}
