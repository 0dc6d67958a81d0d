// The check at which failures are injected: armed faults, and what a request asks for in its `Prefer` header.
import type { Reply } from "../contract/problem.js";
import type { ApiTypes } from "../contract/services.js";
import type { Check, RequestContext } from "../request/request-context.js";
import type { Operation } from "../request/routing.js";
import type { LostConnection } from "../response/outcome.js";
import { effectsOf } from "./check-fault.js";
import { failureReply } from "./failure-reply.js";
import { preference } from "./prefer-header.js";

/** Fires armed faults and answers `Prefer`. Belongs after authentication and limiter, before the input is looked at. */
export const faultInjection: Check<ApiTypes> = {
  name: "faults and Prefer",
  run: (context) => {
    const { operation } = context;
    if (operation === undefined) return undefined;
    return fire(context, operation) ?? preference(context, operation);
  },
};

/** How the request ends at once; undefined where the fault waits for its answer. */
function fire(context: RequestContext<ApiTypes>, operation: Operation): Reply | LostConnection | undefined {
  const { delay, armed } = context.services.faults.fire(operation);
  if (delay > 0) context.arrange().delay += delay;
  if (armed === undefined) return undefined;
  const { status, retryAfter, hang, truncate, malformed, afterCommit } = armed.spec;
  const [effect = "reset"] = effectsOf(armed.spec);
  context.why = `${armed.id}: an armed fault (${status ?? effect}${afterCommit === true ? " after commit" : ""})`;
  if (malformed === true) context.arrange().body = "malformed";
  else if (truncate !== undefined) context.arrange().body = truncate === true ? "truncated" : { cutAfter: truncate };
  else {
    const end = status !== undefined ? failureReply(context, status, retryAfter) : hang === true ? "hang" : "reset";
    if (afterCommit !== true) return end;
    context.arrange().afterCommit = end;
  }
  return undefined;
}
