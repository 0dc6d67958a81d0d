// The input of a request: whatever is wrong with it, a body that is no JSON or too large included, is one 422 that names every problem.
import type { Check } from "../core/contract/mock-api.js";
import { bodyText, mediaType, readInput } from "../core/request/checks.js";
import type { InputIssue } from "../core/request/input-issues.js";
import type { Exchange } from "../core/request/request-context.js";
import type { MutxTypes } from "./types.js";

type MutxExchange = Exchange<MutxTypes>;

export const validInput: Check<MutxTypes> = {
  name: "input",
  needsBody: true,
  run: (exchange) => {
    const unreadable = exchange.operation?.body === undefined ? undefined : readBody(exchange);
    if (unreadable !== undefined) return refuse(exchange, [unreadable]);
    readInput(exchange);
    const issues = exchange.issues.map((issue) => (isAbsentBody(exchange, issue) ? ABSENT : issue));
    return issues.length === 0 ? undefined : refuse(exchange, issues);
  },
};

const ABSENT: InputIssue = { kind: "missing", in: "body", path: [], message: "is missing", code: "missing" };

const isAbsentBody = ({ json }: MutxExchange, issue: InputIssue): boolean =>
  json === undefined && issue.in === "body" && issue.path.length === 0;

function refuse(exchange: MutxExchange, issues: readonly InputIssue[]) {
  const why = issues.map((issue) => `${[issue.in, ...issue.path].join(".")} ${issue.message}`).join("; ");
  return exchange.refuse({ kind: "invalid", status: 422, issues }, why);
}

/** Reads the body as JSON, also where no type is named; another type is text, which is no object. */
function readBody(exchange: MutxExchange): InputIssue | undefined {
  if (exchange.read === "too-large") return bodyIssue("is too large", "too_large");
  const text = bodyText(exchange);
  if (text === undefined) return bodyIssue("JSON decode error: it is not UTF-8", "json_invalid");
  if (text === "") return undefined;
  const type = mediaType(exchange.request.header("content-type") ?? "application/json");
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) {
    exchange.json = text;
    return undefined;
  }
  try {
    exchange.json = JSON.parse(text);
    return undefined;
  } catch {
    return bodyIssue("JSON decode error", "json_invalid");
  }
}

const bodyIssue = (message: string, code: string): InputIssue => ({
  kind: "invalid",
  in: "body",
  path: [],
  message,
  code,
});
