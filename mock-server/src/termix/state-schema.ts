// State as plain data: what fixtures may say, and what snapshots hold. Whatever is left out is made up.
import { idPattern, tokenPattern } from "@terminus-hub/spec/termix";
import { z } from "zod";
import { closed } from "../core/state/schema-problem.js";
import { distinct } from "../core/state/state-references.js";

const id = z.string().regex(idPattern, "must be 21 of A-Z, a-z, 0-9, _ and -").optional();
const when = z.iso.datetime({ offset: true });
/** A key may expire after the year 9999. */
const expiry = z
  .string()
  .regex(/^(?:\d{4}|\+\d{6})-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/, "must be a time")
  .refine((text) => !Number.isNaN(Date.parse(text)), "must be a time");

const user = closed({
  id,
  username: z.string().min(1),
  /** The password itself, for fixtures; it is hashed at once. Absent, and without `password_hash`: the user has none. */
  password: z.string().min(1).optional(),
  /** As snapshots hold it. */
  password_hash: z.string().optional(),
  is_admin: z.boolean().optional(),
  is_oidc: z.boolean().optional(),
  totp_enabled: z.boolean().optional(),
  data_unlocked: z.boolean().optional(),
});

const apiKey = closed({
  id,
  name: z.string().min(1),
  /** Whose key it is. */
  username: z.string(),
  /** The token itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` and `token_prefix` alone. */
  token: z.string().regex(tokenPattern, "must be tmx_ and 64 lower-case hex digits").optional(),
  hash: z.string().optional(),
  token_prefix: z.string().optional(),
  created_at: when.optional(),
  expires_at: expiry.nullable().optional(),
  last_used_at: when.nullable().optional(),
});

const session = closed({ id, hash: z.string(), username: z.string(), expires_at: when });

const loginFailures = closed({
  username: z.string(),
  count: z.int().min(1),
  first_at: when,
  locked_until: when.nullable(),
});

export const stateSchema = closed({
  /** May be empty: then the first user that is created is an admin. */
  users: z.array(user),
  /** In any order; lists show the oldest first. */
  api_keys: z.array(apiKey).optional(),
  sessions: z.array(session).optional(),
  login_failures: z.array(loginFailures).optional(),
  /** Set in snapshots: no key is made up. */
  restored: z.boolean().optional(),
}).superRefine(({ users, api_keys = [], sessions = [] }, context) => {
  const known = new Set<string>();
  const ids = distinct(context);
  const secrets = distinct(context);
  for (const [i, { id: own }] of users.entries()) ids(own, ["users", i, "id"]);
  for (const [i, { id: own, token, hash }] of api_keys.entries()) {
    ids(own, ["api_keys", i, "id"]);
    secrets(token, ["api_keys", i, "token"]);
    secrets(hash, ["api_keys", i, "hash"]);
  }
  for (const [i, { hash }] of sessions.entries()) secrets(hash, ["sessions", i, "hash"]);
  for (const [i, { username }] of users.entries()) {
    if (known.has(username)) {
      context.addIssue({ code: "custom", path: ["users", i, "username"], message: `"${username}" is taken` });
    }
    known.add(username);
  }
  for (const [list, owned] of [
    ["api_keys", api_keys],
    ["sessions", sessions],
  ] as const) {
    for (const [i, { username }] of owned.entries()) {
      if (known.has(username)) continue;
      const message = `no user is named "${username}"`;
      context.addIssue({ code: "custom", path: [list, i, "username"], message });
    }
  }
});

export type TermixStateInput = z.infer<typeof stateSchema>;
export type UserInput = z.infer<typeof user>;
export type ApiKeyInput = z.infer<typeof apiKey>;
