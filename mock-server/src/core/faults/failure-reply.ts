// The answer of a failure on demand, in the API's own words.

import type { ProblemKind, Reply } from "../contract/problem.js";
import type { ApiTypes } from "../contract/services.js";
import type { RequestContext } from "../request/request-context.js";

const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: "bad-request",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  413: "too-large",
  415: "unsupported-media-type",
  422: "invalid",
  429: "rate-limited",
  500: "internal",
  503: "unavailable",
};

/** The API's own answer; why it is given stays what it was. */
export function failureReply(context: RequestContext<ApiTypes>, status: number, retryAfter?: number): Reply {
  const { why } = context;
  const wait = retryAfter ?? (status === 429 ? 1 : undefined);
  const reply = context.refuse({
    kind: KINDS[status] ?? "other",
    status,
    ...(wait !== undefined && { retryAfter: wait }),
  });
  context.why = why;
  return reply;
}
