// How a caller of the Terminus Hub API proves who it is.
import type { Security } from "../define-api.js";
import { alphabets, defineKeyForm } from "../key-form.js";
import { inferred } from "../provenance.js";
import type { RateLimit } from "../rate-limit.js";
import { sources } from "./sources.js";

/** The form of an API key. */
export const keyForm = defineKeyForm({
  prefix: "thub_",
  parts: [{ alphabet: alphabets.alphanumeric, length: 32 }],
  words: "32 letters or digits",
  ...inferred(
    "The prefix and random characters after it are documented at https://docs.terminus.app/api-reference/authentication; 32 letters or digits are inferred from the samples.",
  ),
});

/** The limit on requests with one key. */
export const rateLimit: RateLimit = { limit: 100, windowSeconds: 60, per: "key", ...sources.paginationAndErrors };

export const securitySchemes = {
  bearerAuth: {
    type: "http",
    scheme: "bearer",
    bearerFormat: `${keyForm.prefix} and random characters`,
    description: `An API key: \`Authorization: Bearer ${keyForm.prefix}...\`. It belongs to one account, reaches only that account's data, and has no scopes, roles or expiry. Keep it in \`TERMINUS_API_KEY\`.`,
    "x-key-form": keyForm,
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
