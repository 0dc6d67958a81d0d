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

interface Context {
  addIssue(issue: { code: "custom"; path: (string | number)[]; message: string }): void;
}

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;

/** What there is to check in the rows of a table, looked up once. */
interface Plan {
  readonly rules: readonly (readonly [name: string, rule: Rule])[];
  readonly lists: readonly (readonly [name: string, plan: Plan])[];
}

/** A row on the way from the whole state to a field. */
interface Place {
  readonly plan: Plan;
  readonly row: Values;
  readonly outer: Place | undefined;
  /** What the rows in it may refer to: read once for all of them. */
  known?: Map<ReferenceRule, ReadonlySet<string>>;
}

/** A table whose schema holds plain data against the rules of all its fields and lists. */
export function stateTable<const F extends Fields>(fields: F): Table<F> {
  const whole = table(fields);
  return { ...whole, schema: whole.schema.superRefine(rulesOf(whole)) };
}

function rulesOf(table: AnyTable): (state: object, context: Context) => void {
  const plan = planOf(table);
  return (state, context) => {
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

    const visit = (place: Place, at: Path): void => {
      for (const [name, rule] of place.plan.rules) check(rule, place.row[name], at, name, place);
      for (const [name, inner] of place.plan.lists) {
        const rows = place.row[name];
        if (!Array.isArray(rows)) visitRow(inner, rows, place, [...at, name]);
        else for (const [i, row] of rows.entries()) visitRow(inner, row, place, [...at, name, i]);
      }
    };

    const visitRow = (inner: Plan, row: unknown, outer: Place, at: Path): void => {
      if (row !== undefined) visit({ plan: inner, row: row as Values, outer }, at);
    };

    visit({ plan, row: state as Values, outer: undefined }, []);
  };
}

function planOf({ fields }: AnyTable): Plan {
  const entries = Object.entries(fields);
  return {
    rules: entries.flatMap(([name, { rule }]) => (rule === undefined ? [] : [[name, rule] as const])),
    lists: entries.flatMap(([name, { of }]) => (of === undefined ? [] : [[name, planOf(of)] as const])),
  };
}

/** What stands in a field that holds rows: a list of them, or one without a list. */
const rowsIn = (value: unknown): readonly Values[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Values];

function missing(rule: ReferenceRule, value: string, from: Place): string | undefined {
  const known = knownFrom(rule, holds(from.plan, rule.list) ? from : (from.outer ?? from));
  return known.has(value) ? undefined : rule.message(value, known);
}

function knownFrom(rule: ReferenceRule, place: Place): ReadonlySet<string> {
  const before = place.known?.get(rule);
  if (before !== undefined) return before;
  const known =
    place.outer === undefined || holds(place.plan, rule.list)
      ? new Set(valuesIn(place.plan, place.row, rule.list, rule.field))
      : knownFrom(rule, place.outer);
  place.known ??= new Map();
  place.known.set(rule, known);
  return known;
}

const holds = ({ lists }: Plan, list: string): boolean =>
  lists.some(([name, inner]) => name === list || holds(inner, list));

const valuesIn = ({ lists }: Plan, row: Values, list: string, field: string): string[] =>
  lists.flatMap(([name, inner]) =>
    rowsIn(row[name]).flatMap((one) => {
      if (name !== list) return valuesIn(inner, one, list, field);
      const value = one[field];
      return typeof value === "string" ? [value] : [];
    }),
  );
