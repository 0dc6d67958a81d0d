// One declaration is the schema, the row of the state, the plain data and the words for people.
import { expect, test } from "vitest";
import { z } from "zod";
import { describeTable } from "../../../scripts/describe-table.js";
import type { Services } from "../contract/services.js";
import { MockClock } from "../time/clock.js";
import { drawSecret } from "./draw-secret.js";
import {
  computed,
  distinct,
  given,
  givenListOf,
  givenTime,
  hash,
  hashOf,
  hexHash,
  id,
  idOf,
  inRow,
  listOf,
  orElse,
  password,
  passwordHash,
  secret,
  snapshotOnly,
  text,
  textOrNull,
  time,
  timeOrNever,
} from "./fields.js";
import { RandomStreams } from "./random.js";
import { parseOrThrow } from "./schema-problem.js";
import { fingerprint, toHex } from "./secret-vault.js";
import { stateTable } from "./state-table.js";
import { type Row, table, type Written } from "./table.js";

const form = {
  prefix: "x_",
  parts: [{ alphabet: "ab", length: 4 }, "-", { format: "uuid" }],
  pattern: "^x_[ab]{4}-[0-9a-f-]{36}$",
  description: "x_, four letters and a UUID",
} as const;

const shelf = table({ id: id(), name: distinct(given(text)) });
const book = table({
  id: id(),
  title: { ...given(text), about: "as on the cover" },
  sort_title: computed(text, "`title` in lower case", ({ title }) => String(title).toLowerCase()),
  status: orElse(z.enum(["in", "out"]), "in"),
  note: textOrNull,
  shelf_id: idOf("shelves", "a shelf of the library", "the first shelf"),
  authors: inRow(listOf(table({ name: given(text) }))),
  bought_at: time,
  lost_at: timeOrNever(),
});
const card = table({
  email: distinct(given(z.email()), (value) => `"${value}" is taken`),
  password,
  password_hash: passwordHash,
  secret: secret(form),
  hash: hashOf("secret", form, hexHash),
});
const visit = table({ hash, until: givenTime });
const library = stateTable({
  shelves: givenListOf(shelf, { atLeast: 1 }),
  books: listOf(book),
  cards: listOf(card, { about: "who may borrow" }),
  visits: snapshotOnly(listOf(visit)),
});

const services = (): Services =>
  ({ clock: new MockClock("2026-01-01T00:00:00Z"), random: new RandomStreams(1) }) as unknown as Services;

test("a row has what was written, and what stands for what was left out", () => {
  const row: Row<typeof book> = book.row({ title: "Emma", authors: [{ name: "Jane" }] }, services());
  expect(row).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    title: "Emma",
    sort_title: "emma",
    status: "in",
    note: null,
    shelf_id: "",
    authors: [{ name: "Jane" }],
    bought_at: Date.parse("2026-01-01T00:00:00Z"),
    lost_at: null,
  });
});

test("what a row writes is read again as the same row", () => {
  const written: Written<typeof book> = {
    id: "b",
    title: "Emma",
    status: "out",
    shelf_id: "s",
    bought_at: "2025-05-01T12:00:00+02:00",
    lost_at: "2025-06-01T00:00:00Z",
  };
  const row = book.row(written, services());
  const again = book.write(row);
  expect(again).toEqual({
    ...written,
    sort_title: "emma",
    note: null,
    authors: [],
    bought_at: "2025-05-01T10:00:00.000Z",
    lost_at: "2025-06-01T00:00:00.000Z",
  });
  expect(book.row(again, services())).toEqual(row);
});

test("a reference that leads nowhere yet is not written", () => {
  expect(book.write(book.row({ title: "Emma" }, services()))).not.toHaveProperty("shelf_id");
});

test("what the state keeps elsewhere is written in its place, and rows by the list", () => {
  const shelves = shelf.writeAll([{ id: "s", name: "A" }]);
  expect(library.write({}, { visits: [], shelves })).toEqual({ shelves: [{ id: "s", name: "A" }], visits: [] });
});

