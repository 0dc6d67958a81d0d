// The types of this API in the bundle that the core takes.
import type { newApi } from "@terminus-hub/spec/new-api";
import type { NewApiActions } from "./actions.js";
import type { presets } from "./presets.js";
import type { NewApiState } from "./state.js";
import type { NewApiStateInput, StoredKey } from "./state-schema.js";

export interface NewApiTypes {
  readonly routes: typeof newApi.routes;
  readonly state: NewApiState;
  /** The key that a request carries. */
  readonly identity: StoredKey;
  readonly stateInput: NewApiStateInput;
  readonly actions: NewApiActions;
  readonly preset: keyof typeof presets;
  readonly options: Record<never, never>;
}
