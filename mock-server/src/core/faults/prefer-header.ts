// The `Prefer` header: the failure, or the delay, that a single request asks for itself.

import type { Reply } from "../contract/problem.js";
import type { ApiTypes } from "../contract/services.js";
import type { RequestContext } from "../request/request-context.js";
import type { Operation } from "../request/routing.js";
import { failureReply } from "./failure-reply.js";

/** The longest `Prefer: wait` that is obeyed, in seconds. */
const LONGEST_WAIT = 60;

/** RFC 7240: a preference that is unknown is ignored, one that cannot be met is refused, and what was done is named in `Preference-Applied`. */
export function preference(context: RequestContext<ApiTypes>, operation: Operation): Reply | undefined {
  const header = context.request.header("prefer");
  if (header === null) return undefined;
  const wanted = preferences(header);
  const applied: string[] = [];
  const wait = wanted.get("wait");
  if (wait !== undefined) {
    if (!/^\d+(?:\.\d+)?$/.test(wait) || Number(wait) > LONGEST_WAIT) {
      const message = `Prefer asks for wait=${wait}. Give seconds from 0 to ${LONGEST_WAIT}, such as wait=0.5`;
      return badRequest(context, message);
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
function badRequest(context: RequestContext<ApiTypes>, message: string): Reply {
  context.arrange().uncontracted = true;
  return context.refuse({ kind: "bad-request", status: 400, message });
}

function preferred(context: RequestContext<ApiTypes>, operation: Operation, code: string): Reply {
  const status = /^\d{3}$/.test(code) ? Number(code) : 0;
  const declared = operation.answers.get(status);
  if (declared === undefined) {
    const statuses = [...operation.answers.keys()].join(", ");
    const message = `Prefer asks for code=${code}, which ${operation.operationId} does not declare. Declared: ${statuses}`;
    return badRequest(context, message);
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
  return failureReply(context, status);
}
