// The one error envelope of the Terminus Hub API, and the error answers its operations share.
import { z } from "@hono/zod-openapi";
import { inferred, type Marked } from "../provenance.js";
import { allowHeader, unreadable, unrouted } from "../unrouted.js";
import { keyForm, rateLimit } from "./security.js";
import { sources } from "./sources.js";

/** `{"error": {type, code, message, param, path}}`: the body of every answer that is not a 2xx. */
export const ErrorEnvelope = z
  .object({
    error: z
      .object({
        type: z.string().openapi({
          ...sources.paginationAndErrors,
          description:
            "The kind of error, such as `authentication_error`. The vendor's list could not be read in full: treat an unknown value like its status.",
          examples: ["authentication_error", "invalid_request_error", "rate_limit_error"],
        }),
        code: z
          .string()
          .nullable()
          .openapi({
            ...sources.paginationAndErrors,
            description:
              "A finer code where the vendor documents one, else null. Never branch on it for a 401: it is null.",
          }),
        message: z.string().openapi({
          ...sources.paginationAndErrors,
          description: "A sentence for a human. Its wording may change; only the 401 text is documented.",
        }),
        param: z
          .string()
          .nullable()
          .openapi({
            ...sources.paginationAndErrors,
            description: "The name of the input at fault, or null.",
            examples: ["name", "limit"],
          }),
        path: z
          .string()
          .nullable()
          .openapi({
            ...inferred(
              "The field is documented, its meaning is not: read as the place inside a nested body; null at the top level.",
            ),
            description: "The place inside a nested body, such as `rows.0.data`; null at the top level.",
            examples: ["rows.0.data"],
          }),
      })
      .openapi({ ...sources.paginationAndErrors, description: "What went wrong." }),
  })
  .openapi("ErrorEnvelope", {
    description: "The body of every error answer of this API: the same five fields everywhere.",
  });

/** The body of every error answer. */
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

export interface ErrorExample {
  readonly type: string;
  readonly message: string;
  readonly param?: string;
  readonly path?: string;
}

/** The vocabulary of `type` as far as it is known; answers may carry others. */
export const errorTypes = {
  invalidRequest: "invalid_request_error",
  authentication: "authentication_error",
  permission: "permission_error",
  notFound: "not_found_error",
  rateLimit: "rate_limit_error",
  api: "api_error",
} as const;

/** The documented 401 body, byte for byte, whatever the cause. */
export const invalidApiKey = {
  error: { type: errorTypes.authentication, code: null, message: "Invalid API key", param: null, path: null },
} as const satisfies ErrorEnvelope;

/** Builds an envelope; `code`, `param` and `path` are null unless given. */
export function errorEnvelope({
  type,
  message,
  param = null,
  path = null,
}: {
  type: string;
  message: string;
  param?: string | null;
  path?: string | null;
}): ErrorEnvelope {
  return { error: { type, code: null, message, param, path } };
}

const content = (value: ErrorEnvelope) => ({ "application/json": { schema: ErrorEnvelope, example: value } });

function answer<const Extra extends object>(description: string, mark: Marked, example: ErrorExample, extra?: Extra) {
  return { description, ...mark, ...extra, content: content(errorEnvelope(example)) } as {
    description: string;
    content: { "application/json": { schema: typeof ErrorEnvelope; example: ErrorEnvelope } };
  } & Marked;
}

const inferredType = inferred(
  "The status is documented at https://docs.terminus.app/api-reference/pagination-errors; the type is inferred.",
);

/** `Retry-After` of a 429, in whole seconds. */
const retryAfter = {
  "Retry-After": {
    description: "Seconds to wait before the next request.",
    required: true,
    schema: { type: "integer", minimum: 1 },
    example: 37,
    ...inferred(
      "The header is documented at https://docs.terminus.app/api-reference/pagination-errors; whole seconds, rounded up, are inferred.",
    ),
  },
};

