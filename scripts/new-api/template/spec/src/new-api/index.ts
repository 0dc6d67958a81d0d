// The New Api API, whole: what `@terminus-hub/spec/new-api` exports.
import { defineApi } from "../define-api.js";
import { apiKeyRoutes } from "./api-keys.js";
import { unroutedResponses } from "./errors.js";
import { securitySchemes } from "./security.js";

export type { ApiDefinition, Route } from "../define-api.js";
export type { Certainty, Provenance } from "../provenance.js";
export { ApiKey, ApiKeyList, CreateApiKeyBody, CreatedApiKey } from "./api-keys.js";
export { ErrorEnvelope, errorEnvelope, errors } from "./errors.js";
export { keyForm } from "./security.js";

/** The New Api API: its routes by `operationId`, and what its document says beside them. */
export const newApi = defineApi({
  name: "new-api",
  naming: { client: "NewApi", variable: "newApi", env: "NEW_API" },
  title: "New Api API",
  version: "1.0.0",
  description:
    "An unofficial description of the part of the New Api API that has to do with API keys. Each operation, status and field says in `x-provenance` how surely it is known.",
  servers: [{ url: "https://api.new-api.test", description: "The vendor's cloud." }],
  tags: [{ name: "API keys", description: "The keys of the account." }],
  securitySchemes,
  unroutedResponses,
  routes: { ...apiKeyRoutes },
});
