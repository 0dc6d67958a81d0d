// What a schema refuses, as a sentence for whoever wrote the value: the place, what is wrong there, and what is allowed.
import { z } from "zod";
import { describeValue } from "../mock/check-options.js";
import { inputIssues } from "../request/input-issues.js";
import { type Duration, milliseconds } from "../time/duration.js";

/** An object that takes these fields and no others, and lists them where it refuses one. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      const { keys = [] } = issue as { readonly keys?: readonly string[] };
      const known = Object.keys(shape);
      const allowed = known.length === 0 ? "it takes none" : `known are: ${known.join(", ")}`;
      return `has no ${keys.map((key) => JSON.stringify(key)).join(", ")}; ${allowed}`;
    },
  });
}

/** How long something lasts, read into milliseconds: more than nothing. */
export const lifetime = z
  .union([z.number(), z.string()], { error: 'must be milliseconds, or text such as "61s"' })
  .refine(isLonger, 'must be longer than 0, in milliseconds or as text such as "61s"')
  .transform((duration: Duration) => milliseconds(duration));

function isLonger(duration: Duration): boolean {
  try {
    return milliseconds(duration) > 0;
  } catch {
    return false;
  }
}

type Issues = Parameters<typeof inputIssues>[2];

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'must be a time such as "2026-01-01T00:00:00Z"',
  email: "must be an email address",
  uuid: "must be a UUID",
};

/** The first problem: `state.accounts.0.name is missing`. `what` names the whole. */
export function schemaProblem(what: string, value: unknown, issues: Issues): string {
  const [issue] = issues;
  const [told] = inputIssues("body", value, issues);
  if (issue === undefined || told === undefined) return `${what} is not what is expected`;
  const place = [what, ...told.path].filter((part) => part !== "").join(".");
  return `${place} ${predicate(issue, told.message)}`;
}

function predicate(issue: Issues[number], message: string): string {
  if (issue.code === "unrecognized_keys") return issue.message;
  const { format } = issue as { readonly format?: unknown };
  return (issue.code === "invalid_format" && FORMATS[String(format)]) || message;
}

/** The value as the schema reads it. @throws TypeError with the first problem. */
export function parseOrThrow<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const [first] = issues;
  const given = first === undefined || first.code === "unrecognized_keys" ? undefined : at(value, first.path);
  const instead = given === undefined ? "" : `, not ${describeValue(given)}`;
  throw new TypeError(`${schemaProblem(what, value, issues)}${instead}.`);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Readonly<Record<PropertyKey, unknown>> | null)?.[part], value);
}
