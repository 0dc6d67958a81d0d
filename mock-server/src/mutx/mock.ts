// MUTX as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, ErrorReport, keyForm, mutx, RateLimitReport, rateLimit } from "@terminus-hub/spec/mutx";
import type { MockApi } from "../core/contract/mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { knownMethod } from "../core/request/checks/known-method.js";
import { knownPath } from "../core/request/checks/known-path.js";
import { TOKEN_FORM, TOKEN_PREFIX } from "../core/state/json-web-token.js";
import { actions } from "./actions.js";
import { authenticated, identified, underLimits } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { validInput } from "./input.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, MutxState } from "./state.js";
import { stateSchema } from "./state-schema.js";
import type { MutxTypes } from "./types.js";

const ONE_MEBIBYTE = 1_048_576;

export const mockApi: MockApi<MutxTypes> = {
  name: mutx.name,
  title: mutx.title,
  routes: mutx.routes,
  servers: mutx.servers,
  unrouted: {
    ...Object.fromEntries(Object.keys(mutx.unroutedResponses).map((status) => [status, ErrorEnvelope])),
    // The mock's own: a Host that it does not answer to.
    403: ErrorEnvelope,
    429: RateLimitReport,
    500: ErrorReport,
  },
  document: async () => (await import("@terminus-hub/spec/openapi/mutx.json")).default,
  rateLimit: { limit: rateLimit.limit, window: `${rateLimit.windowSeconds}s` },
  maxBodyBytes: ONE_MEBIBYTE,
  secretPrefixes: [keyForm.prefix, TOKEN_PREFIX],
  secretPattern: new RegExp(`${keyForm.prefix}[0-9A-Za-z_-]+|${TOKEN_FORM.source}`, "g"),
  secretHeaders: ["x-api-key"],
  secretFields: ["password"],
  ownOptions: { userApiKey: [true, false] },
  environment: (_, baseUrl, apiKey) => ({ MUTX_API_KEY: apiKey, MUTX_BASE_URL: baseUrl }),
  checks: [identified, underLimits, knownPath(), knownMethod(), authenticated, faultInjection(), validInput],
  handlers,
  problem,
  stateSchema,
  createState: (input, services, options) => new MutxState(input, services, options),
  exportState,
  presets,
  defaultPreset: "default",
  credentials: ({ firstKey }) => firstKey && { apiKey: firstKey.secret, credential: firstKey.stored.id },
  actions,
  banner,
};
