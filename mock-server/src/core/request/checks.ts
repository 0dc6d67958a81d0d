// The checks that any API can put into its own order: path, method, limit, content type, size, JSON, missing and invalid input.
import type { ApiTypes, Check, Reply } from "../contract/mock-api.js";
import { type InputIssue, inputIssues } from "./input-issues.js";
import type { RequestContext } from "./request-context.js";

/** A byte order mark stays, so that it is no JSON on whichever transport it comes. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** JSON nested deeper than this is refused as unreadable, as many JSON readers do. */
const DEEPEST = 100;

/** 404 where no operation has this path. */
export function knownPath<T extends ApiTypes>(): Check<T> {
  return {
    name: "known path",
    run: (context) => {
      if (context.entry !== undefined) return undefined;
      const { method } = context.request;
      return context.refuse({
        kind: "unknown-path",
        status: 404,
        message: `No such endpoint: ${method} ${context.path}`,
      });
    },
  };
}

/** 405 with `Allow` where the path has no such method. */
export function knownMethod<T extends ApiTypes>(): Check<T> {
  return {
    name: "method",
    run: (context) => {
      if (context.operation !== undefined || context.entry === undefined) return undefined;
      const { allow } = context.entry;
      const { method } = context.request;
      return context.refuse({
        kind: "method-not-allowed",
        status: 405,
        message: `Method ${method} is not allowed here. Allowed: ${allow.join(", ")}`,
        allow,
      });
    },
  };
}

/** 429 once the caller's window is used up; whoever has no credential is not counted. */
export function underLimit<T extends ApiTypes>(): Check<T> {
  return {
    name: "rate limit",
    run: (context) => {
      if (context.credential === undefined) return undefined;
      const retryAfter = context.services.limiter.take(context.credential);
      if (retryAfter === undefined) return undefined;
      return context.refuse(
        { kind: "rate-limited", status: 429, retryAfter },
        `${context.credential} is over its limit; its window ends in ${retryAfter} s`,
      );
    },
  };
}

/** 415 where the operation takes a body and the request does not name a media type it takes. */
export function contentType<T extends ApiTypes>(): Check<T> {
  return {
    name: "content type",
    run: (context) => {
      const body = context.operation?.body;
      if (body === undefined) return undefined;
      const given = context.request.header("content-type");
      if (given !== null && body.contents.has(mediaType(given))) return undefined;
      const wanted = [...body.contents.keys()].join(" or ");
      return context.refuse(
        { kind: "unsupported-media-type", status: 415, message: `Content-Type must be ${wanted}` },
        given === null ? "the request has no Content-Type" : `the Content-Type is "${given}"`,
      );
    },
  };
}

/** The media type that a `Content-Type` names, without its parameters. */
export function mediaType(header: string): string {
  const end = header.indexOf(";");
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}

/** 413 where the operation takes a body and this one is larger than the API takes. */
export function bodySize<T extends ApiTypes>(): Check<T> {
  return {
    name: "size",
    needsBody: true,
    run: (context) => {
      if (context.read !== "too-large" || context.operation?.body === undefined) return undefined;
      const { maxBodyBytes } = context.api;
      return context.refuse({
        kind: "too-large",
        status: 413,
        message: `Request body is larger than ${maxBodyBytes} bytes`,
      });
    },
  };
}

/** 400 where the operation takes a body and it is no JSON. */
export function jsonBody<T extends ApiTypes>(): Check<T> {
  return {
    name: "JSON",
    needsBody: true,
    run: (context) => {
      if (context.operation?.body === undefined) return undefined;
      const malformed = (why: string) =>
        context.refuse({ kind: "malformed-body", status: 400, message: "The request body is not valid JSON" }, why);
      const text = bodyText(context);
      if (text === undefined) return malformed("the body is not UTF-8");
      if (text === "") return malformed("the body is empty");
      if (deeperThan(text, DEEPEST)) return malformed(`the body is nested more than ${DEEPEST} levels deep`);
      try {
        context.json = JSON.parse(text);
        return undefined;
      } catch (error) {
        return malformed(jsonMistake(error));
      }
    },
  };
}

/** What `JSON.parse` says of a mistake, without the piece of the text that it quotes: a secret may stand there. */
export function jsonMistake(error: unknown): string {
  const told = error instanceof Error ? error.message : String(error);
  return told.replace(/, (?:\.\.\.)?".*$/s, "");
}

/** The body as text; undefined where it is not UTF-8. */
export function bodyText<T extends ApiTypes>(context: RequestContext<T>): string | undefined {
  const { read } = context;
  if (read === undefined || read === "too-large") return "";
  if ("text" in read) context.bodyText = read.text;
  else {
    try {
      context.bodyText = decoder.decode(read.bytes);
    } catch {
      return undefined;
    }
  }
  return context.bodyText;
}

/** Brackets inside strings are not counted. */
function deeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}

/** 400 where something required is not there. Reads all input, so it stands before `validInput`. */
export function requiredInput<T extends ApiTypes>(): Check<T> {
  return {
    name: "missing",
    run: (context) => {
      readInput(context);
      const first = context.issues.find(({ kind }) => kind === "missing");
      return first && refuseInput(context, first, 400);
    },
  };
}

/** 422 where something is not what it must be. */
export function validInput<T extends ApiTypes>(): Check<T> {
  return {
    name: "invalid",
    run: (context) => {
      const first = context.issues[0];
      return first && refuseInput(context, first, 422);
    },
  };
}

function refuseInput<T extends ApiTypes>(context: RequestContext<T>, issue: InputIssue, status: number): Reply {
  const place = issue.path.join(".");
  const nested = issue.path.length > 1;
  const param = issue.path[0];
  return context.refuse(
    {
      kind: issue.kind,
      status,
      message:
        issue.kind === "missing"
          ? `Missing required parameter: ${place}`
          : `${place === "" ? "The body" : place} ${issue.message}`,
      ...(param !== undefined && { param: String(param) }),
      ...(nested && { path: place }),
      issues: context.issues,
    },
    context.issues
      .map((each) => `${[each.in, ...each.path].join(".")} ${each.message.replace(/^is missing$/, "missing")}`)
      .join("; "),
  );
}

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

/** Reads path, query and body by the operation's schemas; what does not fit goes to `exchange.issues`. */
export function readInput<T extends ApiTypes>(context: RequestContext<T>): void {
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
  const type = operation.body === undefined ? "" : mediaType(context.request.header("content-type") ?? "");
  const body = parse("body", bodySchema(operation.body?.contents, type), context.json);
  context.issues = issues;
  context.input = { params, query, body };
}

/** An API that lets other media types pass has them read as the first that it declares. */
function bodySchema<Schema>(contents: ReadonlyMap<string, Schema> | undefined, type: string): Schema | undefined {
  return contents?.get(type) ?? contents?.values().next().value;
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

/** Text in which nothing is encoded, so that it can be taken apart as it is. */
const PLAIN_QUERY = /^[\w.~=&-]*$/;

/** A parameter given twice is a list, which no schema of a single value takes. */
export function queryValues(text: string): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  const pairs = PLAIN_QUERY.test(text) ? plainPairs(text) : new URLSearchParams(text);
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : typeof before === "string" ? [before, value] : [...before, value]);
  }
  return Object.fromEntries(values);
}

/** What `URLSearchParams` gives for such text, at a fraction of its cost. */
function plainPairs(text: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const pair of text.split("&")) {
    const end = pair.indexOf("=");
    if (pair !== "") pairs.push(end < 0 ? [pair, ""] : [pair.slice(0, end), pair.slice(end + 1)]);
  }
  return pairs;
}
