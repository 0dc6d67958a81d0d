// State as plain data: what fixtures may say, and what snapshots hold. Whatever is left out is made up.
import { publicKeyPattern, secretKeyPattern } from "@terminus-hub/spec/traylinx";
import { z } from "zod";
import { closed } from "../core/state/schema-problem.js";
import { distinct } from "../core/state/state-references.js";

const id = z.string().min(1).optional();
const when = z.iso.datetime({ offset: true });

const person = closed({
  id,
  email: z.string().min(1),
  first_name: z.string().nullable().optional(),
  last_name: z.string().nullable().optional(),
  /** The password itself, for fixtures; it is hashed at once. Absent, and without `password_hash`: nobody can sign in. */
  password: z.string().min(1).optional(),
  password_hash: z.string().optional(),
  /** As snapshots hold them: access tokens, by hash. */
  tokens: z.array(closed({ id: z.string(), hash: z.string(), expires_at: when })).optional(),
});

const apiKey = closed({
  id,
  note: z.string().nullable().optional(),
  public_key: z.string().regex(publicKeyPattern, "must start with pk-lf-").optional(),
  /** The secret half, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  secret_key: z.string().regex(secretKeyPattern, "must be sk-lf- and a lower-case UUID").optional(),
  hash: z.string().optional(),
  /** As snapshots hold it. */
  display_secret_key: z.string().optional(),
  created_at: when.optional(),
  expires_at: when.nullable().optional(),
  last_used_at: when.nullable().optional(),
});

const project = closed({
  id,
  name: z.string().min(1),
  /** Ids of the models that its keys open; all the mock has, if absent. */
  models: z.array(z.string().min(1)).optional(),
  api_keys: z.array(apiKey).optional(),
});

const organization = closed({
  id,
  name: z.string().min(1),
  /** Emails of the people who may manage its keys; everybody, if absent. */
  members: z.array(z.string()).optional(),
  projects: z.array(project).min(1),
});

export const stateSchema = closed({
  /** The first is the one whose access token is `mock.accessToken`. */
  people: z.array(person).min(1),
  /** The first project of the first is the one whose key is `mock.apiKey`. */
  organizations: z.array(organization).min(1),
  /** Set in snapshots: no key and no token is made up. */
  restored: z.boolean().optional(),
}).superRefine(({ people, organizations }, context) => {
  const known = new Set<string>();
  const ids = distinct(context);
  const secrets = distinct(context);
  for (const [i, { id: own, tokens = [] }] of people.entries()) {
    ids(own, ["people", i, "id"]);
    for (const [j, { hash }] of tokens.entries()) secrets(hash, ["people", i, "tokens", j, "hash"]);
  }
  for (const [i, { id: own, projects }] of organizations.entries()) {
    ids(own, ["organizations", i, "id"]);
    for (const [j, each] of projects.entries()) {
      const at = ["organizations", i, "projects", j];
      ids(each.id, [...at, "id"]);
      for (const [k, key] of (each.api_keys ?? []).entries()) {
        ids(key.id, [...at, "api_keys", k, "id"]);
        ids(key.public_key, [...at, "api_keys", k, "public_key"]);
        secrets(key.secret_key, [...at, "api_keys", k, "secret_key"]);
        secrets(key.hash, [...at, "api_keys", k, "hash"]);
      }
    }
  }
  for (const [i, { email }] of people.entries()) {
    if (known.has(email)) {
      context.addIssue({ code: "custom", path: ["people", i, "email"], message: `"${email}" is taken` });
    }
    known.add(email);
  }
  for (const [i, { members = [] }] of organizations.entries()) {
    for (const [j, email] of members.entries()) {
      if (known.has(email)) continue;
      const message = `nobody has the email "${email}"`;
      context.addIssue({ code: "custom", path: ["organizations", i, "members", j], message });
    }
  }
});

export type TraylinxStateInput = z.infer<typeof stateSchema>;
export type PersonInput = z.infer<typeof person>;
export type OrganizationInput = z.infer<typeof organization>;
export type ProjectInput = z.infer<typeof project>;
export type ApiKeyInput = z.infer<typeof apiKey>;
