// MUTX as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, ErrorReport, keyForm, mutx, RateLimitReport } from "@terminus-hub/spec/mutx";
import { defineMockApi } from "../core/contract/define-mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { knownMethod, knownPath } from "../core/request/checks/path-and-method.js";
import { actions } from "./actions.js";
import { authenticated, identified, underLimits } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { validInput } from "./input.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, MutxState } from "./state.js";
import { state } from "./state-schema.js";
import type { MutxTypes } from "./types.js";

export const mockApi = defineMockApi<MutxTypes>(mutx, {
  document: async () => (await import("@terminus-hub/spec/openapi/mutx.json")).default,
  errorEnvelope: ErrorEnvelope,
  unrouted: { 429: RateLimitReport, 500: ErrorReport },
  keyInText: { prefix: keyForm.prefix, rest: "[0-9A-Za-z_-]+" },
  hasTokens: true,
  secretHeaders: ["x-api-key"],
  secretFields: ["password"],
  ownOptions: { userApiKey: [true, false] },
  checks: [identified, underLimits, knownPath, knownMethod, authenticated, faultInjection, validInput],
  handlers,
  problem,
  stateTable: state,
  State: MutxState,
  exportState,
  presets,
  actions,
  banner,
});
