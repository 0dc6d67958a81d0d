// The MUTX API, whole: what `@terminus-hub/spec/mutx` exports.
import { defineApi } from "../define-api.js";
import { agentRoutes } from "./agents.js";
import { apiKeyRoutes } from "./api-keys.js";
import { authRoutes } from "./auth.js";
import { unroutedResponses } from "./errors.js";
import { rateLimit, securitySchemes } from "./security.js";

export type { ApiDefinition, Route } from "../define-api.js";
export type { Certainty, Provenance } from "../provenance.js";
export { Agent, AgentPage } from "./agents.js";
export { ApiKey, ApiKeyPage, CreateApiKeyBody, CreatedApiKey } from "./api-keys.js";
export { LoginBody, Me, RegisterBody, Registration, TokenPair } from "./auth.js";
export {
  challenge,
  ErrorEnvelope,
  ErrorReport,
  errorCodes,
  errorEnvelope,
  errorReport,
  errors,
  keyLimitReached,
  planLimits,
  RateLimitReport,
  rateLimitReport,
} from "./errors.js";
export { keyForm, loginRateLimit, rateLimit } from "./security.js";
export { formatTime, formatUtcTime, utcTimePattern } from "./times.js";

/** The MUTX API: its routes by `operationId`, and what its document says beside them. */
export const mutx = defineApi({
  name: "mutx",
  naming: { client: "Mutx", variable: "mutx", env: "MUTX" },
  title: "MUTX API",
  version: "1.0.0",
  description:
    'An unofficial description of the part of the MUTX API that has to do with API keys. Three versions of it existed. This document takes the paths and promises of the documentation page of March 2026, and today\'s wire format where the page is silent; the version is in the server\'s address: `https://api.mutx.dev/v1` today, `https://api.mutx.dev` then. Each operation, status and field says in `x-provenance` how surely it is known.\n\n**Times.** `created_at` has `Z` and microseconds. `expires_at` and `last_used` come without an offset and mean UTC; they are strings with a pattern and without a format, since an offset-less time is no `date-time`. A reader takes both.\n\n**Errors.** 400 to 409 are `{"detail": "..."}`; 422, 429 and 500 are a report with `error_code`. Malformed JSON is 422 here; that the real server answers it with 500, and fails on keys that expire where it runs on PostgreSQL, are defects that are not described.',
  externalDocs: { url: "https://docs.mutx.dev/docs/api/api-keys", description: "The documentation's page on API keys" },
  servers: [
    { url: "https://api.mutx.dev/v1", description: "Today." },
    { url: "https://api.mutx.dev", description: "As the page of March 2026 writes it." },
  ],
  tags: [
    { name: "API keys", description: "Create, list, look up, rotate and revoke the keys of an account." },
    { name: "Agents", description: "The agents of an account." },
    { name: "Auth", description: "Sign up, sign in, and who is calling." },
  ],
  securitySchemes,
  rateLimit,
  unroutedResponses,
  routes: { ...apiKeyRoutes, ...agentRoutes, ...authRoutes },
});
