// The Termix API, whole: what `@terminus-hub/spec/termix` exports.
import { defineApi } from "../define-api.js";
import { apiKeyRoutes } from "./api-keys.js";
import { authRoutes } from "./auth.js";
import { unroutedResponses } from "./errors.js";
import { healthRoutes } from "./health.js";
import { securitySchemes } from "./security.js";
import { userRoutes } from "./users.js";

export type { ApiDefinition, Route } from "../define-api.js";
export type { Certainty, Provenance } from "../provenance.js";
export { ApiKey, ApiKeyList, CreateApiKeyBody, CreatedApiKey } from "./api-keys.js";
export { Login, LoginBody, LoginForm, Logout } from "./auth.js";
export { ErrorEnvelope, errorEnvelope, errors, impersonationCode, LoginLocked, notFoundPage } from "./errors.js";
export { Health } from "./health.js";
export { idPattern, tokenPrefixLength } from "./identifiers.js";
export { clearSessionCookie, keyForm, sessionMaxAge, setSessionCookie } from "./security.js";
export { CreatedUser, CreateUserBody, Me, User, UserList } from "./users.js";

/** The Termix API: its routes by `operationId`, and what its document says beside them. */
export const termix = defineApi({
  name: "termix",
  naming: { client: "Termix", variable: "termix", env: "TERMIX" },
  title: "Termix API",
  version: "2.7.0",
  description:
    "An unofficial description of what a Termix 2.7.0 server does with API keys, users and sessions. Each operation, status and field says in `x-provenance` how surely it is known.\n\nWhere the documentation and the server differ, this document follows the server: there is no `/api` prefix (the page's `curl https://HOST/api/users` is an HTML 404; `GET /users/list` works); the prefix shown in a list is 12 characters (the page's sample has 14); and an expired key is refused with another sentence than a deleted one.\n\nTermix is self-hosted: the base URL is the instance's own. Bodies are JSON or urlencoded, fields that are not listed are ignored, and a trailing slash is accepted. JSON that cannot be parsed is answered with 500, before authentication; a route that does not exist, after authentication, with an HTML page. There is no limit on the rate of requests, but for failed logins.",
  externalDocs: {
    url: "https://mintlify.wiki/Termix-SSH/Termix/security/api-keys",
    description: "The documentation's page on API keys",
  },
  servers: [
    {
      url: "https://your-termix-instance.example.com",
      description: "Your own instance: Termix is self-hosted and has no address of its own.",
    },
  ],
  tags: [
    { name: "API keys", description: "Create, list and delete the keys of an instance. Admins only." },
    { name: "Users", description: "The users of an instance." },
    { name: "Auth", description: "Sign in and out." },
    { name: "Health", description: "Whether the instance is up." },
  ],
  securitySchemes,
  unroutedResponses,
  routes: { ...apiKeyRoutes, ...userRoutes, ...authRoutes, ...healthRoutes },
});
