// Terminus Hub as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, terminusHub } from "@terminus-hub/spec/terminus-hub";
import { defineMockApi } from "../core/contract/define-mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { bodySize, contentType, jsonBody } from "../core/request/checks/body.js";
import { requiredInput, validInput } from "../core/request/checks/input.js";
import { knownMethod, knownPath } from "../core/request/checks/path-and-method.js";
import { underLimit } from "../core/request/checks/under-limit.js";
import { actions } from "./actions.js";
import { authenticated, mayManageKeys, planAllows } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, TerminusHubState } from "./state.js";
import { state } from "./state-schema.js";
import type { TerminusHubTypes } from "./types.js";

export const mockApi = defineMockApi<TerminusHubTypes>(terminusHub, {
  document: async () => (await import("@terminus-hub/spec/openapi/terminus-hub.json")).default,
  errorEnvelope: ErrorEnvelope,
  keyInText: { prefix: keyForm.prefix, rest: "[0-9A-Za-z]+" },
  ownOptions: { keyManagement: ["key", "session"] },
  checks: [
    authenticated,
    planAllows,
    underLimit,
    faultInjection,
    knownPath,
    knownMethod,
    mayManageKeys,
    contentType,
    bodySize,
    jsonBody,
    requiredInput,
    validInput,
  ],
  handlers,
  problem,
  stateTable: state,
  State: TerminusHubState,
  exportState,
  presets,
  actions,
  banner,
});
