// The types of this API in the bundle that the core takes.
import type { termix } from "@terminus-hub/spec/termix";
import type { TermixActions } from "./actions.js";
import type { Identity, TermixState, TermixStateInput } from "./state.js";

export type PresetName =
  | "default"
  | "empty"
  | "fresh"
  | "full-page"
  | "near-limit"
  | "rate-limited"
  | "expired-key"
  | "revoked-key"
  | "flaky";

export interface TermixTypes {
  readonly routes: typeof termix.routes;
  readonly state: TermixState;
  readonly identity: Identity;
  readonly stateInput: TermixStateInput;
  readonly actions: TermixActions;
  readonly preset: PresetName;
  readonly options: object;
}
