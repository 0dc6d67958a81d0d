// Terminus Hub as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, rateLimit, terminusHub } from "@terminus-hub/spec/terminus-hub";
import type { MockApi } from "../core/contract/mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import { bodySize } from "../core/request/checks/body-size.js";
import { contentType } from "../core/request/checks/content-type.js";
import { jsonBody } from "../core/request/checks/json-body.js";
import { knownMethod } from "../core/request/checks/known-method.js";
import { knownPath } from "../core/request/checks/known-path.js";
import { requiredInput } from "../core/request/checks/required-input.js";
import { underLimit } from "../core/request/checks/under-limit.js";
import { validInput } from "../core/request/checks/valid-input.js";
import { actions } from "./actions.js";
import { authenticated, mayManageKeys, planAllows } from "./authentication.js";
import { banner } from "./banner.js";
import { handlers } from "./handlers.js";
import { presets } from "./presets.js";
import { problem } from "./problem.js";
import { exportState, TerminusHubState } from "./state.js";
import { stateSchema } from "./state-schema.js";
import type { TerminusHubTypes } from "./types.js";

const ONE_MEBIBYTE = 1_048_576;

export const mockApi: MockApi<TerminusHubTypes> = {
  name: terminusHub.name,
  title: terminusHub.title,
  routes: terminusHub.routes,
  servers: terminusHub.servers,
  unrouted: Object.fromEntries(Object.keys(terminusHub.unroutedResponses).map((status) => [status, ErrorEnvelope])),
  document: async () => (await import("@terminus-hub/spec/openapi/terminus-hub.json")).default,
  rateLimit: { limit: rateLimit.limit, window: `${rateLimit.windowSeconds}s` },
  maxBodyBytes: ONE_MEBIBYTE,
  secretPrefixes: [keyForm.prefix],
  secretPattern: new RegExp(`${keyForm.prefix}[0-9A-Za-z]+`, "g"),
  secretHeaders: [],
  secretFields: [],
  ownOptions: { keyManagement: ["key", "session"] },
  environment: (_, baseUrl, apiKey) => ({ TERMINUS_API_KEY: apiKey, TERMINUS_BASE_URL: baseUrl }),
  checks: [
    authenticated,
    planAllows,
    underLimit(),
    faultInjection(),
    knownPath(),
    knownMethod(),
    mayManageKeys,
    contentType(),
    bodySize(),
    jsonBody(),
    requiredInput(),
    validInput(),
  ],
  handlers,
  problem,
  stateSchema,
  createState: (input, services, options) => new TerminusHubState(input, services, options),
  exportState,
  presets,
  defaultPreset: "default",
  credentials: ({ firstKey }) => firstKey && { apiKey: firstKey.secret, credential: firstKey.stored.id },
  actions,
  banner,
};
