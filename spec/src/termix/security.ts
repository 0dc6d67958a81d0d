// How a caller of Termix proves who it is, and the cookie in which the server hands out a session.
import type { Security } from "../define-api.js";
import { alphabets, defineKeyForm } from "../key-form.js";
import { sources } from "./sources.js";

/** The form of an API key's token. */
export const keyForm = defineKeyForm({
  prefix: "tmx_",
  parts: [{ alphabet: alphabets.hex, length: 64 }],
  words: "64 lower-case hex digits",
  ...sources.server,
});

export const securitySchemes = {
  bearerAuth: {
    type: "http",
    scheme: "bearer",
    bearerFormat: `${keyForm.description}, or a session token`,
    description: `\`Authorization: Bearer ${keyForm.prefix}...\`: an API key, which acts as its owner; the owner's admin right is read at each request, and deleting the owner kills the key. Any other token is taken for a session token. Looked at only where the \`jwt\` cookie is absent or empty. The header must start with exactly \`Bearer \` (case-sensitive, one space). With a key, the header \`X-Admin-Target-User\` is refused with 403 before the key is looked at. Keep the key in \`TERMIX_API_KEY\`.`,
    "x-key-form": keyForm,
    ...sources.server,
  },
  sessionCookie: {
    type: "apiKey",
    in: "cookie",
    name: "jwt",
    description: `The session that \`login\` sets: a session token. It is looked at before the \`Authorization\` header, and a token in it that starts with \`${keyForm.prefix}\` is taken for an API key.`,
    ...sources.server,
  },
} as const;

/** For every operation but health, sign-up and sign-in. */
export const authenticated: Security = [{ bearerAuth: [] }, { sessionCookie: [] }];

/** For operations that anyone may call. */
export const anyone: Security = [];

/** Seconds a session cookie lives. */
export const sessionMaxAge = { default: 86_400, rememberMe: 2_592_000 } as const;

/** The `Set-Cookie` of a successful login. `Path` and the order of the attributes are inferred from Express, on which the server runs. */
export function setSessionCookie(token: string, maxAge: number = sessionMaxAge.default): string {
  return `${securitySchemes.sessionCookie.name}=${token}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax`;
}

/** The `Set-Cookie` that ends a session: on logout, and on a 401 for a session token that is not valid. */
export const clearSessionCookie =
  "jwt=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax" as const;