/** Each error answer an operation can declare, by status. */
const answers = {
  400: answer("The body is not JSON, or a required field is missing.", inferredType, {
    type: errorTypes.invalidRequest,
    message: "Missing required parameter: name",
    param: "name",
  }),
  401: {
    description: `No valid API key: missing, malformed, mistyped, truncated, revoked, or not starting with \`Bearer ${keyForm.prefix}\`. One body for every cause.`,
    ...sources.authentication,
    content: content(invalidApiKey),
  },
  403: answer(
    "The account's plan has no API access, or the caller's role may not do this.",
    inferred(
      "That plans and roles limit access is documented (https://docs.terminus.app/account/billing, /authentication); the status is inferred.",
    ),
    { type: errorTypes.permission, message: "API access is not included in your plan" },
  ),
  404: answer(
    "No such thing in this account. Another account's id and a malformed id look the same.",
    inferred("No page names the status for an unknown id; 404 is what the documented type of error suggests."),
    { type: errorTypes.notFound, message: "Not found" },
  ),
  413: answer("The body is larger than 1 MiB.", inferred("No limit is documented; 1 MiB is our reading."), {
    type: errorTypes.invalidRequest,
    message: "Request body is larger than 1048576 bytes",
  }),
  415: answer(
    "The body's `Content-Type` is not `application/json`.",
    inferred(
      "That the header must be sent is documented at https://docs.terminus.app/api-reference/overview; the status is inferred.",
    ),
    { type: errorTypes.invalidRequest, message: "Content-Type must be application/json" },
  ),
  422: answer("A value is invalid, out of range, or fails a rule; `param` names the input.", inferredType, {
    type: errorTypes.invalidRequest,
    message: "limit must be between 1 and 10000",
    param: "limit",
  }),
  429: answer(
    `More than ${rateLimit.limit} requests in a minute with one key.`,
    sources.paginationAndErrors,
    { type: errorTypes.rateLimit, message: "Too many requests. Retry after 37 seconds" },
    { headers: retryAfter },
  ),
  500: answer(
    "The server failed. Whether it had done what was asked is unknown.",
    inferred("No page lists server errors; any HTTP server has them."),
    {
      type: errorTypes.api,
      message: "Internal server error",
    },
  ),
  503: answer(
    "The server is not able to answer now.",
    inferred("No page lists server errors; any HTTP server has them."),
    {
      type: errorTypes.api,
      message: "Service unavailable",
    },
  ),
};

type Answers = typeof answers;

/** Statuses that every operation can give. */
const everywhere = [401, 403, 429, 500, 503] as const;

/**
 * The error answers of one operation: the statuses every operation has, and those named, in ascending order.
 * `examples` replaces a shared example by one that fits the operation.
 */
export function errorAnswers<const Status extends Exclude<keyof Answers, (typeof everywhere)[number]>>(
  statuses: readonly Status[],
  examples: Partial<Record<keyof Answers, ErrorExample>> = {},
): Pick<Answers, Status | (typeof everywhere)[number]> {
  const all = [...everywhere, ...statuses].sort((a, b) => a - b);
  return Object.fromEntries(
    all.map((status) => {
      const example = examples[status];
      return [status, example ? { ...answers[status], content: content(errorEnvelope(example)) } : answers[status]];
    }),
  ) as Pick<Answers, Status | (typeof everywhere)[number]>;
}

const unroutedAnswer = (description: string, reason: string, example: ErrorExample, headers = {}) =>
  unrouted(description, inferred(reason), errorEnvelope(example), headers);

/** Answers that belong to no operation, by status. */
export const unroutedResponses = {
  400: unroutedAnswer(unreadable[400], "Any HTTP server refuses this; the envelope is inferred.", {
    type: errorTypes.invalidRequest,
    message: "The request could not be read",
  }),
  401: unrouted(answers[401].description, sources.authentication, invalidApiKey),
  403: unroutedAnswer("The account's plan has no API access.", "Checked before the path is looked at.", {
    type: errorTypes.permission,
    message: "API access is not included in your plan",
  }),
  404: unroutedAnswer("No such path.", "The vendor documents no answer for an unknown path.", {
    type: errorTypes.notFound,
    message: "No such endpoint: GET /api/v1/nothing",
  }),
  405: unroutedAnswer(
    unreadable[405],
    "The vendor documents no answer for an unsupported method.",
    { type: errorTypes.invalidRequest, message: "Method PATCH is not allowed here" },
    { headers: allowHeader("GET, HEAD, POST", inferred("RFC 9110 asks for it with a 405.")) },
  ),
  408: unroutedAnswer(unreadable[408], "Any HTTP server gives up at some time.", {
    type: errorTypes.invalidRequest,
    message: "The request did not arrive in time",
  }),
  417: unroutedAnswer(unreadable[417], "RFC 9110, section 10.1.1.", {
    type: errorTypes.invalidRequest,
    message: "Expect must be 100-continue",
  }),
  429: unroutedAnswer(
    `More than ${rateLimit.limit} requests in a minute with one key: counted before the path is looked at.`,
    "Whatever passes authentication counts towards the limit.",
    { type: errorTypes.rateLimit, message: "Too many requests. Retry after 37 seconds" },
    { headers: retryAfter },
  ),
  431: unroutedAnswer(unreadable[431], "Any HTTP server has such a limit.", {
    type: errorTypes.invalidRequest,
    message: "The request headers are too large",
  }),
  500: unroutedAnswer("The server failed.", "Any HTTP server can.", {
    type: errorTypes.api,
    message: "Internal server error",
  }),
  503: unroutedAnswer("The server is not able to answer now.", "Any HTTP server can.", {
    type: errorTypes.api,
    message: "Service unavailable",
  }),
};
