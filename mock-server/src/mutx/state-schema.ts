// State as plain data: what fixtures may say, and what snapshots hold. Whatever is left out is made up.
import { keyPattern } from "@terminus-hub/spec/mutx";
import { z } from "zod";
import { closed } from "../core/state/schema-problem.js";
import { distinct } from "../core/state/state-references.js";

const id = z.uuid().optional();
const when = z.iso.datetime({ offset: true });

export const plans = ["FREE", "STARTER", "PRO", "ENTERPRISE"] as const;

const apiKey = closed({
  id,
  name: z.string(),
  /** The key itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  key: z
    .string()
    .regex(keyPattern, "must be mutx_live_, 12 lower-case hex digits, _ and 43 of A-Z, a-z, 0-9, _ and -")
    .optional(),
  hash: z.string().optional(),
  created_at: when.optional(),
  expires_at: when.nullable().optional(),
  last_used: when.nullable().optional(),
  /** False for a key that is revoked: it opens nothing and is not listed, but can be read by its id. */
  is_active: z.boolean().optional(),
});

const agent = closed({
  id,
  name: z.string().min(1),
  description: z.string().nullable().optional(),
  type: z.string().optional(),
  status: z.string().optional(),
  config: z.record(z.string(), z.unknown()).nullable().optional(),
  config_version: z.int().min(1).optional(),
  created_at: when.optional(),
  updated_at: when.optional(),
});

const account = closed({
  id,
  email: z.email(),
  name: z.string().optional(),
  plan: z.enum(plans).optional(),
  /** The password itself, for fixtures; it is hashed at once. */
  password: z.string().min(1).optional(),
  password_hash: z.string().optional(),
  is_email_verified: z.boolean().optional(),
  created_at: when.optional(),
  api_keys: z.array(apiKey).optional(),
  agents: z.array(agent).optional(),
  /** As snapshots hold them: access tokens, by hash. */
  tokens: z.array(closed({ id: z.string(), hash: z.string(), expires_at: when })).optional(),
  /** As snapshots hold it: the permanent User API Key, where sign-up gives one. */
  user_key: closed({ id: z.string(), hash: z.string() }).optional(),
});

export const stateSchema = closed({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: z.array(account).min(1),
  /** As snapshots hold it: the logins of the present window. */
  logins: z.array(closed({ credential: z.string(), start: z.number(), used: z.int() })).optional(),
  /** Set in snapshots: no key is made up for the first account. */
  restored: z.boolean().optional(),
}).superRefine(({ accounts }, context) => {
  const known = new Set<string>();
  const ids = distinct(context);
  const secrets = distinct(context);
  for (const [i, { id: own, api_keys = [], agents = [], tokens = [] }] of accounts.entries()) {
    ids(own, ["accounts", i, "id"]);
    for (const [j, key] of api_keys.entries()) {
      ids(key.id?.toLowerCase(), ["accounts", i, "api_keys", j, "id"]);
      secrets(key.key, ["accounts", i, "api_keys", j, "key"]);
      secrets(key.hash, ["accounts", i, "api_keys", j, "hash"]);
    }
    for (const [j, { id: agent }] of agents.entries()) ids(agent, ["accounts", i, "agents", j, "id"]);
    for (const [j, { hash }] of tokens.entries()) secrets(hash, ["accounts", i, "tokens", j, "hash"]);
  }
  for (const [i, { email }] of accounts.entries()) {
    if (known.has(email)) {
      context.addIssue({ code: "custom", path: ["accounts", i, "email"], message: `"${email}" is taken` });
    }
    known.add(email);
  }
});

export type MutxStateInput = z.infer<typeof stateSchema>;
export type AccountInput = z.infer<typeof account>;
export type ApiKeyInput = z.infer<typeof apiKey>;
export type AgentInput = z.infer<typeof agent>;
export type Plan = (typeof plans)[number];
