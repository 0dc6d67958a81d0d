// The types of this API in the bundle that the core takes.
import type { traylinx } from "@terminus-hub/spec/traylinx";
import type { TraylinxActions } from "./actions.js";
import type { Identity, TraylinxOptions, TraylinxState, TraylinxStateInput } from "./state.js";

export type PresetName = "default" | "empty" | "full-page" | "expired-key" | "revoked-key" | "expired-token" | "flaky";

export interface TraylinxTypes {
  readonly routes: typeof traylinx.routes;
  readonly state: TraylinxState;
  readonly identity: Identity;
  readonly stateInput: TraylinxStateInput;
  readonly actions: TraylinxActions;
  readonly preset: PresetName;
  readonly options: TraylinxOptions;
}
