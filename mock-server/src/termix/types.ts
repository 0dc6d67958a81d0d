// The types of this API in the bundle that the core takes.
import type { termix } from "@terminus-hub/spec/termix";
import type { TermixActions } from "./actions.js";
import type { presets } from "./presets.js";
import type { Identity, TermixState, TermixStateInput } from "./state.js";

export interface TermixTypes {
  readonly routes: typeof termix.routes;
  readonly state: TermixState;
  readonly identity: Identity;
  readonly stateInput: TermixStateInput;
  readonly actions: TermixActions;
  readonly preset: keyof typeof presets;
  readonly options: object;
}
