// The Terminus Hub API, whole: what `@terminus-hub/spec/terminus-hub` exports.
import { defineApi } from "../define-api.js";
import { apiKeyRoutes } from "./api-keys.js";
import { unroutedResponses } from "./errors.js";
import { governanceModelRoutes } from "./governance-models.js";
import { recordRoutes } from "./records.js";
import { rateLimit, securitySchemes } from "./security.js";
import { submissionRoutes } from "./submissions.js";
import { workspaceRoutes } from "./workspaces.js";

export type { ApiDefinition, Route } from "../define-api.js";
export type { Certainty, Provenance } from "../provenance.js";
export { ApiKey, CreateApiKeyBody, CreatedApiKey } from "./api-keys.js";
export { ErrorEnvelope, errorEnvelope, errorTypes, invalidApiKey } from "./errors.js";
export { GovernanceModel } from "./governance-models.js";
export { TerminusRecord } from "./records.js";
export { keyForm, rateLimit } from "./security.js";
export { CreateSubmissionBody, Submission } from "./submissions.js";
export { Workspace } from "./workspaces.js";

/** The Terminus Hub Public API v1: its routes by `operationId`, and what its document says beside them. */
export const terminusHub = defineApi({
  name: "terminus-hub",
  naming: { client: "TerminusHub", variable: "hub", env: "TERMINUS" },
  title: "Terminus Hub Public API",
  version: "1.0.0",
  description:
    "An unofficial description of the Terminus Hub Public API v1. The vendor publishes no OpenAPI file. Each operation, status and field says in `x-provenance` how surely it is known: `documented`, `observed` or `inferred`, and by which source.\n\nEvery request needs an API key, answers are always JSON, and every list has the same pagination envelope. An answer may carry fields, types and codes that are not listed here: let them pass.",
  externalDocs: { url: "https://docs.terminus.app/api-reference/overview", description: "The vendor's own pages" },
  servers: [
    {
      url: "https://hub.terminus.app",
      description: "The vendor's cloud. A dedicated deployment has a host of its own.",
    },
  ],
  tags: [
    { name: "API keys", description: "Create, list and delete the keys of an account." },
    { name: "Workspaces", description: "Where records and submissions live." },
    { name: "Governance models", description: "The agreed sets of taxonomies, to browse." },
    { name: "Submissions", description: "Rows proposed to a workspace." },
    { name: "Records", description: "The approved rows of a workspace." },
  ],
  securitySchemes,
  rateLimit,
  unroutedResponses,
  routes: { ...apiKeyRoutes, ...workspaceRoutes, ...governanceModelRoutes, ...submissionRoutes, ...recordRoutes },
});
