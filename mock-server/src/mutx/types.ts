// The types of this API in the bundle that the core takes.
import type { mutx } from "@terminus-hub/spec/mutx";
import type { MutxActions } from "./actions.js";
import type { Identity, MutxOptions, MutxState, MutxStateInput } from "./state.js";

export type PresetName =
  | "default"
  | "empty"
  | "full-page"
  | "full-quota"
  | "near-limit"
  | "rate-limited"
  | "expired-key"
  | "revoked-key"
  | "flaky";

export interface MutxTypes {
  readonly routes: typeof mutx.routes;
  readonly state: MutxState;
  readonly identity: Identity;
  readonly stateInput: MutxStateInput;
  readonly actions: MutxActions;
  readonly preset: PresetName;
  readonly options: MutxOptions;
}
