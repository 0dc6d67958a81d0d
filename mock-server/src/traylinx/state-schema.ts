// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { keyForm, publicKeyPrefix } from "@terminus-hub/spec/traylinx";
import { z } from "zod";
import type { Services } from "../core/contract/services.js";
import * as field from "../core/state/fields.js";
import type { RandomStream } from "../core/state/random.js";
import { stateTable } from "../core/state/state-table.js";
import { SNAPSHOT_ONLY, table, type Written } from "../core/state/table.js";
import { MODELS } from "./models.js";

const ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 24;
export const idFrom = (ids: RandomStream): string => `c${ids.text(ID_LENGTH, ID_ALPHABET)}`;
export const newId = ({ random }: Services): string => idFrom(random.ids);
export const publicKeyFrom = (ids: RandomStream): string => `${publicKeyPrefix}${ids.uuid()}`;
const anId = field.id(field.text, newId);
const publicKey = z.string().startsWith(publicKeyPrefix, `must start with ${publicKeyPrefix}`);

export const accessToken = table({ id: field.given(z.string()), hash: field.hash, expires_at: field.givenTime });

export const person = table({
  id: anId,
  email: field.distinct(field.given(field.text), (email) => `"${email}" is taken`),
  first_name: field.textOrNull,
  last_name: field.textOrNull,
  /** The password itself, for fixtures; it is hashed at once. Absent, and without `password_hash`: nobody can sign in. */
  password: field.password,
  password_hash: field.passwordHash,
  /** As snapshots hold them: access tokens, by hash. */
  tokens: field.snapshotOnly(field.listOf(accessToken)),
});

export const apiKey = table({
  id: anId,
  note: field.textOrNull,
  public_key: {
    ...field.drawn(publicKey, ({ random }) => publicKeyFrom(random.ids)),
    about: `starts with \`${publicKeyPrefix}\``,
    rule: { group: "id" },
  },
  /** The secret half, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  secret_key: field.secret(keyForm),
  /** As snapshots hold it. */
  display_secret_key: field.computed(
    z.string(),
    SNAPSHOT_ONLY,
    ({ secret_key = "" }) => `${keyForm.prefix}...${String(secret_key).slice(-4)}`,
  ),
  hash: field.hashOf("secret_key", keyForm),
  created_at: field.time,
  expires_at: field.timeOrNever(),
  last_used_at: field.timeOrNever(),
});

export const project = table({
  id: anId,
  name: field.given(field.text),
  /** Ids of the models that its keys open; all the mock has, if absent. */
  models: {
    ...field.computed(z.array(field.text), "all the mock has", () => MODELS.map((model) => model.id)),
    about: "ids of the models that its keys open",
  },
  api_keys: field.listOf(apiKey, {
    about: "the first with a `secret_key` of the first project is `mock.apiKey`; where there is none, one is made",
  }),
});

export const organization = table({
  id: anId,
  name: field.given(field.text),
  /** Emails of the people who may manage its keys; everybody, if absent. */
  members: {
    schema: z.array(z.string()).optional(),
    absent: "everybody",
    about: "emails of the people who may manage its keys",
    rule: { list: "people", field: "email", message: (email: string) => `nobody has the email "${email}"` },
  },
  projects: field.givenListOf(project, {
    atLeast: 1,
    about: "the first of the first organisation is the one of `mock.apiKey`",
  }),
});

export const state = stateTable({
  /** The first is the one whose access token is `mock.accessToken`. */
  people: field.givenListOf(person, { atLeast: 1, about: "the first is the one of `mock.accessToken`" }),
  /** The first project of the first is the one whose key is `mock.apiKey`. */
  organizations: field.givenListOf(organization, { atLeast: 1 }),
  /** Set in snapshots: no key and no token is made up. */
  restored: field.restored,
});

export interface TraylinxStateInput extends Written<typeof state> {}
export type PersonInput = Written<typeof person>;
export type OrganizationInput = Written<typeof organization>;
export type ProjectInput = Written<typeof project>;
export type ApiKeyInput = Written<typeof apiKey>;
