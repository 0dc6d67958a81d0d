// Refusals in this API's words: one sentence in a small object, a code where the server has one, and an HTML page for what it does not have.
import { errorEnvelope, errors, notFoundPage } from "@terminus-hub/spec/termix";
import { type Problem, type ProblemKind, type Reply, refusalIn } from "../core/contract/problem.js";

/** How long a login is locked where nothing says so. */
const LOCKED_SECONDS = 600;

const SENTENCES: Partial<Record<ProblemKind, string>> = {
  unauthenticated: errors.missingToken,
  forbidden: errors.notAdmin,
  "not-found": errors.keyNotFound,
  "bad-request": "Bad Request",
  internal: errors.internal,
};

const BY_STATUS: Readonly<Record<number, string>> = { 409: errors.usernameTaken };

export function problem({ kind, status, message, retryAfter }: Problem): Reply {
  if (kind === "rate-limited") {
    return { status, body: { error: errors.loginLocked, remainingTime: retryAfter ?? LOCKED_SECONDS } };
  }
  const sentence = message ?? SENTENCES[kind] ?? BY_STATUS[status] ?? `The request failed with status ${status}`;
  return { status, body: errorEnvelope(sentence) };
}

/** A refusal that a handler gives, in the server's own sentence. */
export const refusal = refusalIn(errorEnvelope);

/** The page for a route that does not exist. */
export const unknownRoute = (method: string, path: string): Reply => ({
  status: 404,
  body: notFoundPage(method, path),
  contentType: "text/html; charset=utf-8",
});
