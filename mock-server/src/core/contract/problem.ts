// What can be wrong with a request, and an answer before it is written out.
import type { InputIssue } from "../request/input-issues.js";

/** An answer as a handler or a check gives it; the core writes it out and checks it against the contract. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON, or as it is where `contentType` names another type. Absent means no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

/** What can be wrong with a request, or with the mock, before an API says it in its own words. */
export type ProblemKind =
  | "unauthenticated"
  | "forbidden"
  | "rate-limited"
  | "unknown-path"
  | "method-not-allowed"
  | "unsupported-media-type"
  | "too-large"
  | "malformed-body"
  | "missing"
  | "invalid"
  | "not-found"
  | "bad-request"
  | "timeout"
  | "headers-too-large"
  | "expectation-failed"
  | "internal"
  | "unavailable"
  | "other";

/** A refusal in terms the core understands; `MockApi.problem` turns it into the API's own answer. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly status: number;
  /** A sentence for the answer; the API has one of its own where this is absent. */
  readonly message?: string;
  /** The input at fault: a query or path parameter, or a field of the body. */
  readonly param?: string;
  /** The place inside a nested body, such as `rows.0.data`. */
  readonly path?: string;
  /** All that is wrong with the input, where an API tells more than the first. */
  readonly issues?: readonly InputIssue[];
  /** Seconds until it makes sense to come back. */
  readonly retryAfter?: number;
  /** The methods that a path has. */
  readonly allow?: readonly string[];
}

/** Makes the refusals that handlers give, from what wraps a sentence in an API's envelope. */
export const refusalIn =
  <Body>(envelope: (sentence: string) => Body) =>
  <Status extends number>(status: Status, sentence: string): { readonly status: Status; readonly body: Body } => ({
    status,
    body: envelope(sentence),
  });
