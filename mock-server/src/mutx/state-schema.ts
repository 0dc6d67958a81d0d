// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { keyForm } from "@terminus-hub/spec/mutx";
import { z } from "zod";
import * as field from "../core/state/fields.js";
import { stateTable } from "../core/state/state-table.js";
import { type Field, type Row, table, type Written } from "../core/state/table.js";

export const plans = ["FREE", "STARTER", "PRO", "ENTERPRISE"] as const;

const anId = field.id(z.uuid());
const lowerCase = (value: string): string => value.toLowerCase();

/** Ids of keys are the same in any case. */
const keyId: Field<string | undefined, string> = {
  ...anId,
  read: (...written) => lowerCase(anId.read(...written)),
  rule: { group: "id", as: lowerCase },
};

export const apiKey = table({
  id: keyId,
  name: field.given(z.string()),
  /** The key itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  key: field.secret(keyForm),
  hash: field.hashOf("key", keyForm),
  created_at: field.time,
  expires_at: field.timeOrNever(),
  last_used: field.timeOrNever(),
  /** False for a key that is revoked: it opens nothing and is not listed, but can be read by its id. */
  is_active: field.orElse(z.boolean(), true, "`false`: revoked"),
});

export const agent = table({
  id: anId,
  name: field.given(field.text),
  description: field.textOrNull,
  type: field.orElse(z.string(), "openai"),
  status: field.orElse(z.string(), "running"),
  config: field.orElse(z.record(z.string(), z.unknown()).nullable(), null),
  config_version: field.orElse(z.int().min(1), 1),
  created_at: field.time,
  updated_at: {
    ...field.time,
    absent: "`created_at`",
    read: (written: string | undefined, making, row) =>
      field.time.read(written ?? (row.created_at as string | undefined), making, row),
  },
});

export const accessToken = table({ id: field.given(z.string()), hash: field.hash, expires_at: field.givenTime });

export const account = table({
  id: anId,
  email: field.distinct(field.given(z.email()), (email) => `"${email}" is taken`),
  name: field.computed(z.string(), "what the email has before the @", ({ email }) => String(email).split("@")[0] ?? ""),
  plan: field.orElse(z.enum(plans), "FREE"),
  /** The password itself, for fixtures; it is hashed at once. */
  password: field.password,
  password_hash: field.passwordHash,
  is_email_verified: field.orElse(z.boolean(), false),
  created_at: field.time,
  api_keys: field.listOf(apiKey, {
    about: "the first with a `key` of the first account is `mock.apiKey`; where there is none, one is made",
  }),
  agents: field.listOf(agent),
  /** As snapshots hold them: access tokens, by hash. */
  tokens: field.snapshotOnly(field.listOf(accessToken)),
  /** As snapshots hold it: the permanent User API Key, where sign-up gives one. */
  user_key: field.snapshotOnly(field.rowOf(table({ id: field.given(z.string()), hash: field.given(z.string()) }))),
});

export const state = stateTable({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: field.givenListOf(account, { atLeast: 1, about: "the first is the one of `mock.apiKey`" }),
  /** As snapshots hold it: the logins of the present window. */
  logins: field.snapshotOnly(
    field.listOf(
      table({ credential: field.given(z.string()), start: field.given(z.number()), used: field.given(z.int()) }),
    ),
  ),
  /** Set in snapshots: no key is made up for the first account. */
  restored: field.restored,
});

export interface MutxStateInput extends Written<typeof state> {}
export type AccountInput = Written<typeof account>;
export type ApiKeyInput = Written<typeof apiKey>;
export type Agent = Row<typeof agent>;
export type Plan = (typeof plans)[number];
