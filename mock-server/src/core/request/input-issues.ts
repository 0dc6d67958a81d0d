// What is wrong with a request's input, told from zod's issues: a missing value apart from an invalid one, each with its place.

/** One thing that is wrong with the input of a request. */
export interface InputIssue {
  readonly kind: "missing" | "invalid";
  readonly in: "path" | "query" | "body";
  readonly path: readonly (string | number)[];
  /** A predicate that follows the place: "must be an object". */
  readonly message: string;
  /** zod's code, such as `too_small`, for APIs that show something like it. */
  readonly code: string;
}

interface ZodIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly values?: unknown;
}

/** Reads zod's issues; `value` is what was parsed, for an absent value and an invalid one have the same code. */
export function inputIssues(where: InputIssue["in"], value: unknown, issues: readonly ZodIssue[]): InputIssue[] {
  return issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    const given = path.length > 0 ? at(value, path) : value;
    const missing = path.length > 0 && given === undefined;
    const repeated = where === "query" && issue.code === "invalid_type" && Array.isArray(given);
    return {
      kind: missing ? "missing" : "invalid",
      in: where,
      path,
      message: missing ? "is missing" : repeated ? `was given ${given.length} times; give it once` : predicate(issue),
      code: issue.code,
    };
  });
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const part of path) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, part)) return undefined;
    inner = (inner as Readonly<Record<string | number, unknown>>)[part];
  }
  return inner;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function predicate(issue: ZodIssue): string {
  const things = issue.origin === "array" ? " items" : issue.origin === "string" ? " characters" : "";
  const verb = things === "" ? "be" : "hold";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${NOUNS[String(issue.expected)] ?? String(issue.expected)}`;
    case "too_small":
      return `must ${verb} at least ${String(issue.minimum)}${things}`;
    case "too_big":
      return `must ${verb} at most ${String(issue.maximum)}${things}`;
    case "invalid_value":
      return `must be ${alternatives(issue.values)}`;
    default:
      return issue.message.startsWith("must") ? issue.message : `is invalid: ${issue.message}`;
  }
}

function alternatives(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(" or ") : String(values);
}
