// The contract, held against the mock itself: an answer with an undeclared status, an extra field or a missing header does not leave.
import type { z } from "zod";
import type { Reply } from "../contract/problem.js";
import type { DeclaredAnswer, Operation } from "../request/routing.js";

export const JSON_TYPE = "application/json";

/** What is wrong with a reply, in a sentence that names the operation and the place in the body; undefined if nothing is. */
export function contractBreach(operation: Operation, reply: Reply): string | undefined {
  const declared = operation.answers.get(reply.status);
  if (declared === undefined) {
    const statuses = [...operation.answers.keys()].join(", ");
    return `${operation.operationId} answered ${reply.status}, which it does not declare (declared: ${statuses})`;
  }
  const problem = headerBreach(declared, reply) ?? bodyBreach(declared, reply);
  return problem === undefined ? undefined : `${operation.operationId} ${reply.status}: ${problem}`;
}

function headerBreach({ requiredHeaders }: DeclaredAnswer, { headers }: Reply): string | undefined {
  for (const name of requiredHeaders.keys()) {
    if (headers?.[name] === undefined) return `the header "${name}" is missing`;
  }
  return undefined;
}

function bodyBreach({ contents }: DeclaredAnswer, reply: Reply): string | undefined {
  if (contents.size === 0) return reply.body === undefined ? undefined : "the answer has a body where none is declared";
  const type = reply.contentType ?? JSON_TYPE;
  const content = contents.get(type);
  if (content === undefined) {
    return `the answer is "${type}", which is not declared (declared: ${[...contents.keys()].join(", ")})`;
  }
  const result = content.schema.safeParse(reply.body);
  return result.success ? undefined : bodyProblem(result.error.issues);
}

/** The same for an answer that belongs to no operation. */
export function unroutedBreach(
  unrouted: Readonly<Record<number, z.ZodType | undefined>>,
  reply: Reply,
): string | undefined {
  if (!Object.hasOwn(unrouted, reply.status)) return `no answer outside an operation has the status ${reply.status}`;
  const result = unrouted[reply.status]?.safeParse(reply.body);
  if (result === undefined || result.success) return undefined;
  return `an answer outside any operation, ${reply.status}: ${bodyProblem(result.error.issues)}`;
}

/** The first issue of a parse, with its place in the body. */
export function bodyProblem(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: unknown }[],
): string {
  const first = issues[0];
  if (first === undefined) return "the body is not what is declared";
  const extra = Array.isArray(first.keys) && first.keys.length === 1 ? [String(first.keys[0])] : [];
  const place = ["body", ...first.path.map(String), ...extra].join(".");
  return `${place}: ${first.message}`;
}
