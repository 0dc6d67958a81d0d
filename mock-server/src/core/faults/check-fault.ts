// The refusal of faults that could never fire, or that no client could see.
import { checkNames, describeValue, isObject } from "../mock/check-options.js";
import { type Operation, operationNamed, type RouteTable } from "../request/routing.js";
import type { FaultSpec } from "./faults.js";

const NAMES = [
  "operationId",
  "times",
  "probability",
  "for",
  "status",
  "retryAfter",
  "latency",
  "reset",
  "hang",
  "truncate",
  "malformed",
  "afterCommit",
];

const EFFECTS = ["status", "reset", "hang", "truncate", "malformed"] as const;

/** What a fault does to its request, beside a delay: one thing at most, once it is checked. */
export const effectsOf = (fault: FaultSpec): (typeof EFFECTS)[number][] =>
  EFFECTS.filter((name) => fault[name] !== undefined && (fault[name] as unknown) !== false);

/** Refuses a fault that could never fire, or that the operation cannot show. */
export function checkFault(spec: FaultSpec, table: RouteTable): void {
  if (!isObject(spec)) {
    throw new TypeError(`A fault must be an object such as { status: 503, times: 1 }, not ${describeValue(spec)}.`);
  }
  checkNames(spec, NAMES, "A fault has no");
  const { operationId, times, probability, status } = spec;
  const operation =
    operationId === undefined ? undefined : operationNamed(table, operationId, "this fault would never fire");
  if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
    throw new RangeError(`times is ${times}, so this fault would never fire. Give a whole number from 1 up.`);
  }
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability is ${probability}. Give a share between 0 and 1.`);
  }
  if (
    spec.truncate !== undefined &&
    spec.truncate !== true &&
    !(Number.isInteger(spec.truncate) && spec.truncate >= 0)
  ) {
    throw new RangeError(`truncate is ${spec.truncate}. Give true, or a whole number of bytes from 0 up.`);
  }
  if (status !== undefined) {
    if (operation !== undefined) checkStatus(status, operation);
    else if (![...table.operations.values()].some(({ answers }) => status >= 400 && answers.has(status))) {
      throw new RangeError(`No operation declares the error ${status}, so this fault would never fire.`);
    }
  }
  const effects = effectsOf(spec);
  if (effects.length > 1) {
    throw new TypeError("A fault has one effect. Give only one of status, reset, hang, truncate and malformed.");
  }
  if (spec.afterCommit === true && (spec.truncate !== undefined || spec.malformed === true)) {
    throw new TypeError(
      "afterCommit goes with status, reset or hang. A truncated or malformed answer always comes after the commit.",
    );
  }
  if (effects.length === 0 && spec.afterCommit !== true && spec.latency === undefined) {
    throw new TypeError(
      "This fault does nothing. Give it one of status, latency, reset, hang, truncate, malformed and afterCommit.",
    );
  }
}

function checkStatus(status: number, { operationId, answers }: Operation): void {
  if (status >= 400 && answers.has(status)) return;
  const declared = [...answers.keys()].filter((each) => each >= 400).join(", ");
  throw new RangeError(`${operationId} does not declare the error ${status}. Declared: ${declared || "none"}.`);
}
