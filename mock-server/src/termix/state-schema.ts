// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { idPattern, keyForm, tokenPrefixLength } from "@terminus-hub/spec/termix";
import { z } from "zod";
import type { Services } from "../core/contract/services.js";
import { drawSecret } from "../core/state/draw-secret.js";
import {
  computed,
  distinct,
  drawn,
  given,
  givenListOf,
  givenTime,
  hash,
  hashOf,
  id,
  listOf,
  orElse,
  password,
  passwordHash,
  restored,
  secret,
  snapshotOnly,
  text,
  time,
  timeOrNever,
  when,
} from "../core/state/fields.js";
import type { RandomStream } from "../core/state/random.js";
import { rulesOf } from "../core/state/state-rules.js";
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
  .refine((moment) => !Number.isNaN(Date.parse(moment)), "must be a time");

/** The name of one of the users. */
const owner = {
  ...given(z.string()),
  rule: { list: "users", field: "username", message: (name: string) => `no user is named "${name}"` },
};

export const user = table({
  id: id(anId, newId),
  username: distinct(given(text), (name) => `"${name}" is taken`),
  /** The password itself, for fixtures; it is hashed at once. Absent, and without `password_hash`: the user has none. */
  password,
  /** As snapshots hold it. */
  password_hash: passwordHash,
  is_admin: { ...orElse(z.boolean(), false), absent: "`true` for the first user" },
  is_oidc: orElse(z.boolean(), false),
  totp_enabled: orElse(z.boolean(), false),
  data_unlocked: orElse(z.boolean(), true),
});

export const apiKey = table({
  id: id(anId, newId),
  name: given(text),
  username: { ...owner, about: "whose key it is" },
  /** The token itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` and `token_prefix` alone. */
  token: secret(keyForm),
  hash: hashOf("token", keyForm),
  token_prefix: computed(z.string(), SNAPSHOT_ONLY, ({ token }, services) =>
    String(token ?? drawSecret(services, keyForm)).slice(0, tokenPrefixLength),
  ),
  created_at: time,
  expires_at: timeOrNever(expiry),
  last_used_at: timeOrNever(),
});

export const session = table({ id: drawn(anId, newId), hash: hash(), username: owner, expires_at: givenTime });

export const loginFailures = table({
  username: given(z.string()),
  count: given(z.int().min(1)),
  first_at: givenTime,
  locked_until: { ...timeOrNever(), schema: when.nullable(), absent: "required" },
});

export const state = table({
  /** May be empty: then the first user that is created is an admin. */
  users: givenListOf(user, { about: "may be empty: then the first user that is created is an admin" }),
  /** In any order; lists show the oldest first. */
  api_keys: listOf(apiKey, {
    about: "the first with a `token` is `mock.apiKey`; where there is none, the first admin gets one",
  }),
  sessions: snapshotOnly(listOf(session)),
  login_failures: listOf(loginFailures),
  /** Set in snapshots: no key is made up. */
  restored,
});

export const stateSchema = state.schema.superRefine(rulesOf(state));

export type TermixStateInput = Written<typeof state>;
export type UserInput = Written<typeof user>;
export type ApiKeyInput = Written<typeof apiKey>;
