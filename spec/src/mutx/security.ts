// How a caller of MUTX proves who it is: one credential, two headers.
import type { Security } from "../define-api.js";
import { alphabets, defineKeyForm } from "../key-form.js";
import type { RateLimit } from "../rate-limit.js";
import { sources } from "./sources.js";

/** The form of an API key. */
export const keyForm = defineKeyForm({
  prefix: "mutx_live_",
  parts: [{ alphabet: alphabets.hex, length: 12 }, "_", { alphabet: alphabets.base64url, length: 43 }],
  words: "12 lower-case hex digits, _ and 43 of A-Z, a-z, 0-9, _ and -",
  ...sources.server,
});

/** The limit on requests with one key. */
export const rateLimit: RateLimit = { limit: 100, windowSeconds: 60, per: "key", ...sources.server };

/** The limit that sign-in has beside the other. */
export const loginRateLimit: RateLimit = { limit: 10, windowSeconds: 60, ...sources.server };

export const securitySchemes = {
  apiKeyHeader: {
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
    description: `An API key: \`X-API-Key: ${keyForm.prefix}...\`. The page shows it for \`GET /agents\` (documented) and asks for a JWT on the key operations; today's server takes a key everywhere (observed). Looked at only where there is no Bearer token. A key inherits the whole account and has no scopes. Keep it in \`MUTX_API_KEY\`.`,
    "x-key-form": keyForm,
    ...sources.page,
  },
  bearerAuth: {
    type: "http",
    scheme: "bearer",
    bearerFormat: `a JWT, or ${keyForm.prefix} and the rest of a key`,
    description:
      "`Authorization: Bearer ...`: the access token of `login` or `register` (documented for the key operations), or an API key (observed). It is looked at first; the word `Bearer` may be written in any case.",
    ...sources.server,
  },
} as const;

/** For every operation but sign-up and sign-in. */
export const authenticated: Security = [{ apiKeyHeader: [] }, { bearerAuth: [] }];

/** For operations that anyone may call. */
export const anyone: Security = [];