test("a secret and a password are kept as their hashes alone", () => {
  const clear = `x_abab-${"0".repeat(36)}`;
  const row = card.row({ email: "a@example.com", secret: clear, password: "p" }, services());
  expect(row).toEqual({ email: "a@example.com", hash: fingerprint(clear), password_hash: fingerprint("p") });
  expect(card.write(row)).toEqual({ email: row.email, hash: toHex(row.hash), password_hash: row.password_hash });
  const drawn = card.row({ email: "a@example.com" }, services());
  expect([drawn.hash.length, drawn.password_hash]).toEqual([32, null]);
  expect(card.write(drawn)).not.toHaveProperty("password_hash");
});

test("a drawn secret has the stated form", () => {
  expect(drawSecret(services(), form)).toMatch(new RegExp(form.pattern));
});

const shelves = [{ id: "s", name: "A" }];

test.each<[state: unknown, message: string]>([
  [{ shelves: [] }, "state.shelves"],
  [{ shelves, bocks: [] }, 'state has no "bocks"; known are: shelves, books, cards, visits.'],
  [{ shelves, books: [{ title: "" }] }, "state.books.0.title"],
  [{ shelves, cards: [{ email: "a@example.com", secret: "x_" }] }, `cards.0.secret must be ${form.description}`],
  [{ shelves, books: [{ title: "a", id: "s" }] }, "state.books.0.id must differ from shelves.0.id"],
  [{ shelves: [...shelves, { name: "A" }] }, "state.shelves.1.name must differ from shelves.0.name"],
  [
    { shelves, books: [{ title: "a", shelf_id: "t" }] },
    "state.books.0.shelf_id must be the id of a shelf of the library; given are: s",
  ],
  [
    { shelves: [{ name: "A" }], books: [{ title: "a", shelf_id: "t" }] },
    "state.books.0.shelf_id must be the id of a shelf of the library; none is given",
  ],
  [
    { shelves, cards: [{ email: "a@example.com" }, { email: "a@example.com" }] },
    'state.cards.1.email is invalid: "a@example.com" is taken',
  ],
])("%j is refused", (state, message) => {
  expect(() => parseOrThrow(library.schema, state, "state")).toThrow(message);
});

test("people are told the place, the type, what stands for a field, and what it is", () => {
  expect(describeTable(library).map(({ field, type, ifAbsent, about }) => [field, type, ifAbsent, about])).toEqual([
    ["shelves[]", "list of objects", "required", ""],
    ["shelves[].id", "text", "drawn", ""],
    ["shelves[].name", "text", "required", ""],
    ["books[]", "list of objects", "none", ""],
    ["books[].id", "text", "drawn", ""],
    ["books[].title", "text", "required", "as on the cover"],
    ["books[].sort_title", "text", "`title` in lower case", ""],
    ["books[].status", "`in` or `out`", "`in`", ""],
    ["books[].note", "text or `null`", "`null`", ""],
    ["books[].shelf_id", "text", "the first shelf", ""],
    ["books[].authors[]", "list of objects", "none", ""],
    ["books[].authors[].name", "text", "required", ""],
    ["books[].bought_at", "time", "the present", ""],
    ["books[].lost_at", "time or `null`", "never", ""],
    ["cards[]", "list of objects", "none", "who may borrow"],
    ["cards[].email", "email", "required", ""],
    ["cards[].password", "text", "no sign-in by password", "hashed at once"],
    ["cards[].password_hash", "text", "only snapshots hold it", ""],
    ["cards[].secret", "text", "drawn", "`x_`, four letters and a UUID, hashed at once"],
    ["cards[].hash", "text", "only snapshots hold it", ""],
    ["visits[]", "list of objects", "only snapshots hold it", ""],
    ["visits[].hash", "text", "only snapshots hold it", ""],
    ["visits[].until", "time", "only snapshots hold it", ""],
  ]);
});
