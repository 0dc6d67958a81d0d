// Failures on demand, where the API's order of checks puts them: armed faults, and the `Prefer` header of a single request.
import type { ApiTypes, Check, ProblemKind, Reply } from "../contract/mock-api.js";
import type { RequestContext } from "../request/request-context.js";
import type { Operation } from "../request/routing.js";
import type { FaultSpec } from "./faults.js";

/** The longest `Prefer: wait` that is obeyed, in seconds. */
const LONGEST_WAIT = 60;

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

/** The API's own answer; why it is given stays what it was. */
function quietly<T extends ApiTypes>(context: RequestContext<T>, status: number, retryAfter?: number): Reply {
  const { why } = context;
  const wait = retryAfter ?? (status === 429 ? 1 : undefined);
  const refusal = context.refuse({
    kind: KINDS[status] ?? "other",
    status,
    ...(wait !== undefined && { retryAfter: wait }),
  });
  context.why = why;
  return refusal;
}

/** RFC 7240: a preference that is unknown is ignored, one that cannot be met is refused, and what was done is named in `Preference-Applied`. */
function preference<T extends ApiTypes>(context: RequestContext<T>, operation: Operation): Reply | undefined {
  const header = context.request.header("prefer");
  if (header === null) return undefined;
  const wanted = preferences(header);
  const applied: string[] = [];
  const wait = wanted.get("wait");
  if (wait !== undefined) {
    if (!/^\d+(?:\.\d+)?$/.test(wait) || Number(wait) > LONGEST_WAIT) {
      const message = `Prefer asks for wait=${wait}. Allowed are seconds from 0 to ${LONGEST_WAIT}, such as wait=0.5`;
      return refused(context, message);
    }
    context.arrange().delay += Number(wait) * 1_000;
    applied.push(`wait=${wait}`);
  }
  const code = wanted.get("code");
  let answer: Reply | undefined;
  if (code !== undefined) {
    answer = preferred(context, operation, code);
    if (context.failure?.uncontracted !== true) applied.push(`code=${code}`);
  }
  if (applied.length > 0) context.arrange().headers = { "preference-applied": applied.join(", ") };
  return answer;
}

function preferences(header: string): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const part of header.split(",")) {
    const [name = "", value = ""] = (part.split(";", 1)[0] ?? "").split("=", 2);
    const key = name.trim().toLowerCase();
    if (!wanted.has(key)) wanted.set(key, value.trim().replace(/^"(.*)"$/, "$1"));
  }
  return wanted;
}

/** 400, whether the operation declares it or not. */
function refused<T extends ApiTypes>(context: RequestContext<T>, message: string): Reply {
  context.arrange().uncontracted = true;
  return context.refuse({ kind: "bad-request", status: 400, message });
}

function preferred<T extends ApiTypes>(context: RequestContext<T>, operation: Operation, code: string): Reply {
  const status = /^\d{3}$/.test(code) ? Number(code) : 0;
  const declared = operation.answers.get(status);
  if (declared === undefined) {
    const statuses = [...operation.answers.keys()].join(", ");
    const message = `Prefer asks for code=${code}, which ${operation.operationId} does not declare. Declared: ${statuses}`;
    return refused(context, message);
  }
  context.why = `Prefer: code=${code}`;
  if (status < 400) {
    const [first] = declared.contents;
    const headers: Record<string, string> = {};
    for (const [name, example] of declared.requiredHeaders) if (example !== undefined) headers[name] = example;
    return first === undefined
      ? { status, headers }
      : { status, headers, body: first[1].example, contentType: first[0] };
  }
  return quietly(context, status);
}
