// What MUTX says when it refuses: a plain sentence for most statuses, a report for 422, 429 and 500.
import { z } from "@hono/zod-openapi";
import { inferred, type Marked } from "../provenance.js";
import { allowHeader, unreadable, unrouted } from "../unrouted.js";
import { rateLimit } from "./security.js";
import { sources } from "./sources.js";

/** `{"detail": "..."}`: the body of every 400 to 409. */
export const ErrorEnvelope = z
  .object({
    detail: z.string().openapi({
      ...sources.server,
      description: "What went wrong, in a sentence.",
      examples: ["API key not found", "Missing authorization header"],
    }),
  })
  .openapi("ErrorEnvelope", { description: "The body of a refusal with a status from 400 to 409." });

/** The body of a refusal with a status from 400 to 409. */
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

const ErrorDetail = z
  .object({
    loc: z
      .array(z.string())
      .openapi({ ...sources.server, description: "Where: `body`, `query` or `path`, and the names below it." }),
    msg: z.string().openapi({ ...sources.server, description: "What is wrong there.", example: "Field required" }),
    type: z.string().openapi({ ...sources.server, description: "The kind of problem.", example: "missing" }),
  })
  .openapi("ErrorDetail", { description: "One input that is wrong." });

/** The body of every 422 and 500. */
export const ErrorReport = z
  .object({
    status: z.string().openapi({ ...sources.server, description: "`error`.", example: "error" }),
    error_code: z.string().openapi({
      ...sources.server,
      description: "A code for programs.",
      examples: ["VALIDATION_ERROR", "INTERNAL_ERROR", "RATE_LIMIT_EXCEEDED"],
    }),
    message: z
      .string()
      .openapi({ ...sources.server, description: "What went wrong.", example: "Request validation failed" }),
    details: z
      .array(ErrorDetail)
      .nullable()
      .openapi({ ...sources.server, description: "Every input that is wrong; null where it is not about input." }),
    request_id: z
      .string()
      .nullable()
      .openapi({
        ...sources.server,
        description: "An id to quote to the vendor; null on a 429.",
        example: "550e8400-e29b-41d4-a716-446655440000",
      }),
    timestamp: z
      .string()
      .openapi({ ...sources.server, description: "When it happened.", example: "2026-03-22T12:00:00.123456Z" }),
  })
  .openapi("ErrorReport", { description: "The body of a 422 and a 500." });

export type ErrorReport = z.infer<typeof ErrorReport>;

/** The body of every 429. */
export const RateLimitReport = ErrorReport.extend({
  retry_after: z
    .number()
    .int()
    .min(0)
    .openapi({ ...sources.server, description: "Seconds to wait, as in `Retry-After`.", example: 60 }),
}).openapi("RateLimitReport", { description: "The body of a 429." });

export type RateLimitReport = z.infer<typeof RateLimitReport>;

/** The codes of a report as far as they are known. */
export const errorCodes = {
  validation: "VALIDATION_ERROR",
  internal: "INTERNAL_ERROR",
  rateLimit: "RATE_LIMIT_EXCEEDED",
} as const;

/** The server's sentences, word for word. */
export const errors = {
  missingAuthorization: "Missing authorization header",
  invalidAuthorization: "Invalid authorization header format",
  invalidToken: "Invalid or expired token",
  wrongCredentials: "Invalid email or password",
  emailTaken: "Email already registered",
  keyNotFound: "API key not found",
  keyRevoked: "API key is already revoked and cannot be rotated",
  notFound: "Not Found",
  methodNotAllowed: "Method Not Allowed",
  validation: "Request validation failed",
  internal: "An internal error occurred",
  rateLimit: "Too many requests. Please try again later.",
} as const;

/** Active keys each plan may have; null is no limit. Expired keys count, revoked ones do not. */
export const planLimits = { FREE: 2, STARTER: 10, PRO: 50, ENTERPRISE: null } as const;

/** The sentence of a 409 on create. */
export const keyLimitReached = (plan: string, limit: number): string =>
  `Active API key limit reached for your plan (${plan}): ${limit} keys`;

/** Builds the body of a 400 to 409. */
export const errorEnvelope = (detail: string): ErrorEnvelope => ({ detail });

/** Builds the body of a 422 or 500. */
export function errorReport({
  errorCode,
  message,
  details = null,
  requestId,
  timestamp,
}: {
  errorCode: string;
  message: string;
  details?: ErrorReport["details"];
  requestId: string | null;
  timestamp: string;
}): ErrorReport {
  return { status: "error", error_code: errorCode, message, details, request_id: requestId, timestamp };
}

/** Builds the body of a 429. */
export const rateLimitReport = (timestamp: string, retryAfter: number): RateLimitReport => ({
  ...errorReport({ errorCode: errorCodes.rateLimit, message: errors.rateLimit, requestId: null, timestamp }),
  retry_after: retryAfter,
});

/** The header that every 401 of a credential carries. */
export const challenge = { "WWW-Authenticate": "Bearer" } as const;

