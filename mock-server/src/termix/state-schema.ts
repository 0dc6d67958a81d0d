// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { idPattern, keyForm, tokenPrefixLength } from "@terminus-hub/spec/termix";
import { z } from "zod";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import * as field from "../core/state/fields.js";
import type { RandomStream } from "../core/state/random.js";
import { stateTable } from "../core/state/state-table.js";
import { SNAPSHOT_ONLY, table, type Written } from "../core/state/table.js";

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const ID_LENGTH = 21;
export const idFrom = (ids: RandomStream): string => ids.text(ID_LENGTH, ID_ALPHABET);
export const newId = ({ random }: Services): string => idFrom(random.ids);
const anId = z.string().regex(idPattern, "must be 21 of A-Z, a-z, 0-9, _ and -");

/** A key may expire after the year 9999. */
const expiry = z
  .string()
  .regex(/^(?:\d{4}|\+\d{6})-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/, "must be a time")
  .refine((moment) => !Number.isNaN(Date.parse(moment)), "must be a time")
  .meta({ format: "date-time" });

/** The name of one of the users. */
const owner = {
  ...field.given(z.string()),
  rule: { list: "users", field: "username", message: (name: string) => `no user is named "${name}"` },
};

export const user = table({
  id: field.id(anId, newId),
  username: field.distinct(field.given(field.text), (name) => `"${name}" is taken`),
  /** The password itself, for fixtures; it is hashed at once. Absent, and without `password_hash`: the user has none. */
  password: field.password,
  /** As snapshots hold it. */
  password_hash: field.passwordHash,
  is_admin: { ...field.orElse(z.boolean(), false), absent: "`true` for the first user" },
  is_oidc: field.orElse(z.boolean(), false),
  totp_enabled: field.orElse(z.boolean(), false),
  data_unlocked: field.orElse(z.boolean(), true),
});

export const apiKey = table({
  id: field.id(anId, newId),
  name: field.given(field.text),
  username: { ...owner, about: "whose key it is" },
  /** The token itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` and `token_prefix` alone. */
  token: field.secret(keyForm),
  hash: field.hashOf("token", keyForm),
  token_prefix: field.computed(z.string(), SNAPSHOT_ONLY, ({ token }, services) =>
    String(token ?? drawSecret(services, keyForm)).slice(0, tokenPrefixLength),
  ),
  created_at: field.time,
  expires_at: field.timeOrNever(expiry),
  last_used_at: field.timeOrNever(),
});

export const session = table({
  id: field.drawn(anId, newId),
  hash: field.hash,
  username: owner,
  expires_at: field.givenTime,
});

export const loginFailures = table({
  username: field.given(z.string()),
  count: field.given(z.int().min(1)),
  first_at: field.givenTime,
  locked_until: { ...field.timeOrNever(), schema: field.when.nullable(), absent: "required" },
});

export const state = stateTable({
  /** May be empty: then the first user that is created is an admin. */
  users: field.givenListOf(user, { about: "may be empty: then the first user that is created is an admin" }),
  /** In any order; lists show the oldest first. */
  api_keys: field.listOf(apiKey, {
    about: "the first with a `token` is `mock.apiKey`; where there is none, the first admin gets one",
  }),
  sessions: field.snapshotOnly(field.listOf(session)),
  login_failures: field.listOf(loginFailures),
  /** Set in snapshots: no key is made up. */
  restored: field.restored,
});

export interface TermixStateInput extends Written<typeof state> {}
export type UserInput = Written<typeof user>;
export type ApiKeyInput = Written<typeof apiKey>;
