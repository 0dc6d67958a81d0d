// Refusals in this API's words: a plain sentence for 400 to 409, a report for 422, 429 and 500.
import {
  challenge,
  type ErrorReport,
  errorCodes,
  errorEnvelope,
  errorReport,
  errors,
  formatTime,
  rateLimitReport,
} from "@terminus-hub/spec/mutx";
import { type Problem, type ProblemKind, type Reply, refusalIn } from "../core/contract/problem.js";
import type { Services } from "../core/contract/services.js";
import type { InputIssue } from "../core/request/input-issues.js";
import { detailOf } from "./validation-detail.js";

const RETRY_SECONDS = 60;

const SENTENCES: Partial<Record<ProblemKind, string>> = {
  unauthenticated: errors.missingAuthorization,
  forbidden: "Forbidden",
  "not-found": errors.keyNotFound,
  "unknown-path": errors.notFound,
  "method-not-allowed": errors.methodNotAllowed,
  "bad-request": "Bad Request",
};

const BY_STATUS: Readonly<Record<number, string>> = { 409: errors.keyRevoked };

/** Where the server says the same whatever the cause, the core's sentence is for the log alone. */
const OWN_WORDS: ReadonlySet<ProblemKind> = new Set(["unknown-path", "method-not-allowed"]);

export function problem(
  { kind, status, message, issues, retryAfter = RETRY_SECONDS, allow }: Problem,
  services: Services,
): Reply {
  if (kind === "rate-limited") {
    const body = rateLimitReport(now(services), retryAfter);
    return { status, headers: { "retry-after": String(retryAfter) }, body };
  }
  if (status === 422) return { status, body: validationReport(issues ?? [], services) };
  if (status >= 500) return { status, body: report(errorCodes.internal, message ?? errors.internal, null, services) };
  const headers: Record<string, string> = {};
  if (kind === "unauthenticated") headers["www-authenticate"] = challenge["WWW-Authenticate"];
  if (allow !== undefined) headers.allow = allow.join(", ");
  const own = SENTENCES[kind] ?? BY_STATUS[status];
  const sentence = (OWN_WORDS.has(kind) ? own : (message ?? own)) ?? `The request failed with status ${status}`;
  return { status, headers, body: errorEnvelope(sentence) };
}

const now = ({ clock }: Services): string => formatTime(new Date(clock.now()));

function report(errorCode: string, message: string, details: ErrorReport["details"], services: Services): ErrorReport {
  const requestId = services.random.ids.uuid();
  return errorReport({ errorCode, message, details, requestId, timestamp: now(services) });
}

const validationReport = (issues: readonly InputIssue[], services: Services): ErrorReport =>
  report(errorCodes.validation, errors.validation, issues.length === 0 ? null : issues.map(detailOf), services);

/** A refusal that a handler gives, in the server's own sentence. */
export const refusal = refusalIn(errorEnvelope);
