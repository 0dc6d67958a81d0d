// What can go wrong with one request of a rotation, and where the rotation then ends.
import type { FaultSpec } from "@terminus-hub/mock-server";
import type { RotationStep } from "@terminus-hub/sdk/lifecycle";
import { documentOf, operationsOf } from "./documents.js";
import type { Request, System } from "./system.js";

const operationOf = (api: string, operationId: string) =>
  operationsOf(documentOf(api)).find((each) => each.operationId === operationId);

/** Whether an operation declares a status, so that a client has to expect it. */
function declares(api: string, operationId: string, status: number): boolean {
  return status in (operationOf(api, operationId)?.responses ?? {});
}

/** Whether the answer to a deletion has a body, which could be garbled. */
function answersDeletions({ api, operations }: System): boolean {
  const answers = Object.entries(operationOf(api, operations.delete)?.responses ?? {});
  return answers.some(([status, { content }]) => status.startsWith("2") && content !== undefined);
}

export type Disturbance = Omit<FaultSpec, "operationId" | "times">;

/** What can go wrong with one request. */
const disturbances: Readonly<Record<string, Disturbance>> = {
  "a 500": { status: 500 },
  "a 503": { status: 503 },
  "a reset": { reset: true },
  "a hang": { hang: true },
  "a 401": { status: 401 },
  "a 429 that asks for more than the client waits": { status: 429, retryAfter: 120 },
  "a reset after the commit": { afterCommit: true },
  "a 500 after the commit": { afterCommit: true, status: 500 },
  "a hang after the commit": { afterCommit: true, hang: true },
  "an answer that breaks off": { truncate: true },
  "an answer that is no JSON": { malformed: true },
};

/** Those that no other one stands for. */
export const unlike = Object.entries(disturbances).filter(([kind]) => !/503|(500|hang) after/.test(kind));

/** The server has said no, and no client asks again at once. */
const isRefusal = ({ status, afterCommit }: Disturbance) => !afterCommit && (status === 401 || status === 429);

/** Where the operation is carried out, and only its answer is lost. */
const isCommitted = ({ afterCommit, truncate, malformed }: Disturbance) => afterCommit || truncate || malformed;

export const possible = ({ api, operations }: System, request: Request, { status }: Disturbance): boolean => {
  const operationId = operations[request];
  return operationId !== undefined && (status === undefined || declares(api, operationId, status));
};

/** Where one disturbance of one kind of request ends a rotation; `done` where it does not. */
export type End = RotationStep | "done";
interface Point {
  readonly request: Request;
  /** Armed from the start, or only once the consumer was switched over. */
  readonly from: "start" | "switch-over";
  readonly stopsAt: RotationStep;
}

export const points: Readonly<Record<string, Point>> = {
  "the list": { request: "list", from: "start", stopsAt: "check" },
  "the question for the quota": { request: "quota", from: "start", stopsAt: "check" },
  "the creation": { request: "create", from: "start", stopsAt: "create" },
  "the first proof": { request: "open", from: "start", stopsAt: "verify-new" },
  "the second proof": { request: "open", from: "switch-over", stopsAt: "verify-switched" },
  "the deletion": { request: "delete", from: "start", stopsAt: "delete-old" },
};

export function expectedEnd(
  { request, stopsAt }: Point,
  what: Disturbance,
  once: boolean,
  system: System,
  own = false,
): End {
  if (request === "create") return stopsAt;
  if (request === "delete") {
    // Where the consumer's key may not delete, the client alone can, and a no is a no.
    if (once && !system.consumersDeleteKeys && !own && isRefusal(what)) return stopsAt;
    // Tried again, then by the other credential, then looked up. An answer without a body cannot be garbled.
    const lostOnly = isCommitted(what) || (!answersDeletions(system) && (what.truncate || what.malformed));
    return once || lostOnly ? "done" : stopsAt;
  }
  // A server that answers and does not tell the quota is asked to create all the same.
  if (request === "quota" && (what.status !== undefined || what.malformed)) return "done";
  // What a client reads is asked for again, unless the server said no, or what it said makes no sense.
  return once && !isRefusal(what) && !what.malformed ? "done" : stopsAt;
}

interface Case {
  readonly point: Point;
  readonly what: Disturbance;
  readonly once: boolean;
}

export const casesOf = (system: System): (readonly [title: string, Case])[] =>
  Object.entries(points).flatMap(([where, point]) =>
    Object.entries(disturbances)
      .filter(([, what]) => possible(system, point.request, what))
      .flatMap(([kind, what]) => [
        [`${where} meets ${kind} once`, { point, what, once: true }] as const,
        [`${where} meets ${kind} for good`, { point, what, once: false }] as const,
      ]),
  );
