// The types of this API in the bundle that the core takes.
import type { traylinx } from "@terminus-hub/spec/traylinx";
import type { TraylinxActions } from "./actions.js";
import type { presets } from "./presets.js";
import type { Identity, TraylinxOptions, TraylinxState, TraylinxStateInput } from "./state.js";

export interface TraylinxTypes {
  readonly routes: typeof traylinx.routes;
  readonly state: TraylinxState;
  readonly identity: Identity;
  readonly stateInput: TraylinxStateInput;
  readonly actions: TraylinxActions;
  readonly preset: keyof typeof presets;
  readonly options: TraylinxOptions;
}
