// The types of this API in the bundle that the core takes.
import type { mutx } from "@terminus-hub/spec/mutx";
import type { MutxActions } from "./actions.js";
import type { presets } from "./presets.js";
import type { Identity, MutxOptions, MutxState, MutxStateInput } from "./state.js";

export interface MutxTypes {
  readonly routes: typeof mutx.routes;
  readonly state: MutxState;
  readonly identity: Identity;
  readonly stateInput: MutxStateInput;
  readonly actions: MutxActions;
  readonly preset: keyof typeof presets;
  readonly options: MutxOptions;
}
