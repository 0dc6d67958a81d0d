// One wrong input in the words of the server's framework: where, what is wrong, and the kind of problem.
import type { InputIssue } from "../core/request/input-issues.js";

interface Detail {
  readonly loc: string[];
  readonly msg: string;
  readonly type: string;
}

type Words = readonly [pattern: RegExp, msg: string, type: string];

/** What the core says of an input, and what this server says. `$1` is the bound. */
const IN_BODY: readonly Words[] = [
  [/^must be a string$/, "Input should be a valid string", "string_type"],
  [/^must be a whole number$|^must be a number$/, "Input should be a valid integer", "int_type"],
  [
    /^must be an object$/,
    "Input should be a valid dictionary or object to extract fields from",
    "model_attributes_type",
  ],
  [/^must be at least (\S+)$/, "Input should be greater than or equal to $1", "greater_than_equal"],
  [/^must be at most (\S+)$/, "Input should be less than or equal to $1", "less_than_equal"],
  [/email/i, "value is not a valid email address", "value_error"],
];

const IN_ADDRESS: readonly Words[] = [
  [/^must be a UUID$/, "Input should be a valid UUID", "uuid_parsing"],
  [/^must be at least (\S+)$/, "Input should be greater than or equal to $1", "greater_than_equal"],
  [/^must be at most (\S+)$/, "Input should be less than or equal to $1", "less_than_equal"],
  [/./, "Input should be a valid integer, unable to parse string as an integer", "int_parsing"],
];

export function detailOf({ kind, in: where, path, message, code }: InputIssue): Detail {
  const loc = [where, ...path.map(String)];
  if (kind === "missing") return { loc, msg: "Field required", type: "missing" };
  for (const [pattern, msg, type] of where === "body" ? IN_BODY : IN_ADDRESS) {
    const match = pattern.exec(message);
    if (match !== null) return { loc, msg: msg.replace("$1", match[1] ?? ""), type };
  }
  return { loc, msg: message, type: code };
}
