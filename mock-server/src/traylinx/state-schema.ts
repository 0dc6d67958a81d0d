// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { keyForm, publicKeyPrefix } from "@terminus-hub/spec/traylinx";
import { z } from "zod";
import type { Services } from "../core/contract/services.js";
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
  password,
  passwordHash,
  restored,
  secret,
  snapshotOnly,
  text,
  textOrNull,
  time,
  timeOrNever,
} from "../core/state/fields.js";
import type { RandomStream } from "../core/state/random.js";
import { rulesOf } from "../core/state/state-rules.js";
import { SNAPSHOT_ONLY, table, type Written } from "../core/state/table.js";
import { MODELS } from "./models.js";

const ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 24;
export const idFrom = (ids: RandomStream): string => `c${ids.text(ID_LENGTH, ID_ALPHABET)}`;
export const newId = ({ random }: Services): string => idFrom(random.ids);
export const publicKeyFrom = (ids: RandomStream): string => `${publicKeyPrefix}${ids.uuid()}`;
const anId = id(text, newId);
const publicKey = z.string().startsWith(publicKeyPrefix, `must start with ${publicKeyPrefix}`);

export const accessToken = table({ id: given(z.string()), hash: hash(), expires_at: givenTime });

export const person = table({
  id: anId,
  email: distinct(given(text), (email) => `"${email}" is taken`),
  first_name: textOrNull,
  last_name: textOrNull,
  /** The password itself, for fixtures; it is hashed at once. Absent, and without `password_hash`: nobody can sign in. */
  password,
  password_hash: passwordHash,
  /** As snapshots hold them: access tokens, by hash. */
  tokens: snapshotOnly(listOf(accessToken)),
});

export const apiKey = table({
  id: anId,
  note: textOrNull,
  public_key: {
    ...drawn(publicKey, ({ random }) => publicKeyFrom(random.ids)),
    about: `starts with \`${publicKeyPrefix}\``,
    rule: { group: "id" },
  },
  /** The secret half, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  secret_key: secret(keyForm),
  /** As snapshots hold it. */
  display_secret_key: computed(
    z.string(),
    SNAPSHOT_ONLY,
    ({ secret_key = "" }) => `${keyForm.prefix}...${String(secret_key).slice(-4)}`,
  ),
  hash: hashOf("secret_key", keyForm),
  created_at: time,
  expires_at: timeOrNever(),
  last_used_at: timeOrNever(),
});

export const project = table({
  id: anId,
  name: given(text),
  /** Ids of the models that its keys open; all the mock has, if absent. */
  models: {
    ...computed(z.array(text), "all the mock has", () => MODELS.map((model) => model.id)),
    about: "ids of the models that its keys open",
  },
  api_keys: listOf(apiKey, {
    about: "the first with a `secret_key` of the first project is `mock.apiKey`; where there is none, one is made",
  }),
});

export const organization = table({
  id: anId,
  name: given(text),
  /** Emails of the people who may manage its keys; everybody, if absent. */
  members: {
    schema: z.array(z.string()).optional(),
    absent: "everybody",
    about: "emails of the people who may manage its keys",
    rule: { list: "people", field: "email", message: (email: string) => `nobody has the email "${email}"` },
  },
  projects: givenListOf(project, {
    atLeast: 1,
    about: "the first of the first organisation is the one of `mock.apiKey`",
  }),
});

export const state = table({
  /** The first is the one whose access token is `mock.accessToken`. */
  people: givenListOf(person, { atLeast: 1, about: "the first is the one of `mock.accessToken`" }),
  /** The first project of the first is the one whose key is `mock.apiKey`. */
  organizations: givenListOf(organization, { atLeast: 1 }),
  /** Set in snapshots: no key and no token is made up. */
  restored,
});

export const stateSchema = state.schema.superRefine(rulesOf(state));

export type TraylinxStateInput = Written<typeof state>;
export type PersonInput = Written<typeof person>;
export type OrganizationInput = Written<typeof organization>;
export type ProjectInput = Written<typeof project>;
export type ApiKeyInput = Written<typeof apiKey>;
