// What a table says of its fields, for people: the rows of a README's table, or the lines of a form.
import { z } from "zod";
import { type AnyTable, SNAPSHOT_ONLY } from "../src/core/state/table.js";

/** One field of plain data, in words. */
export interface FieldDescription {
  /** Its place, such as `accounts[].name`. */
  readonly field: string;
  /** Such as `text`, `time`, `"free" or "business"`. */
  readonly type: string;
  /** What stands for it where it is left out. */
  readonly ifAbsent: string;
  /** What it is, where its name does not say it all. */
  readonly about: string;
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

const ONE_OF = new Intl.ListFormat("en-GB", { type: "disjunction" });
const NAMES: Readonly<Record<string, string>> = {
  "date-time": "time",
  email: "email",
  uuid: "UUID",
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  null: "`null`",
};

/** Every field of a table, and of the tables in it, in the order of the declaration. */
export function describeTable(table: AnyTable, place = "", inherited?: string): FieldDescription[] {
  return Object.entries(table.fields).flatMap(([name, field]) => {
    const schema = z.toJSONSchema(field.schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
    const path = `${place}${name}${schema.type === "array" ? "[]" : ""}`;
    const ifAbsent = inherited ?? field.absent;
    const own = { field: path, type: typeName(schema), ifAbsent, about: field.about ?? "" };
    const whole = ifAbsent === SNAPSHOT_ONLY ? ifAbsent : undefined;
    return [own, ...(field.of === undefined ? [] : describeTable(field.of, `${path}.`, whole))];
  });
}

function typeName({ type = "anything", format = "", enum: values, items, anyOf }: JsonSchema): string {
  if (typeof type !== "string") return type.map((each) => typeName({ type: each })).join(" or ");
  if (anyOf !== undefined) return anyOf.map(typeName).join(" or ");
  if (values !== undefined) return ONE_OF.format(values.map((value) => `\`${value}\``));
  if (items !== undefined) return `list of ${typeName(items)}s`;
  return NAMES[format] ?? NAMES[type] ?? type;
}
