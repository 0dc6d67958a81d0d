// The table of a whole state. It also checks what no field can say by itself: that values differ, and that what is referred to is there.
import {
  type AnyTable,
  type DistinctRule,
  type Fields,
  type ReferenceRule,
  type Rule,
  type Table,
  table,
} from "./table.js";

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;

/** A row on the way from the whole state to a field. */
interface Place {
  readonly table: AnyTable;
  readonly row: Values;
  readonly outer: Place | undefined;
  /** What the rows in it may refer to: read once for all of them. */
  known?: Map<ReferenceRule, ReadonlySet<string>>;
}

/** A table whose schema holds plain data against the rules of all its fields and lists. */
export function stateTable<const F extends Fields>(fields: F): Table<F> {
  const whole = table(fields);
  const schema = whole.schema.superRefine((state, context) => {
    const seen = new Map<string, Map<string, Path>>();

    /** Values are not shown: they may be secrets. */
    const repeated = ({ group, as, message }: DistinctRule, value: string, path: Path): string | undefined => {
      const name = group ?? [...path.slice(0, -2), path.at(-1)].join(".");
      const values = seen.get(name) ?? new Map<string, Path>();
      seen.set(name, values);
      const form = as?.(value) ?? value;
      const before = values.get(form);
      if (before !== undefined) return message?.(value) ?? `must differ from ${before.join(".")}`;
      values.set(form, path);
      return undefined;
    };

    const check = (rule: Rule, value: unknown, at: Path, name: string | number, place: Place): void => {
      if (Array.isArray(value)) for (const [i, each] of value.entries()) check(rule, each, [...at, name], i, place);
      if (typeof value !== "string") return;
      const message = "group" in rule ? repeated(rule, value, [...at, name]) : missing(rule, value, place);
      if (message !== undefined) context.addIssue({ code: "custom", path: [...at, name], message });
    };

    const visit = (table: AnyTable, row: Values, path: Path, outer?: Place): void => {
      const place: Place = { table, row, outer };
      for (const [name, rule] of table.rules) check(rule, row[name], path, name, place);
      for (const [name, inner] of table.lists) {
        const rows = row[name];
        if (Array.isArray(rows)) for (const [i, each] of rows.entries()) visit(inner, each, [...path, name, i], place);
        else if (rows !== undefined) visit(inner, rows as Values, [...path, name], place);
      }
    };

    visit(whole, state as Values, []);
  });
  return { ...whole, schema };
}

function missing(rule: ReferenceRule, value: string, from: Place): string | undefined {
  let place = from;
  while (place.outer !== undefined && !holds(place.table, rule.list)) place = place.outer;
  place.known ??= new Map();
  const known = place.known.get(rule) ?? new Set(valuesIn(place.table, place.row, rule));
  place.known.set(rule, known);
  return known.has(value) ? undefined : rule.message(value, known);
}

const holds = ({ lists }: AnyTable, list: string): boolean =>
  lists.some(([name, inner]) => name === list || holds(inner, list));

const valuesIn = ({ lists }: AnyTable, row: Values, rule: ReferenceRule): string[] =>
  lists.flatMap(([name, inner]) => {
    const rows = [row[name] ?? []].flat() as Values[];
    if (name === rule.list) return rows.map((one) => one[rule.field]).filter((value) => typeof value === "string");
    return holds(inner, rule.list) ? rows.flatMap((one) => valuesIn(inner, one, rule)) : [];
  });
