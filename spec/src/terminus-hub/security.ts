// How a caller of the Terminus Hub API proves who it is.
import type { Security } from "../define-api.js";
import { inferred } from "../provenance.js";
import { sources } from "./sources.js";

export const securitySchemes = {
  bearerAuth: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "thub_ and random characters",
    description:
      "An API key: `Authorization: Bearer thub_...`. It belongs to one account, reaches only that account's data, and has no scopes, roles or expiry. Keep it in `TERMINUS_API_KEY`.",
    ...sources.authentication,
  },
  sessionCookie: {
    type: "apiKey",
    in: "cookie",
    name: "terminus_session",
    description:
      "The browser session of an owner or admin of the account. Only the key operations accept it; a member's session is refused there with 403.",
    ...inferred(
      'The pages disagree on who manages keys: "managed through the API itself", "while authenticated", "only account owners and admins", "no session login for the Public API". So both are allowed on the key operations; the cookie\'s name is ours.',
    ),
  },
} as const;

/** For every operation but those on keys. */
export const withKey: Security = [{ bearerAuth: [] }];

/** For the operations on keys. */
export const withKeyOrSession: Security = [{ bearerAuth: [] }, { sessionCookie: [] }];
