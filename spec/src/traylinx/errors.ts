// How Traylinx refuses. Three shapes were seen; a client reads them all, and only the first is documented.
import { z } from "@hono/zod-openapi";
import { inferred, type Marked } from "../provenance.js";
import { allowHeader, unreadable, unrouted } from "../unrouted.js";
import { sources } from "./sources.js";

const ErrorItem = z
  .object({
    status: z
      .union([z.string(), z.number()])
      .openapi({ ...sources.errorsSample, description: "The HTTP status once more.", example: "401" }),
    title: z
      .string()
      .openapi({ ...sources.errorsSample, description: "The kind of problem.", example: "Unauthorized" }),
    detail: z
      .string()
      .openapi({ ...sources.errorsSample, description: "What went wrong, in a sentence.", example: "Invalid API key" }),
  })
  .openapi("ErrorItem", { description: "One problem. The sample of the documentation is cut off: it may carry more." });

/** The first shape, `{"errors": [...]}`. */
export const ErrorList = z
  .object({
    errors: z.array(ErrorItem).openapi({ ...sources.errorsSample, description: "What went wrong." }),
  })
  .openapi("ErrorList", { description: "The documented shape of a refusal." });

/** The second shape, `{"error": "..."}`. */
export const ErrorText = z
  .object({
    error: z.string().openapi({ ...sources.cli, description: "What went wrong.", example: "Invalid API key" }),
  })
  .openapi("ErrorText", { description: "Another shape that was seen." });

/** The third shape, `{"message": "..."}`. */
export const ErrorMessage = z
  .object({
    message: z.string().openapi({ ...sources.cli, description: "What went wrong.", example: "Invalid API key" }),
  })
  .openapi("ErrorMessage", { description: "Another shape that was seen." });

/** The body of a refusal: one of three shapes. */
export const ErrorEnvelope = z
  .union([ErrorList, ErrorText, ErrorMessage])
  .openapi("ErrorEnvelope", { description: "The body of a refusal: one of three shapes. Read them all." });

export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

/** Sentences and titles for refusals. All are ours: the vendor's wording is not known. */
export const errors = {
  titles: {
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    417: "Expectation Failed",
    422: "Unprocessable Entity",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
  },
  malformedBody: "The body must be JSON",
  invalidApiKey: "Invalid API key",
  invalidAccessToken: "Invalid access token",
  wrongCredentials: "Invalid username or password",
  projectNotFound: "Project not found",
  keyNotFound: "API key not found",
  invalidExpiresAt: "expiresAt must be an ISO 8601 date in the future",
  internal: "Internal server error",
} as const;

/** A status for which there is a title. */
export type ErrorStatus = keyof (typeof errors)["titles"];

/** Builds the first shape. */
export const errorEnvelope = (status: ErrorStatus, detail: string): z.infer<typeof ErrorList> => ({
  errors: [{ status: String(status), title: errors.titles[status], detail }],
});

const unknownRefusal = inferred(
  "The server is not public, and no page lists what it refuses; the status is our reading.",
);

const refusal = (status: ErrorStatus, description: string, detail: string, mark: Marked = unknownRefusal) => ({
  description,
  ...mark,
  content: { "application/json": { schema: ErrorEnvelope, example: errorEnvelope(status, detail) } },
});

/** 400 of an operation with a body. */
export const badRequest = refusal(400, "The body is missing, no JSON, or too large.", errors.malformedBody);

/** 401 of the key operations. */
export const unauthenticated = refusal(
  401,
  "No valid access token: missing, unknown or expired. A project key is none.",
  errors.invalidAccessToken,
  inferred(
    "That management needs a person's token is observed in the vendor's command-line client; the status is inferred from the 401 that is documented for a deleted key.",
  ),
);

/** 401 of the model calls. */
export const invalidApiKey = refusal(
  401,
  "No valid project key: missing, unknown, expired, or deleted.",
  errors.invalidApiKey,
  sources.apiKeysPage,
);

/** 401 of a sign-in. */
export const wrongCredentials = refusal(
  401,
  "No account has this name, or the password is wrong.",
  errors.wrongCredentials,
);

/** 404 of the operations on a project. */
export const projectNotFound = refusal(
  404,
  "No such organisation or project, or it is not the caller's: the two look the same.",
  errors.projectNotFound,
);

/** 404 of the operations on a key. */
export const keyNotFound = refusal(
  404,
  "No such key in this project, or no such project. After a delete it says that the key is already gone.",
  errors.keyNotFound,
  sources.cli,
);

/** 422 of an operation with a body. */
export const invalid = (description: string, detail: string) => refusal(422, description, detail);

/** 500 of every operation. */
export const serverError = refusal(
  500,
  "The server failed. Whether it had done what was asked is unknown.",
  errors.internal,
);

const unroutedAnswer = (status: ErrorStatus, description: string, detail: string, headers = {}) =>
  unrouted(description, unknownRefusal, errorEnvelope(status, detail), headers);

/** Answers that belong to no operation, by status. */
export const unroutedResponses = {
  400: unroutedAnswer(400, unreadable[400], "The request could not be read"),
  404: unroutedAnswer(404, "No such path.", "No such path"),
  405: unroutedAnswer(405, unreadable[405], "The method is not allowed here", {
    headers: allowHeader("GET, HEAD, POST", inferred("RFC 9110 asks for it with a 405.")),
  }),
  408: unroutedAnswer(408, unreadable[408], "The request did not arrive in time"),
  417: unroutedAnswer(417, unreadable[417], "Expect must be 100-continue"),
  431: unroutedAnswer(431, unreadable[431], "The request headers are too large"),
  500: unroutedAnswer(500, "The server failed.", errors.internal),
};
