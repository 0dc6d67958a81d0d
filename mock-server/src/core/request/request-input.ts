// The input of a request: path, query and body, read by the schemas of its operation.
import type { ApiTypes } from "../contract/services.js";
import { type InputIssue, inputIssues } from "./input-issues.js";
import { queryValues } from "./query-values.js";
import { mediaType } from "./request-body.js";
import type { RequestContext } from "./request-context.js";

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

/** Reads path, query and body by the operation's schemas; what does not fit goes to `context.issues`. */
export function readInput(context: RequestContext<ApiTypes>): void {
  const { operation } = context;
  if (operation === undefined) return;
  const issues: InputIssue[] = [];
  const parse = (
    where: InputIssue["in"],
    schema: Pick<NonNullable<typeof operation.query>, "safeParse"> | undefined,
    value: unknown,
  ): unknown => {
    if (schema === undefined) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    issues.push(...inputIssues(where, value, result.error.issues));
    return undefined;
  };
  const params = parse("path", operation.params, decodedParams(context.rawParams));
  const query = parse("query", operation.query, context.queryText === "" ? NOTHING : queryValues(context.queryText));
  const contents = operation.body?.contents;
  const type = contents === undefined ? "" : mediaType(context.request.header("content-type") ?? "");
  // An API that lets other media types pass has them read as the first that it declares.
  const body = parse("body", contents?.get(type) ?? contents?.values().next().value, context.json);
  context.issues = issues;
  context.input = { params, query, body };
}

function decodedParams(raw: Readonly<Record<string, string>>): Record<string, string> {
  const decoded: Record<string, string> = {};
  for (const name in raw) {
    const value = raw[name] ?? "";
    decoded[name] = value.includes("%") ? decode(value) : value;
  }
  return decoded;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
