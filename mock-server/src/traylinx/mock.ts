// Traylinx as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, traylinx } from "@terminus-hub/spec/traylinx";
import type { MockApi } from "../core/contract/mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { knownMethod } from "../core/request/checks/known-method.js";
import { knownPath } from "../core/request/checks/known-path.js";
import { TOKEN_FORM, TOKEN_PREFIX } from "../core/state/json-web-token.js";
import { actions } from "./actions.js";
import { authenticated } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { jsonBody, validInput } from "./input.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, TraylinxState } from "./state.js";
import { stateSchema } from "./state-schema.js";
import type { TraylinxTypes } from "./types.js";

const ONE_MEBIBYTE = 1_048_576;

export const mockApi: MockApi<TraylinxTypes> = {
  name: traylinx.name,
  title: traylinx.title,
  routes: traylinx.routes,
  servers: traylinx.servers,
  unrouted: {
    ...Object.fromEntries(Object.keys(traylinx.unroutedResponses).map((status) => [status, ErrorEnvelope])),
    // The mock's own: a Host that it does not answer to.
    403: ErrorEnvelope,
  },
  document: async () => (await import("@terminus-hub/spec/openapi/traylinx.json")).default,
  rateLimit: false,
  maxBodyBytes: ONE_MEBIBYTE,
  secretPrefixes: [keyForm.prefix, TOKEN_PREFIX],
  // Longer than what is shown of a secret, `sk-lf-...2b1a`.
  secretPattern: new RegExp(`${keyForm.prefix}[0-9A-Za-z-]+|${TOKEN_FORM.source}`, "g"),
  secretHeaders: [],
  secretFields: ["password", "refreshToken"],
  ownOptions: { deleteStatus: [200, 204] },
  environment: (state, baseUrl, apiKey) => ({
    TRAYLINX_API_KEY: apiKey,
    TRAYLINX_BASE_URL: baseUrl,
    TRAYLINX_ACCESS_TOKEN: state.firstToken?.secret ?? "",
    TRAYLINX_ORGANIZATION_ID: state.firstOrganization.id,
    TRAYLINX_PROJECT_ID: state.firstProject.id,
  }),
  checks: [knownPath(), knownMethod(), authenticated, faultInjection(), jsonBody, validInput],
  handlers,
  problem,
  stateSchema,
  createState: (input, services, options) => new TraylinxState(input, services, options),
  exportState,
  presets,
  defaultPreset: "default",
  credentials: ({ firstKey }) => firstKey && { apiKey: firstKey.secret, credential: firstKey.stored.id },
  actions,
  banner,
};
