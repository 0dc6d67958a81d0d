// Assertions on the journal, with a message that shows what came close.

import type { Call, Journal } from "./journal.js";
import { sameJson } from "./json-match.js";
import type { Operation, RouteTable } from "./routing.js";

export interface Expectation {
  /** Exactly so many matching calls; at least one where it is absent. */
  readonly times?: number;
  readonly status?: number;
  /** Fields that the JSON body must hold, among others. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Parameters that the query must hold, among others. */
  readonly query?: Readonly<Record<string, string | number>>;
}

/** Undefined if the expectation holds, else the message of its failure. */
export function unmet(
  journal: Journal,
  table: RouteTable,
  operationId: string,
  expected: Expectation,
): string | undefined {
  const operation = table.operations.get(operationId);
  if (operation === undefined) {
    return `There is no operation "${operationId}". Known are: ${[...table.operations.keys()].join(", ")}.`;
  }
  const calls = journal.calls();
  const misses: string[] = [];
  let met = 0;
  for (const call of calls) {
    const reason = difference(call, operation, expected);
    if (reason === undefined) met += 1;
    else if (reason !== "unrelated") misses.push(`  #${call.number} ${told(call)}: ${reason}`);
  }
  const { times } = expected;
  if (times === undefined ? met > 0 : met === times) return undefined;
  const wanted = times === undefined ? "at least once" : `${times} ${times === 1 ? "time" : "times"}`;
  const dropped =
    journal.total > calls.length ? ` (the journal keeps the last ${calls.length} of ${journal.total} calls)` : "";
  return [
    `Expected ${operationId} (${operation.method} ${operation.path}) to be called ${wanted}${conditions(expected)}, but it was called so ${met} ${met === 1 ? "time" : "times"}${dropped}.`,
    ...(misses.length > 0
      ? ["Near misses:", ...misses.slice(-10)]
      : [`No call came near it; there were ${journal.total} calls in all.`]),
  ].join("\n");
}

function conditions({ status, body, query }: Expectation): string {
  const parts = [
    status === undefined ? undefined : `with status ${status}`,
    body === undefined ? undefined : `with a body holding ${JSON.stringify(body)}`,
    query === undefined ? undefined : `with a query holding ${JSON.stringify(query)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : ` ${parts.join(" and ")}`;
}

const told = ({ method, url, status, outcome, why }: Call): string =>
  `${method} ${url} -> ${status ?? outcome}${why === undefined ? "" : ` (${why})`}`;

/** Undefined for a match, "unrelated", or what was different. */
function difference(call: Call, operation: Operation, expected: Expectation): string | undefined {
  const [path = "", queryText = ""] = call.url.split("?", 2);
  if (call.operationId !== operation.operationId) {
    if (!samePath(path, operation.path)) return "unrelated";
    return `path matched, method did not (${call.method}, not ${operation.method})`;
  }
  if (expected.status !== undefined && call.status !== expected.status) {
    return `status was ${call.status ?? "never sent"}, not ${expected.status}`;
  }
  const query = new URLSearchParams(queryText);
  for (const [name, value] of Object.entries(expected.query ?? {})) {
    const given = query.get(name);
    if (given === null) return `query.${name} missing`;
    if (given !== String(value))
      return `query.${name} was ${JSON.stringify(given)}, not ${JSON.stringify(String(value))}`;
  }
  return expected.body === undefined ? undefined : bodyDifference(call.request.body, expected.body);
}

function bodyDifference(text: string | undefined, expected: Readonly<Record<string, unknown>>): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text ?? "");
  } catch {
    return "the body is no JSON";
  }
  if (typeof body !== "object" || body === null) return "the body is no object";
  for (const [name, value] of Object.entries(expected)) {
    if (!Object.hasOwn(body, name)) return `body.${name} missing`;
    const given = (body as Readonly<Record<string, unknown>>)[name];
    if (!sameJson(given, value)) return `body.${name} was ${JSON.stringify(given)}, not ${JSON.stringify(value)}`;
  }
  return undefined;
}

function samePath(path: string, template: string): boolean {
  const given = path.split("/");
  const wanted = template.split("/");
  if (given.length !== wanted.length) return false;
  return wanted.every((segment, i) => segment.startsWith("{") || segment === given[i]);
}
