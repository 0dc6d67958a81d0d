// Refusals in this API's words: one envelope with five fields, whatever is wrong.
import { type ErrorEnvelope, errorEnvelope, errorTypes, invalidApiKey } from "@terminus-hub/spec/terminus-hub";
import type { Problem, ProblemKind, Reply } from "../core/contract/problem.js";

const { invalidRequest, authentication, permission, notFound, rateLimit, api } = errorTypes;

const TYPES: Readonly<Record<ProblemKind, string>> = {
  unauthenticated: authentication,
  forbidden: permission,
  "rate-limited": rateLimit,
  "unknown-path": notFound,
  "method-not-allowed": invalidRequest,
  "unsupported-media-type": invalidRequest,
  "too-large": invalidRequest,
  "malformed-body": invalidRequest,
  missing: invalidRequest,
  invalid: invalidRequest,
  "not-found": notFound,
  "bad-request": invalidRequest,
  timeout: invalidRequest,
  "headers-too-large": invalidRequest,
  "expectation-failed": invalidRequest,
  internal: api,
  unavailable: api,
  other: api,
};

const MESSAGES: Partial<Record<ProblemKind, string>> = {
  forbidden: "This is not allowed",
  "not-found": "Not found",
  "bad-request": "The request is invalid",
  invalid: "A value is invalid",
  "too-large": "Request body is larger than 1048576 bytes",
  "unsupported-media-type": "Content-Type must be application/json",
  internal: "Internal server error",
  unavailable: "Service unavailable",
};

/** The answer to a problem. The 401 is the same, byte for byte, whatever its cause. */
export function problem({ kind, status, message, param, path, retryAfter, allow }: Problem): Reply {
  if (kind === "unauthenticated") return { status, body: invalidApiKey };
  const headers: Record<string, string> = {};
  if (allow !== undefined) headers.allow = allow.join(", ");
  if (retryAfter !== undefined) headers["retry-after"] = String(retryAfter);
  const text =
    message ??
    (kind === "rate-limited" ? `Too many requests. Retry after ${retryAfter ?? 1} seconds` : MESSAGES[kind]) ??
    `The request failed with status ${status}`;
  const body = errorEnvelope({ type: TYPES[kind], message: text, param: param ?? null, path: path ?? null });
  return { status, headers, body };
}

/** The 404 of a look-up: another account's id and a malformed one look the same. */
export function noSuch(what: string): { readonly status: 404; readonly body: ErrorEnvelope } {
  return { status: 404, body: errorEnvelope({ type: notFound, message: `No such ${what}` }) };
}

/** The 422 of a reference in a body that leads nowhere. */
export function unknownReference(param: string): { readonly status: 422; readonly body: ErrorEnvelope } {
  const message = `${param} must be the id of something in this account`;
  return { status: 422, body: errorEnvelope({ type: invalidRequest, message, param }) };
}
