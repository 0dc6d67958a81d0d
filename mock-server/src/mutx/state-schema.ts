// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { keyForm } from "@terminus-hub/spec/mutx";
import { z } from "zod";
import {
  computed,
  distinct,
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
  rowOf,
  secret,
  snapshotOnly,
  text,
  textOrNull,
  time,
  timeOrNever,
} from "../core/state/fields.js";
import { rulesOf } from "../core/state/state-rules.js";
import { type Field, type Row, table, type Written } from "../core/state/table.js";

export const plans = ["FREE", "STARTER", "PRO", "ENTERPRISE"] as const;

const anId = id(z.uuid());
const lowerCase = (value: string): string => value.toLowerCase();

/** Ids of keys are the same in any case. */
const keyId: Field<string | undefined, string> = {
  ...anId,
  read: (...written) => lowerCase(anId.read(...written)),
  rule: { group: "id", as: lowerCase },
};

export const apiKey = table({
  id: keyId,
  name: given(z.string()),
  /** The key itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  key: secret(keyForm),
  hash: hashOf("key", keyForm),
  created_at: time,
  expires_at: timeOrNever(),
  last_used: timeOrNever(),
  /** False for a key that is revoked: it opens nothing and is not listed, but can be read by its id. */
  is_active: orElse(z.boolean(), true, "`false`: revoked"),
});

export const agent = table({
  id: anId,
  name: given(text),
  description: textOrNull,
  type: orElse(z.string(), "openai"),
  status: orElse(z.string(), "running"),
  config: orElse(z.record(z.string(), z.unknown()).nullable(), null),
  config_version: orElse(z.int().min(1), 1),
  created_at: time,
  updated_at: {
    ...time,
    absent: "`created_at`",
    read: (written: string | undefined, making, row) =>
      time.read(written ?? (row.created_at as string | undefined), making, row),
  },
});

export const accessToken = table({ id: given(z.string()), hash: hash(), expires_at: givenTime });

export const account = table({
  id: anId,
  email: distinct(given(z.email()), (email) => `"${email}" is taken`),
  name: computed(z.string(), "what the email has before the @", ({ email }) => String(email).split("@")[0] ?? ""),
  plan: orElse(z.enum(plans), "FREE"),
  /** The password itself, for fixtures; it is hashed at once. */
  password,
  password_hash: passwordHash,
  is_email_verified: orElse(z.boolean(), false),
  created_at: time,
  api_keys: listOf(apiKey, {
    about: "the first with a `key` of the first account is `mock.apiKey`; where there is none, one is made",
  }),
  agents: listOf(agent),
  /** As snapshots hold them: access tokens, by hash. */
  tokens: snapshotOnly(listOf(accessToken)),
  /** As snapshots hold it: the permanent User API Key, where sign-up gives one. */
  user_key: snapshotOnly(rowOf(table({ id: given(z.string()), hash: given(z.string()) }))),
});

export const state = table({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: givenListOf(account, { atLeast: 1, about: "the first is the one of `mock.apiKey`" }),
  /** As snapshots hold it: the logins of the present window. */
  logins: snapshotOnly(
    listOf(table({ credential: given(z.string()), start: given(z.number()), used: given(z.int()) })),
  ),
  /** Set in snapshots: no key is made up for the first account. */
  restored,
});

export const stateSchema = state.schema.superRefine(rulesOf(state));

export type MutxStateInput = Written<typeof state>;
export type AccountInput = Written<typeof account>;
export type ApiKeyInput = Written<typeof apiKey>;
export type Agent = Row<typeof agent>;
export type Plan = (typeof plans)[number];
