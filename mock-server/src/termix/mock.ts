// Termix as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, termix } from "@terminus-hub/spec/termix";
import type { MockApi } from "../core/contract/mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import type { Check } from "../core/request/request-context.js";
import { readInput } from "../core/request/request-input.js";
import { TOKEN_PREFIX as SESSION_PREFIX, TOKEN_FORM } from "../core/state/json-web-token.js";
import { actions } from "./actions.js";
import { authenticated } from "./authentication.js";
import { banner } from "./banner.js";
import { readableBody } from "./body.js";
import { handlers } from "./handlers.js";
import { presets } from "./presets.js";
import { problem, unknownRoute } from "./problem.js";
import { exportState, TermixState } from "./state.js";
import { stateSchema } from "./state-schema.js";
import type { TermixTypes } from "./types.js";

const ONE_MEBIBYTE = 1_048_576;
const HTML_STATUS = 404;

/** A wrong method is an unknown route too: there is no 405. */
const knownRoute: Check<TermixTypes> = {
  name: "route",
  run: (context) => {
    if (context.operation !== undefined) return undefined;
    context.why = "no such route";
    return unknownRoute(context.request.method, context.path);
  },
};

/** Path and query, which this server never refuses. Bodies are judged by the handlers, one field after the other. */
const parameters: Check<TermixTypes> = {
  name: "parameters",
  run: (context) => {
    readInput(context);
    return undefined;
  },
};

export const mockApi: MockApi<TermixTypes> = {
  name: termix.name,
  title: termix.title,
  routes: termix.routes,
  servers: termix.servers,
  trailingSlash: true,
  unrouted: Object.fromEntries(
    Object.keys(termix.unroutedResponses).map((status) => [
      status,
      Number(status) === HTML_STATUS ? undefined : ErrorEnvelope,
    ]),
  ),
  document: async () => (await import("@terminus-hub/spec/openapi/termix.json")).default,
  rateLimit: false,
  maxBodyBytes: ONE_MEBIBYTE,
  secretPrefixes: [keyForm.prefix, SESSION_PREFIX],
  // Longer than the prefix of a token, which lists show and which is no secret.
  secretPattern: new RegExp(`${keyForm.prefix}[0-9A-Za-z]{9,}|${TOKEN_FORM.source}`, "g"),
  secretHeaders: [],
  secretFields: ["password"],
  ownOptions: {},
  environment: (_, baseUrl, apiKey) => ({ TERMIX_API_KEY: apiKey, TERMIX_BASE_URL: baseUrl }),
  checks: [readableBody, authenticated, faultInjection(), knownRoute, parameters],
  handlers,
  problem,
  stateSchema,
  createState: (input, services) => new TermixState(input, services),
  exportState,
  presets,
  defaultPreset: "default",
  credentials: ({ firstKey }) => firstKey && { apiKey: firstKey.secret, credential: firstKey.stored.id },
  actions,
  banner,
};
