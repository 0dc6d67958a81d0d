// Termix as the core takes it: its routes, its order of checks, its words, its state.
import { ErrorEnvelope, keyForm, termix } from "@terminus-hub/spec/termix";
import { defineMockApi } from "../core/contract/define-mock-api.js";
import { faultInjection } from "../core/faults/fault-injection.js";
import type { Check } from "../core/request/request-context.js";
import { readInput } from "../core/request/request-input.js";
import { actions } from "./actions.js";
import { authenticated } from "./authentication.js";
import { banner } from "./banner.js";
import { readableBody } from "./body.js";
import { handlers } from "./handlers.js";
import { presets } from "./presets.js";
import { problem, unknownRoute } from "./problem.js";
import { exportState, TermixState } from "./state.js";
import { state } from "./state-schema.js";
import type { TermixTypes } from "./types.js";

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

export const mockApi = defineMockApi<TermixTypes>(termix, {
  document: async () => (await import("@terminus-hub/spec/openapi/termix.json")).default,
  errorEnvelope: ErrorEnvelope,
  unrouted: { [HTML_STATUS]: undefined },
  trailingSlash: true,
  // Longer than the prefix of a token, which lists show and which is no secret.
  keyInText: { prefix: keyForm.prefix, rest: "[0-9A-Za-z]{9,}" },
  hasTokens: true,
  secretFields: ["password"],
  ownOptions: {},
  checks: [readableBody, authenticated, faultInjection, knownRoute, parameters],
  handlers,
  problem,
  stateTable: state,
  State: TermixState,
  exportState,
  presets,
  actions,
  banner,
});
