// Refusals in this API's words: one envelope with a code and a sentence, whatever is wrong.
import { type ErrorEnvelope, errorEnvelope, errors } from "@terminus-hub/spec/new-api";
import type { Problem, Reply } from "../core/contract/problem.js";

const isKnown = (status: number): status is keyof typeof errors => Object.hasOwn(errors, status);

/** The answer to a problem. */
export function problem({ kind, status, message, allow }: Problem): Reply {
  const headers: Record<string, string> = allow === undefined ? {} : { allow: allow.join(", ") };
  const text = kind === "unauthenticated" ? undefined : message;
  const body: ErrorEnvelope = isKnown(status)
    ? errorEnvelope(status, text)
    : { error: { code: "other", message: text ?? `The request failed with status ${status}` } };
  return { status, headers, body };
}

/** The 404 of a look-up. */
export const notFound = (): { readonly status: 404; readonly body: ErrorEnvelope } => ({
  status: 404,
  body: errorEnvelope(404),
});
