// The kinds of fields that a table has: given, drawn, with a default, a moment, a secret, a reference, rows of another table.
import { z } from "zod";
import type { Services } from "../contract/services.js";
import { instant } from "../time/clock.js";
import { isoText } from "../time/iso-text.js";
import { drawSecret, type SecretForm } from "./draw-secret.js";
import { fingerprint, fromHex, toHex } from "./secret-vault.js";
import {
  type AnyTable,
  type DistinctRule,
  type Field,
  type Fields,
  type PlainField,
  type Row,
  SNAPSHOT_ONLY,
  type Table,
  type Written,
} from "./table.js";

const same = <Value>(value: Value): Value => value;
const REQUIRED = "required";
const DRAWN = "drawn";
const SECRET = { group: "secret" };

/** Text that is not empty. */
export const text = z.string().min(1);

/** A field or a list that nobody writes by hand. */
export const snapshotOnly = <Each extends PlainField<unknown>>(field: Each): Each => ({
  ...field,
  absent: SNAPSHOT_ONLY,
});

/** No two rows of a list have the same. */
export const distinct = <Each extends PlainField<unknown>>(field: Each, message?: DistinctRule["message"]): Each => ({
  ...field,
  rule: { group: undefined, message },
});

/** Must be given. */
export const given = <Value>(schema: z.ZodType<Value>): Field<Value, Value> => ({
  schema,
  absent: REQUIRED,
  read: same,
  write: same,
});

/** Made from the rest of the row where it is left out; `absent` says how. */
export const computed = <Value>(
  schema: z.ZodType<Value>,
  absent: string,
  compute: (row: Readonly<Record<string, unknown>>, services: Services) => Value,
): Field<Value | undefined, Value> => ({
  schema: schema.optional(),
  absent,
  read: (written, { services }, row) => written ?? compute(row, services),
  write: same,
});

/** `value` where it is left out. */
export const orElse = <Value>(schema: z.ZodType<Value>, value: Value, about?: string) => ({
  ...computed(schema, `\`${value}\``, () => value),
  default: value,
  about,
});

/** Text, or null where it is left out. */
export const textOrNull = orElse(z.string().nullable(), null);

/** Drawn where it is left out. */
export const drawn = <Value>(schema: z.ZodType<Value>, draw: (services: Services) => Value) =>
  computed(schema, DRAWN, (_, services) => draw(services));

export const uuid = ({ random }: Services): string => random.ids.uuid();

/** An id, drawn where it is left out. No two in the state are the same. */
export const id = (schema: z.ZodType<string> = text, draw = uuid) => ({
  ...drawn(schema, draw),
  rule: { group: "id" },
});

/** The id of a row of a list. What stands for it where it is left out is up to who makes the row. */
export const idOf = (list: string, what: string, absent: string): Field<string | undefined, string> => ({
  schema: text.optional(),
  absent,
  read: (written) => written ?? "",
  write: (kept) => (kept === "" ? undefined : kept),
  rule: {
    list,
    field: "id",
    message: (_, known) => {
      const some = known.size === 0 ? "none is given" : `given are: ${[...known].slice(0, 5).join(", ")}`;
      return `must be the id of ${what}; ${some}`;
    },
  },
});

/** A moment as plain data has it. */
export const when = z.iso.datetime({ offset: true });

/** A moment that must be given: ISO 8601 in plain data, milliseconds in the state. */
export const givenTime: Field<string, number> = {
  schema: when,
  absent: REQUIRED,
  read: (written) => instant(written),
  write: isoText,
};

/** A moment; the present where it is left out. */
export const time: Field<string | undefined, number> = {
  schema: when.optional(),
  absent: "the present",
  read: (written, { now }) => (written === undefined ? now : instant(written)),
  write: isoText,
};

/** A moment, or null: never, also where it is left out. */
export const timeOrNever = (schema: z.ZodType<string> = when): Field<string | null | undefined, number | null> => ({
  schema: schema.nullable().optional(),
  absent: "never",
  read: (written) => (typeof written === "string" ? instant(written) : null),
  write: (kept) => (kept === null ? null : isoText(kept)),
});

/** Of a whole state: set in snapshots, so that no key is made up. */
export const restored = snapshotOnly(orElse(z.boolean(), false));

/** A secret in clear, for fixtures: the state keeps its hash alone. */
export const secret = ({ prefix, pattern, description }: SecretForm): PlainField<string | undefined> => ({
  schema: z.string().regex(new RegExp(pattern), `must be ${description}`).optional(),
  absent: DRAWN,
  about: `\`${prefix}\`${description.slice(prefix.length)}, hashed at once`,
  rule: SECRET,
});

/** A password in clear, for fixtures: the state keeps its hash alone. */
export const password: PlainField<string | undefined> = {
  schema: text.optional(),
  absent: "no sign-in by password",
  about: "hashed at once",
};

/** The hash of the password in the field `password`; null where there is none. */
export const passwordHash: Field<string | undefined, string | null> = {
  schema: z.string().optional(),
  absent: SNAPSHOT_ONLY,
  read: (written, _, row) => written ?? (typeof row.password === "string" ? fingerprint(row.password) : null),
  write: (kept) => kept ?? undefined,
};

/** The hash of a secret that plain data never holds in clear. */
export const hash: Field<string, string> = { ...given(z.string()), absent: SNAPSHOT_ONLY, rule: SECRET };

/** The same, which plain data holds as hexadecimal text. */
export const hexHash: Field<string, string> = {
  ...hash,
  schema: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal"),
  read: fromHex,
  write: toHex,
};

/** The hash of the secret that stands in the field `name`, or of one that is drawn. */
export const hashOf = (name: string, form: SecretForm, as = hash): Field<string | undefined, string> => ({
  ...as,
  schema: as.schema.optional(),
  read: (written, making, row) =>
    written === undefined
      ? fingerprint(String(row[name] ?? drawSecret(making.services, form)))
      : as.read(written, making, row),
});

interface ListNotes {
  readonly absent?: string;
  readonly about?: string;
  readonly atLeast?: number;
}

export interface ListOf<T extends AnyTable, Rows> extends PlainField<Rows> {
  readonly of: T;
}

/** Rows of another table, which the state keeps in a place of its own. They must be given. */
export const givenListOf = <T extends AnyTable>(of: T, { atLeast = 0, ...notes }: ListNotes = {}) => {
  const schema: z.ZodType<Written<T>[]> = z.array(of.schema as z.ZodType<Written<T>>).min(atLeast);
  return { schema, of, absent: REQUIRED, ...notes } satisfies ListOf<T, Written<T>[]>;
};

/** The same, and they may be left out. */
export const listOf = <T extends AnyTable>(of: T, notes: ListNotes = {}): ListOf<T, Written<T>[] | undefined> => {
  const list = givenListOf(of, { absent: "none", ...notes });
  return { ...list, schema: list.schema.optional() };
};

/** A row of another table, without a list around it. */
export const rowOf = <T extends AnyTable>(of: T): ListOf<T, Written<T> | undefined> => ({
  schema: (of.schema as z.ZodType<Written<T>>).optional(),
  of,
  absent: "none",
});

/** A list that is part of the row. */
export const inRow = <F extends Fields, Rows>(list: ListOf<Table<F>, Rows>): Field<Rows, Row<Table<F>>[]> => ({
  ...list,
  read: (written, { services, now }) =>
    ((written ?? []) as Written<Table<F>>[]).map((each) => list.of.row(each, services, now)),
  write: (kept) => list.of.writeAll(kept) as Rows,
});
