// Assertions on the journal, with a message that shows what came close.

import { checkNames, describeValue, isObject } from "../mock/check-options.js";
import { type Operation, operationNamed, type RouteTable } from "../request/routing.js";
import { type Call, describeCall, type Journal } from "./journal.js";
import { pathSimilarity } from "./path-similarity.js";

export interface Expectation {
  /** The exact number of matching calls. If omitted, one or more. */
  readonly times?: number;
  readonly status?: number;
  /** Fields of the JSON body. Others may be there. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Parameters of the query. Others may be there. */
  readonly query?: Readonly<Record<string, string | number>>;
}

const OPTIONS: readonly string[] = ["times", "status", "body", "query"];
/** How many of each kind a message shows, the last ones. */
const SHOWN = 10;

/**
 * Undefined if the expectation holds, else the message of its failure.
 *
 * @throws RangeError or TypeError for an expectation that no call could ever match.
 */
export function unmet(
  journal: Journal,
  table: RouteTable,
  operationId: string,
  expected: Expectation,
): string | undefined {
  const operation = operationNamed(table, operationId, "no call can match it");
  checkExpectation(expected);
  const calls = journal.calls();
  const met: string[] = [];
  const misses: string[] = [];
  const pathless: string[] = [];
  for (const call of calls) {
    const reasons = differences(call, operation, expected);
    if (reasons === undefined) {
      // A path that no operation has may be a slip of the one that is looked for.
      if (call.operationId === undefined && call.status === 404) pathless.push(describeCall(call));
    } else if (reasons.length === 0) met.push(describeCall(call));
    else misses.push(`${describeCall(call)}: ${reasons.join("; ")}`);
  }
  const { times } = expected;
  if (times === undefined ? met.length > 0 : met.length === times) return undefined;
  const dropped =
    journal.total > calls.length ? ` (the journal keeps the last ${calls.length} of ${journal.total} calls)` : "";
  const tooMany = times !== undefined && met.length > times;
  return [
    `Expected ${operationId} (${operation.method} ${operation.path}) ${wanted(times)}${conditions(expected)}, but ${matched(met.length)}${dropped}.`,
    ...listed(tooMany ? "These matched:" : "This matched:", tooMany || met.length > 0 ? met : []),
    ...(tooMany ? [] : listed("Near misses:", misses)),
    ...(met.length > 0 || misses.length > 0 ? [] : nothingNear(journal.total, pathless)),
  ].join("\n");
}

/** Nothing is said to be near: how many calls there were, and those that went to no path at all. */
function nothingNear(total: number, pathless: readonly string[]): readonly string[] {
  const calls = total === 1 ? "There was 1 call" : `There were ${total} calls`;
  return [`No call came near it. ${calls} in all.`, ...listed("Calls of paths that do not exist:", pathless)];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - SHOWN;
  return [title, ...(left > 0 ? [`  (${left} more before)`] : []), ...lines.slice(-SHOWN).map((line) => `  ${line}`)];
}

function wanted(times: number | undefined): string {
  if (times === undefined) return "to be called at least once";
  if (times === 0) return "never to be called";
  return `to be called ${times === 1 ? "once" : `${times} times`}`;
}

function matched(count: number): string {
  if (count === 0) return "no call matched";
  return count === 1 ? "1 call matched" : `${count} calls matched`;
}

function conditions({ status, body, query }: Expectation): string {
  const parts = [
    status === undefined ? undefined : `with status ${status}`,
    body === undefined ? undefined : `with a body holding ${JSON.stringify(body)}`,
    query === undefined ? undefined : `with a query holding ${JSON.stringify(query)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : ` ${parts.join(" and ")}`;
}

/** Empty for a match, undefined for a call that has nothing to do with it, else all that was different. */
function differences(call: Call, operation: Operation, expected: Expectation): readonly string[] | undefined {
  const [path = "", queryText = ""] = call.url.split("?", 2);
  if (call.operationId !== operation.operationId) return otherOperation(call, path, operation);
  const found: string[] = [];
  if (expected.status !== undefined && call.status !== expected.status) {
    found.push(`status was ${call.status ?? "never sent"}, not ${expected.status}`);
  }
  const query = new URLSearchParams(queryText);
  for (const [name, value] of Object.entries(expected.query ?? {})) {
    const given = query.get(name);
    if (given === null) found.push(`query.${name} missing`);
    else if (given !== String(value)) {
      found.push(`query.${name} was ${JSON.stringify(given)}, not ${JSON.stringify(String(value))}`);
    }
  }
  if (expected.body !== undefined) found.push(...bodyDifferences(call.request.body, expected.body));
  return found;
}

function otherOperation(call: Call, path: string, operation: Operation): readonly string[] | undefined {
  const like = pathSimilarity(path, operation.path);
  if (like === "same") return [`path matched, method did not (${call.method}, not ${operation.method})`];
  if (like === "similar" && call.operationId === undefined && call.method === operation.method) {
    return [`no operation has this path, did you mean ${operation.path}?`];
  }
  return undefined;
}

function bodyDifferences(text: string | undefined, expected: Readonly<Record<string, unknown>>): readonly string[] {
  let body: unknown;
  try {
    body = JSON.parse(text ?? "");
  } catch {
    return ["the body is not JSON"];
  }
  if (typeof body !== "object" || body === null) return ["the body is not an object"];
  const found: string[] = [];
  for (const [name, value] of Object.entries(expected)) {
    const given = (body as Readonly<Record<string, unknown>>)[name];
    if (!Object.hasOwn(body, name)) found.push(`body.${name} missing`);
    else if (!sameJson(given, value)) {
      found.push(`body.${name} was ${JSON.stringify(given)}, not ${JSON.stringify(value)}`);
    }
  }
  return found;
}

/** Equality of JSON values, whatever the order of their fields. */
function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(b, name) &&
      sameJson((a as Readonly<Record<string, unknown>>)[name], (b as Readonly<Record<string, unknown>>)[name]),
  );
}

/** Refuses what could never match, and would hold under `not` whatever was called. */
function checkExpectation(expected: Expectation): void {
  if (!isObject(expected)) {
    throw new TypeError(
      `The expectation is ${describeValue(expected)}. It must be an object such as { times: 1, status: 201 }.`,
    );
  }
  checkNames(expected, OPTIONS, "An expectation has no");
  const { times, status, body, query } = expected;
  if (times !== undefined && !(Number.isInteger(times) && times >= 0)) {
    throw new RangeError(`times is ${describeValue(times)}. It must be a whole number from 0 up.`);
  }
  if (status !== undefined && !Number.isInteger(status)) {
    throw new TypeError(`status is ${describeValue(status)}. It must be a number such as 201.`);
  }
  for (const [name, fields] of Object.entries({ body, query })) {
    if (fields === undefined || isObject(fields)) continue;
    throw new TypeError(`${name} is ${describeValue(fields)}. It must be an object with the fields to look for.`);
  }
}
