// How a caller of MUTX proves who it is: one credential, two headers.
import type { Security } from "../define-api.js";
import { sources } from "./sources.js";

export const securitySchemes = {
  apiKeyHeader: {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
    description:
      "An API key: `X-API-Key: mutx_live_...`. The page shows it for `GET /agents` (documented) and asks for a JWT on the key operations; today's server takes a key everywhere (observed). Looked at only where there is no Bearer token. A key inherits the whole account and has no scopes. Keep it in `MUTX_API_KEY`.",
    ...sources.page,
  },
  bearerAuth: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "a JWT, or mutx_live_ and the rest of a key",
    description:
      "`Authorization: Bearer ...`: the access token of `login` or `register` (documented for the key operations), or an API key (observed). It is looked at first; the word `Bearer` may be written in any case.",
    ...sources.server,
  },
} as const;

/** For every operation but sign-up and sign-in. */
export const authenticated: Security = [{ apiKeyHeader: [] }, { bearerAuth: [] }];

/** For operations that anyone may call. */
export const anyone: Security = [];
