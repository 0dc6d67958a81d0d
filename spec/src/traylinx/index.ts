// The Traylinx API, whole: what `@terminus-hub/spec/traylinx` exports.
import { defineApi } from "../define-api.js";
import { apiKeyRoutes } from "./api-keys.js";
import { authRoutes } from "./auth.js";
import { unroutedResponses } from "./errors.js";
import { modelRoutes } from "./models.js";
import { keyForm, publicKeyPrefix, securitySchemes } from "./security.js";
import { authServers, managementServers, modelServers } from "./servers.js";

export type { ApiDefinition, Route } from "../define-api.js";
export type { Certainty, Provenance } from "../provenance.js";
export {
  ApiKey,
  ApiKeyList,
  CreateApiKeyBody,
  CreatedApiKey,
} from "./api-keys.js";
export { LoginBody, Session } from "./auth.js";
export {
  ErrorEnvelope,
  ErrorList,
  ErrorMessage,
  type ErrorStatus,
  ErrorText,
  errorEnvelope,
  errors,
} from "./errors.js";
export { Model, ModelList } from "./models.js";
export { keyForm, publicKeyPrefix } from "./security.js";
export { authServers, managementServers, modelServers } from "./servers.js";

/** The Traylinx API: its routes by `operationId`, and what its document says beside them. */
export const traylinx = defineApi({
  name: "traylinx",
  naming: { client: "Traylinx", variable: "traylinx", env: "TRAYLINX" },
  title: "Traylinx API",
  version: "1.0.0",
  description: `An unofficial description of the part of the Traylinx API that has to do with project API keys. The server is not public: most of what is here was seen only from the vendor's command-line client, and some of it is inferred. Each operation, status and field says in \`x-provenance\` how surely it is known.\n\n**Three hosts, two credentials.** Each operation names its own server. A person's access token goes to management only, a project's secret key to the model host only. A client's own base URL replaces all three.\n\n**Keys are pairs**: a public key \`${publicKeyPrefix}...\` and a secret key \`${keyForm.prefix}...\`, of which the secret one authenticates. There is no rotation in place: create a new key with the same note, switch, delete the old one; both work meanwhile.\n\n**Errors** come in three shapes; read them all. The vendor's pages and clients disagree on hosts (some still name an older domain); this document follows the newest page.`,
  externalDocs: {
    url: "https://docs.traylinx.com/hubs/user-guide/security/api-keys/",
    description: "The user manual's page on API keys",
  },
  servers: [...managementServers, ...authServers, ...modelServers],
  tags: [
    { name: "API keys", description: "Create, list and delete the keys of a project." },
    { name: "Models", description: "What a project's key opens." },
    { name: "Auth", description: "Sign in." },
  ],
  securitySchemes,
  unroutedResponses,
  routes: { ...apiKeyRoutes, ...modelRoutes, ...authRoutes },
});
