// Refusals in the first of the three shapes that were seen, the documented one: a list of status, title and detail.
import { type ErrorList, type ErrorStatus, errorEnvelope, errors } from "@terminus-hub/spec/traylinx";
import type { z } from "zod";
import type { Problem, ProblemKind, Reply } from "../core/contract/problem.js";
import type { InputIssue } from "../core/request/input-issues.js";

type Envelope = z.infer<typeof ErrorList>;

/** What the mock alone refuses: a Host that it does not answer to. */
const OTHER_TITLES: Readonly<Record<number, string>> = { 403: "Forbidden" };

const DETAILS: Partial<Record<ProblemKind, string>> = {
  unauthenticated: errors.invalidAccessToken,
  "not-found": errors.keyNotFound,
  "malformed-body": errors.malformedBody,
  "bad-request": "The request could not be read",
  invalid: "The input is invalid",
  internal: errors.internal,
};

export function problem({ kind, status, message, issues, allow }: Problem): Reply {
  const headers: Record<string, string> = allow === undefined ? {} : { allow: allow.join(", ") };
  const details = issues === undefined || issues.length === 0 ? undefined : issues.map(detailOf);
  const body = envelope(status, details ?? [message ?? DETAILS[kind] ?? `The request failed with status ${status}`]);
  return { status, headers, body };
}

function envelope(status: number, details: readonly string[]): Envelope {
  const title = isTitled(status) ? errors.titles[status] : (OTHER_TITLES[status] ?? "Error");
  return { errors: details.map((detail) => ({ status: String(status), title, detail })) };
}

const isTitled = (status: number): status is ErrorStatus => Object.hasOwn(errors.titles, status);

const EXPIRY = "expiresAt";

function detailOf({ path, message }: InputIssue): string {
  if (path.at(-1) === EXPIRY) return errors.invalidExpiresAt;
  return `${path.length === 0 ? "The body" : path.join(".")} ${message}`;
}

/** A refusal that a handler gives. */
export const refusal = <Status extends ErrorStatus>(
  status: Status,
  detail: string,
): { readonly status: Status; readonly body: Envelope } => ({ status, body: errorEnvelope(status, detail) });
