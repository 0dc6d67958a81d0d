// Traylinx as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, traylinx } from "@terminus-hub/spec/traylinx";
import { defineMockApi } from "../core/contract/define-mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { knownMethod, knownPath } from "../core/request/checks/path-and-method.js";
import { actions } from "./actions.js";
import { authenticated } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { jsonBody, validInput } from "./input.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, TraylinxState } from "./state.js";
import { state } from "./state-schema.js";
import type { TraylinxTypes } from "./types.js";

export const mockApi = defineMockApi<TraylinxTypes>(traylinx, {
  document: async () => (await import("@terminus-hub/spec/openapi/traylinx.json")).default,
  errorEnvelope: ErrorEnvelope,
  // Longer than what is shown of a secret, `sk-lf-...2b1a`.
  keyInText: { prefix: keyForm.prefix, rest: "[0-9A-Za-z-]+" },
  hasTokens: true,
  secretFields: ["password", "refreshToken"],
  ownOptions: { deleteStatus: [200, 204] },
  environment: ({ primaryToken, primaryOrganization, primaryProject }) => ({
    TRAYLINX_ACCESS_TOKEN: primaryToken?.secret ?? "",
    TRAYLINX_ORGANIZATION_ID: primaryOrganization.id,
    TRAYLINX_PROJECT_ID: primaryProject.id,
  }),
  checks: [knownPath, knownMethod, authenticated, faultInjection, jsonBody, validInput],
  handlers,
  problem,
  stateTable: state,
  State: TraylinxState,
  exportState,
  presets,
  actions,
  banner,
});