const requestId = "550e8400-e29b-41d4-a716-446655440000";
const timestamp = "2026-03-22T12:00:00.123456Z";

const refusal = (description: string, detail: string, mark: Marked = sources.server) => ({
  description,
  ...mark,
  content: { "application/json": { schema: ErrorEnvelope, example: errorEnvelope(detail) } },
});

export const badRequest = refusal;
export const notFound = (description: string, mark?: Marked) => refusal(description, errors.keyNotFound, mark);
export const conflict = refusal;

const challengeHeader = (required: boolean) => ({
  "WWW-Authenticate": {
    description: "How to authenticate.",
    required,
    schema: { type: "string" as const },
    example: challenge["WWW-Authenticate"],
    ...sources.server,
  },
});

const unauthenticatedText = `No valid credential. The sentence misleads: \`${errors.missingAuthorization}\` also stands for a wrong, revoked, expired or empty \`X-API-Key\`. \`${errors.invalidAuthorization}\`: an \`Authorization\` that is not \`Bearer x\`. \`${errors.invalidToken}\`: a wrong, revoked or expired Bearer.`;

/** 401 of every operation that needs a credential. */
export const unauthenticated = {
  ...refusal(unauthenticatedText, errors.missingAuthorization),
  headers: challengeHeader(true),
};

/** 401 of a sign-in. */
export const wrongCredentials = {
  ...refusal("No account has this email, or the password is wrong.", errors.wrongCredentials),
  headers: challengeHeader(false),
};

const validationExample = (loc: string[], msg: string, type: string) =>
  errorReport({
    errorCode: errorCodes.validation,
    message: errors.validation,
    details: [{ loc, msg, type }],
    requestId,
    timestamp,
  });

/** 422: something in the path, the query or the body is missing or wrong. */
const invalid = (description: string, loc: string[], msg: string, type: string) => ({
  description,
  ...sources.server,
  content: { "application/json": { schema: ErrorReport, example: validationExample(loc, msg, type) } },
});

/** 422 of a path with a `key_id` that is no UUID. */
export const invalidKeyId = invalid(
  "`key_id` is no UUID.",
  ["path", "key_id"],
  "Input should be a valid UUID",
  "uuid_parsing",
);

const unreadableBody =
  "It stands for a body that is no JSON or too large too: there the real server's 500 is a defect that is not described here.";

/** 422 of an operation with a body. */
export const invalidBody = (field: string) =>
  invalid(
    `A field is missing or wrong; \`details\` names each. ${unreadableBody}`,
    ["body", field],
    "Field required",
    "missing",
  );

/** 422 of a list. */
export const invalidPage = invalid(
  "`skip` or `limit` is no whole number or out of range.",
  ["query", "limit"],
  "Input should be less than or equal to 100",
  "less_than_equal",
);

const retryAfterHeader = {
  "Retry-After": {
    description: "Seconds to wait before the next request.",
    required: true,
    schema: { type: "integer" as const, minimum: 1 },
    example: 60,
    ...sources.server,
  },
};

const overLimit = `More than ${rateLimit.limit} requests in ${rateLimit.windowSeconds} seconds with one key`;

/** 429 of every operation; sign-in has a limit of its own. */
export const rateLimited = (description = `${overLimit}.`) => ({
  description,
  ...sources.server,
  headers: retryAfterHeader,
  content: { "application/json": { schema: RateLimitReport, example: rateLimitReport(timestamp, 60) } },
});

const internalExample = errorReport({
  errorCode: errorCodes.internal,
  message: errors.internal,
  requestId,
  timestamp,
});

/** 500 of every operation. */
export const serverError = {
  description: "The server failed. Whether it had done what was asked is unknown.",
  ...sources.server,
  content: { "application/json": { schema: ErrorReport, example: internalExample } },
};

const anyServer = inferred("Any HTTP server refuses this; that it is said in this API's JSON is inferred.");
const framework = inferred("FastAPI, on which the server runs, answers so unless told otherwise.");

const unroutedAnswer = (description: string, mark: Marked, detail: string, headers = {}) =>
  unrouted(description, mark, errorEnvelope(detail), headers);

/** Answers that belong to no operation, by status. Routes are looked up before credentials: an unknown path is 404, never 401. */
export const unroutedResponses = {
  400: unroutedAnswer(unreadable[400], anyServer, "Bad Request"),
  404: unroutedAnswer("No such path.", framework, errors.notFound),
  405: unroutedAnswer(unreadable[405], framework, errors.methodNotAllowed, { headers: allowHeader("GET", framework) }),
  408: unroutedAnswer(unreadable[408], anyServer, "Request Timeout"),
  417: unroutedAnswer(unreadable[417], anyServer, "Expectation Failed"),
  429: unrouted(`${overLimit}: counted before the path is looked at.`, sources.server, rateLimitReport(timestamp, 60), {
    headers: retryAfterHeader,
    schema: "RateLimitReport",
  }),
  431: unroutedAnswer(unreadable[431], anyServer, "Request Header Fields Too Large"),
  500: unrouted("The server failed.", sources.server, internalExample, { schema: "ErrorReport" }),
};
