// New Api as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, newApi } from "@terminus-hub/spec/new-api";
import { defineMockApi } from "../core/contract/define-mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { bodySize, contentType, jsonBody } from "../core/request/checks/body.js";
import { requiredInput, validInput } from "../core/request/checks/input.js";
import { knownMethod, knownPath } from "../core/request/checks/path-and-method.js";
import { actions } from "./actions.js";
import { authenticated } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, NewApiState } from "./state.js";
import { state } from "./state-schema.js";
import type { NewApiTypes } from "./types.js";

export const mockApi = defineMockApi<NewApiTypes>(newApi, {
  document: async () => (await import("@terminus-hub/spec/openapi/new-api.json")).default,
  errorEnvelope: ErrorEnvelope,
  keyInText: { prefix: keyForm.prefix, rest: "[0-9A-Za-z]+" },
  ownOptions: {},
  checks: [
    knownPath,
    knownMethod,
    authenticated,
    faultInjection,
    contentType,
    bodySize,
    jsonBody,
    requiredInput,
    validInput,
  ],
  handlers,
  problem,
  stateTable: state,
  State: NewApiState,
  exportState,
  presets,
  actions,
  banner,
});
