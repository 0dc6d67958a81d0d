// One declaration for each kind of thing that a mock keeps: how fixtures and snapshots write it, how the state holds it,
// what stands for a field that is left out, and what people are told about it.
import type { z } from "zod";
import type { Services } from "../contract/services.js";
import { closed } from "./schema-problem.js";

/** What a row is made with. */
export interface Making {
  readonly services: Services;
  /** The time of whatever says none of its own. */
  readonly now: number;
}

/** What stands for a field that nobody writes by hand. */
export const SNAPSHOT_ONLY = "only snapshots hold it";

/** No two values of one group are the same in the whole state; without a group, in the same list. */
export interface DistinctRule {
  readonly group: string | undefined;
  /** The form in which values are compared. */
  readonly as?: (value: string) => string;
  readonly message?: ((value: string) => string) | undefined;
}

/** The value stands in a field of one of the rows of a list: the nearest list of that name, seen from the row. */
export interface ReferenceRule {
  readonly list: string;
  readonly field: string;
  readonly message: (value: string, known: ReadonlySet<string>) => string;
}

/** What must hold between fields of several rows. */
export type Rule = DistinctRule | ReferenceRule;

/** A field of plain data. The state holds it elsewhere than in the row, or not at all. */
export interface PlainField<Written> {
  readonly schema: z.ZodType<Written>;
  /** What stands for it where it is left out, in words. */
  readonly absent: string;
  /** The value that stands for it, where it is always the same. */
  readonly default?: Written;
  /** What it is, where its name does not say it all. */
  readonly about?: string | undefined;
  readonly rule?: Rule;
  /** The table of the rows that it holds. */
  readonly of?: AnyTable;
}

/** A field that the row of the state holds, too. */
export interface Field<Written, Kept> extends PlainField<Written> {
  /** From plain data, which may have left it out, to what is kept. `row` is all that was written. */
  read(written: Written, making: Making, row: Readonly<Record<string, unknown>>): Kept;
  /** Back to plain data; undefined leaves the field out. */
  write(kept: Kept): Written | undefined;
}

export type Fields = Readonly<Record<string, PlainField<unknown> | Field<unknown, unknown>>>;

type Flat<Shape> = { [Name in keyof Shape]: Shape[Name] };
// Inferred from the parts alone and without bounds: to compare whole schemas of zod costs whoever compiles a test a second.
type WrittenIn<Each> = Each extends { readonly schema: { readonly _output: infer Written } } ? Written : never;
type KeptIn<Each> = Each extends { read(...given: never): infer Kept } ? Kept : never;
type CanBeAbsent<Each> = undefined extends WrittenIn<Each> ? true : false;
type IsKept<Each> = Each extends { read: unknown } ? true : false;

type WrittenRow<F> = Flat<
  { [Name in keyof F as CanBeAbsent<F[Name]> extends true ? never : Name]: WrittenIn<F[Name]> } & {
    [Name in keyof F as CanBeAbsent<F[Name]> extends true ? Name : never]?: WrittenIn<F[Name]>;
  }
>;
type KeptRow<F> = {
  -readonly [Name in keyof F as IsKept<F[Name]> extends true ? Name : never]: KeptIn<F[Name]>;
};
type Elsewhere<F> = {
  readonly [Name in keyof F as IsKept<F[Name]> extends true ? never : Name]?: WrittenIn<F[Name]>;
};

export interface AnyTable {
  readonly fields: Fields;
  readonly schema: z.ZodType;
  readonly rules: readonly (readonly [name: string, rule: Rule])[];
  /** The tables of the rows in it. */
  readonly lists: readonly (readonly [name: string, table: AnyTable])[];
}

export interface Table<F extends Fields> extends AnyTable {
  readonly fields: F;
  readonly schema: z.ZodType<WrittenRow<F>>;
  /** A row from plain data; fields are made in the order of the declaration. */
  row(written: WrittenRow<F>, services: Services, now?: number): KeptRow<F>;
  /** The plain data of a row, without a secret, and with what the state keeps elsewhere. */
  write(row: KeptRow<F>, elsewhere?: Elsewhere<F>): WrittenRow<F>;
  writeAll(rows: Iterable<KeptRow<F>>): WrittenRow<F>[];
}

/** A row as plain data. */
export type Written<T> = T extends { readonly fields: infer F } ? WrittenRow<F> : never;
/** A row as the state holds it. */
export type Row<T> = T extends { readonly fields: infer F } ? KeptRow<F> : never;

type Values = Readonly<Record<string, unknown>>;

export function table<const F extends Fields>(fields: F): Table<F> {
  const entries = Object.entries(fields);
  const kept = entries.flatMap(([name, field]) => ("read" in field ? [[name, field] as const] : []));
  const self: Table<F> = {
    fields,
    schema: closed(
      Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
    ) as unknown as Table<F>["schema"],
    rules: entries.flatMap(([name, { rule }]) => (rule ? [[name, rule] as const] : [])),
    lists: entries.flatMap(([name, { of }]) => (of ? [[name, of] as const] : [])),
    row(written, services, now = services.clock.now()) {
      const making = { services, now };
      const row: Record<string, unknown> = {};
      for (const [name, field] of kept) row[name] = field.read((written as Values)[name], making, written);
      return row as KeptRow<F>;
    },
    write(row, elsewhere) {
      const written: Record<string, unknown> = {};
      for (const [name, field] of kept) {
        const value = field.write((row as Values)[name]);
        if (value !== undefined) written[name] = value;
      }
      return (elsewhere === undefined ? written : { ...written, ...elsewhere }) as WrittenRow<F>;
    },
    writeAll: (rows) => Array.from(rows, (row) => self.write(row)),
  };
  return self;
}
