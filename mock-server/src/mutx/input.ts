// The input of a request: whatever is wrong with it, a body that is no JSON or too large included, is one 422 that names every problem.

import type { InputIssue } from "../core/request/input-issues.js";
import { bodyText, mediaType } from "../core/request/request-body.js";
import type { Check, RequestContext } from "../core/request/request-context.js";
import { readInput } from "../core/request/request-input.js";
import type { MutxTypes } from "./types.js";

type MutxContext = RequestContext<MutxTypes>;

export const validInput: Check<MutxTypes> = {
  name: "input",
  needsBody: true,
  run: (context) => {
    const unreadable = context.operation?.body === undefined ? undefined : readBody(context);
    if (unreadable !== undefined) return refuse(context, [unreadable]);
    readInput(context);
    const issues = context.issues.map((issue) => (isAbsentBody(context, issue) ? ABSENT : issue));
    return issues.length === 0 ? undefined : refuse(context, issues);
  },
};

const ABSENT: InputIssue = { kind: "missing", in: "body", path: [], message: "is missing", code: "missing" };

const isAbsentBody = ({ json }: MutxContext, issue: InputIssue): boolean =>
  json === undefined && issue.in === "body" && issue.path.length === 0;

function refuse(context: MutxContext, issues: readonly InputIssue[]) {
  const why = issues.map((issue) => `${[issue.in, ...issue.path].join(".")} ${issue.message}`).join("; ");
  return context.refuse({ kind: "invalid", status: 422, issues }, why);
}

/** Reads the body as JSON, also where no type is named; another type is text, which is no object. */
function readBody(context: MutxContext): InputIssue | undefined {
  if (context.read === "too-large") return bodyIssue("is too large", "too_large");
  const text = bodyText(context);
  if (text === undefined) return bodyIssue("JSON decode error: it is not UTF-8", "json_invalid");
  if (text === "") return undefined;
  const type = mediaType(context.request.header("content-type") ?? "application/json");
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) {
    context.json = text;
    return undefined;
  }
  try {
    context.json = JSON.parse(text);
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
