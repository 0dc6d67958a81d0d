// How New Api refuses: one envelope, and the answers that belong to no operation.
import { z } from "@hono/zod-openapi";
import { allowHeader, unreadable, unrouted } from "../unrouted.js";
import { sources } from "./sources.js";

/** The body of a refusal. */
export const ErrorEnvelope = z
  .object({
    error: z
      .object({
        code: z.string().openapi({ ...sources.guess, description: "The kind of problem.", example: "unauthenticated" }),
        message: z
          .string()
          .openapi({ ...sources.guess, description: "What is wrong, in a sentence.", example: "Invalid API key" }),
      })
      .openapi({ ...sources.guess, description: "What is wrong." }),
  })
  .openapi("ErrorEnvelope", { description: "The body of a refusal." });

export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

/** The code and the sentence of each refusal, by status. */
export const errors = {
  400: ["bad_request", "The request could not be read"],
  401: ["unauthenticated", "Invalid API key"],
  404: ["not_found", "No such API key"],
  405: ["method_not_allowed", "The method is not allowed here"],
  408: ["timeout", "The request did not arrive in time"],
  413: ["too_large", "The body is too large"],
  415: ["unsupported_media_type", "The body must be application/json"],
  417: ["expectation_failed", "Expect must be 100-continue"],
  422: ["invalid", "The body is invalid"],
  431: ["headers_too_large", "The request headers are too large"],
  500: ["internal", "Internal server error"],
} as const;

type ErrorStatus = keyof typeof errors;

/** Builds the body of a refusal; the message is that of the status unless another is given. */
export function errorEnvelope(status: ErrorStatus, message: string = errors[status][1]): ErrorEnvelope {
  return { error: { code: errors[status][0], message } };
}

const refusal = (status: ErrorStatus, description: string) => ({
  description,
  ...sources.guess,
  content: { "application/json": { schema: ErrorEnvelope, example: errorEnvelope(status) } },
});

/** What every operation may answer. */
export const everywhere = {
  401: refusal(401, "No key, or one that does not work."),
  500: refusal(500, "The server failed. Whether it did what was asked is unknown."),
};

/** What an operation with a body may answer besides. */
export const ofBodies = {
  400: refusal(400, "The body is not JSON, or a field is missing."),
  413: refusal(413, "The body is too large."),
  415: refusal(415, "The body is not declared as JSON."),
  422: refusal(422, "A field of the body is wrong."),
};

/** What an operation on one thing may answer besides. */
export const ofOne = { 404: refusal(404, "There is no such key. It may have been deleted already.") };

const noOperation = (status: ErrorStatus, description: string, message?: string) =>
  unrouted(description, sources.guess, errorEnvelope(status, message));

/** Answers that belong to no operation, by status. */
export const unroutedResponses = {
  400: noOperation(400, unreadable[400]),
  404: noOperation(404, "No such path.", "No such path"),
  405: unrouted(unreadable[405], sources.guess, errorEnvelope(405), {
    headers: allowHeader("GET, HEAD, POST", sources.guess),
  }),
  408: noOperation(408, unreadable[408]),
  417: noOperation(417, unreadable[417]),
  431: noOperation(431, unreadable[431]),
  500: noOperation(500, "The server failed."),
};
