// Failures on demand, where the API's order of checks puts them: armed faults, and the `Prefer` header of a single request.

import type { Reply } from "../contract/problem.js";
import type { ApiTypes } from "../contract/services.js";
import type { Check, RequestContext } from "../request/request-context.js";
import type { Operation } from "../request/routing.js";
import { quietly } from "./failure-reply.js";
import type { FaultSpec } from "./faults.js";
import { preference } from "./prefer-header.js";

/** Fires armed faults and answers `Prefer`. Belongs after authentication and limiter, before the input is looked at. */
export function injectedFailures<T extends ApiTypes>(): Check<T> {
  return {
    name: "faults and Prefer",
    run: (context) => {
      const { operation } = context;
      if (operation === undefined) return undefined;
      return fault(context, operation) ?? preference(context, operation);
    },
  };
}

function fault<T extends ApiTypes>(context: RequestContext<T>, operation: Operation): Reply | undefined {
  const drawn = context.services.faults.draw(operation);
  const { fault: spec, delay, id } = drawn;
  if (delay > 0) context.arrange().delay += delay;
  if (spec === undefined) return undefined;
  const failure = context.arrange();
  context.why = `${id}: ${told(spec)}`;
  if (spec.afterCommit === true) {
    if (spec.status !== undefined) failure.afterCommit = quietly(context, spec.status, spec.retryAfter);
    else failure.afterCommit = spec.hang === true ? "hang" : "reset";
    return undefined;
  }
  if (spec.status !== undefined) return quietly(context, spec.status, spec.retryAfter);
  if (spec.reset === true) failure.effect = "reset";
  else if (spec.hang === true) failure.effect = "hang";
  else if (spec.malformed === true) failure.effect = "malformed";
  else {
    failure.effect = "truncate";
    failure.cutAfter = typeof spec.truncate === "number" ? spec.truncate : undefined;
    return undefined;
  }
  return spec.malformed === true ? undefined : { status: 0 };
}

function told(spec: FaultSpec): string {
  const what =
    spec.status ?? (["reset", "hang", "truncate", "malformed"] as const).find((name) => spec[name] !== undefined);
  return `an armed fault (${what ?? "reset"}${spec.afterCommit === true ? " after commit" : ""})`;
}
