// What Termix says when it refuses: one small JSON object, its exact sentences, and the HTML page for a route it does not have.
import { z } from "@hono/zod-openapi";
import { inferred, type Marked } from "../provenance.js";
import { unreadable, unrouted } from "../unrouted.js";
import { clearSessionCookie } from "./security.js";
import { sources } from "./sources.js";

/** `{"error": "..."}`: the body of every refusal but the HTML 404. */
export const ErrorEnvelope = z
  .object({
    error: z.string().openapi({
      ...sources.server,
      description: "What went wrong, in a sentence. The only thing that tells most refusals of one status apart.",
      examples: ["Missing authentication token", "Invalid API key", "API key has expired"],
    }),
    code: z
      .string()
      .optional()
      .openapi({
        ...sources.server,
        description: "A code for programs. Only few refusals have one.",
        examples: ["IMPERSONATION_NOT_ALLOWED"],
      }),
  })
  .openapi("ErrorEnvelope", { description: "The body of a refusal." });

/** The body of a refusal. */
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

/** The body of the 429 that `login` gives while it is locked. */
export const LoginLocked = ErrorEnvelope.extend({
  remainingTime: z
    .number()
    .int()
    .min(0)
    .openapi({
      ...sources.server,
      description:
        "Seconds until a login is tried again. (A page of the documentation says milliseconds; the server counts seconds.)",
      example: 600,
    }),
}).openapi("LoginLocked", { description: "Too many failed logins." });

/** The server's sentences, word for word. */
export const errors = {
  missingToken: "Missing authentication token",
  invalidApiKey: "Invalid API key",
  expiredApiKey: "API key has expired",
  invalidToken: "Invalid token",
  notAdmin: "Admin access required",
  impersonation: "Impersonation is not allowed with API key authentication",
  nameRequired: "name is required",
  userIdRequired: "userId is required",
  userNotFound: "Target user not found",
  invalidExpiresAt: "Invalid expiresAt date",
  pastExpiresAt: "expiresAt must be in the future",
  keyNotFound: "API key not found",
  credentialsRequired: "Username and password are required",
  usernameTaken: "Username already exists",
  wrongCredentials: "Invalid username or password",
  loginLocked: "Too many login attempts. Please try again later.",
  createKeyFailed: "Failed to create API key",
  listKeysFailed: "Failed to fetch API keys",
  deleteKeyFailed: "Failed to delete API key",
  createUserFailed: "Failed to create user",
  listUsersFailed: "Failed to list users",
  meFailed: "Failed to get username",
  logoutFailed: "Logout failed",
  internal: "Internal Server Error",
} as const;

/** The code that goes with `errors.impersonation`. */
export const impersonationCode = "IMPERSONATION_NOT_ALLOWED";

/** Builds the body of a refusal; without a code the field is left out. */
export const errorEnvelope = (error: string, code?: string): ErrorEnvelope =>
  code === undefined ? { error } : { error, code };

/** The page for a route that does not exist. It names the path without its query, escaped. */
export function notFoundPage(method: string, path: string): string {
  const escaped = path
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>Cannot ${method} ${escaped}</pre>\n</body>\n</html>\n`;
}

/** One refusal of one operation. */
const refusal = (description: string, example: ErrorEnvelope, mark: Marked = sources.server) => ({
  description,
  ...mark,
  content: { "application/json": { schema: ErrorEnvelope, example } },
});

export const badRequest = (description: string, error: string) => refusal(description, errorEnvelope(error));

export const notFound = (description: string, error: string) => refusal(description, errorEnvelope(error));

export const conflict = (description: string, error: string) => refusal(description, errorEnvelope(error));

/** The server's own failure; `error` is what it says when this operation fails. */
export const serverError = (description: string, error: string) => refusal(description, errorEnvelope(error));

const clearsCookie = {
  "Set-Cookie": {
    description: "Clears the `jwt` cookie. Sent only with `Invalid token`.",
    required: false,
    schema: { type: "string" as const, pattern: "^jwt=;" },
    example: clearSessionCookie,
    ...sources.server,
  },
};

const unauthenticatedText = `No valid credential. \`${errors.missingToken}\`: none, or not where and as it must be sent (\`Basic\`, a lower-case \`bearer\`, two spaces, \`X-API-Key\`, a query parameter). \`${errors.invalidApiKey}\`: an unknown, deleted or malformed key. \`${errors.expiredApiKey}\`: the right key, too late. \`${errors.invalidToken}\`: any other token that is no valid session; the cookie is cleared. No answer has \`WWW-Authenticate\`.`;

/** 401 of every operation that needs a credential. */
export const unauthenticated = {
  description: unauthenticatedText,
  ...sources.server,
  headers: clearsCookie,
  content: { "application/json": { schema: ErrorEnvelope, example: errorEnvelope(errors.missingToken) } },
};

const impersonationText =
  "A key came with the header `X-Admin-Target-User`: refused before the key is looked at, with a `code`.";

/** 403 of the operations that any user may call. */
export const impersonationRefused = refusal(impersonationText, errorEnvelope(errors.impersonation, impersonationCode));

/** 403 of the key operations. */
export const adminRequired = refusal(
  `The caller is not an admin. Or: ${impersonationText.charAt(0).toLowerCase()}${impersonationText.slice(1)}`,
  errorEnvelope(errors.notAdmin),
);

const anyServer = inferred("Any HTTP server refuses this; that it is said in this server's JSON is inferred.");

const unroutedAnswer = (description: string, mark: Marked, error: string) =>
  unrouted(description, mark, errorEnvelope(error));

/** Answers that belong to no operation, by status. There is no 405: a wrong method is an unknown route. */
export const unroutedResponses = {
  400: unroutedAnswer(unreadable[400], anyServer, "Bad Request"),
  401: {
    ...unroutedAnswer(unauthenticatedText, sources.server, errors.missingToken),
    headers: clearsCookie,
  },
  403: unrouted(impersonationText, sources.server, errorEnvelope(errors.impersonation, impersonationCode)),
  404: {
    description:
      "No such route, which is looked at only after authentication: an HTML page that says `Cannot METHOD /path`.",
    ...sources.server,
    content: { "text/html": { schema: { type: "string" }, example: notFoundPage("GET", "/api/users") } },
  },
  408: unroutedAnswer(unreadable[408], anyServer, "Request Timeout"),
  417: unroutedAnswer(unreadable[417], anyServer, "Expectation Failed"),
  431: unroutedAnswer(unreadable[431], anyServer, "Request Header Fields Too Large"),
  500: unroutedAnswer(
    "The server failed; a body that cannot be parsed as JSON is one of the causes, and it comes before authentication.",
    sources.server,
    errors.internal,
  ),
};
