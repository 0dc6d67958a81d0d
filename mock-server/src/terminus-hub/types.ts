// The types of this API in the bundle that the core takes.
import type { terminusHub } from "@terminus-hub/spec/terminus-hub";
import type { Actions } from "./actions.js";
import type { Identity } from "./authentication.js";
import type { TerminusHubState, TerminusHubStateInput } from "./state.js";

export type PresetName = "default" | "empty" | "full-page" | "near-limit" | "rate-limited" | "revoked-key" | "flaky";

export interface TerminusHubOptions {
  /**
   * Who may create, list and delete keys. The vendor's pages disagree: `"key"`, the default, lets any key of the account do it,
   * and owners' and admins' sessions; `"session"` refuses API keys there with 403.
   */
  readonly keyManagement?: "key" | "session";
}

export interface TerminusHubTypes {
  readonly routes: typeof terminusHub.routes;
  readonly state: TerminusHubState;
  readonly identity: Identity;
  readonly stateInput: TerminusHubStateInput;
  readonly actions: Actions;
  readonly preset: PresetName;
  readonly options: TerminusHubOptions;
}
