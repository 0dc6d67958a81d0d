// State as plain data: what fixtures may say, and what snapshots hold. Whatever is left out is made up.
import { ApiKey, TerminusRecord } from "@terminus-hub/spec/terminus-hub";
import { z } from "zod";
import { closed } from "../core/state/schema-problem.js";
import { distinct, refersTo } from "../core/state/state-references.js";

const id = z.string().min(1).optional();
const time = z.iso.datetime({ offset: true }).optional();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const row = closed({ data: z.record(z.string(), z.unknown()) });

export const plans = ["free", "professional", "business", "enterprise"] as const;
export const roles = ["owner", "admin", "member"] as const;
export const submissionStatuses = ["draft", "in_review", "approved", "rejected", "cancelled"] as const;

const workspace = closed({
  id,
  name: z.string().min(1),
  description: z.string().nullable().optional(),
  created_at: time,
});

const governanceModel = closed({
  id,
  name: z.string().min(1),
  description: z.string().nullable().optional(),
  created_at: time,
  taxonomies: z.array(closed({ id, name: z.string().min(1) })).optional(),
});

const submission = closed({
  id,
  /** Absent: the account's first workspace. */
  workspace_id: id,
  /** Absent: the account's first taxonomy. */
  taxonomy_id: id,
  status: z.enum(submissionStatuses).optional(),
  rows: z.array(row).min(1),
  created_at: time,
});

const record = closed({
  id: TerminusRecord.shape.id.optional(),
  terminus_id: TerminusRecord.shape.terminus_id.optional(),
  status: z.enum(["active", "archived"]).optional(),
  data: TerminusRecord.shape.data,
  workspace_id: id,
  taxonomy_id: id,
  created_at: time,
});

const apiKey = closed({
  id: ApiKey.shape.id.optional(),
  name: z.string().min(1).max(255),
  /** The key itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  secret: z
    .string()
    .regex(/^thub_[0-9A-Za-z]{32}$/, "must be thub_ and 32 letters or digits")
    .optional(),
  /** As snapshots hold it. */
  hash: sha256.optional(),
  created_at: time,
  last_used_at: z.iso.datetime({ offset: true }).nullable().optional(),
});

const session = closed({
  id,
  hash: sha256,
  role: z.enum(roles),
  expires_at: z.iso.datetime({ offset: true }),
});

const account = closed({
  id,
  name: z.string().min(1),
  plan: z.enum(plans).optional(),
  /** Whether submissions have to be in review before they can be approved. */
  review: z.boolean().optional(),
  workspaces: z.array(workspace).min(1).optional(),
  governance_models: z.array(governanceModel).optional(),
  submissions: z.array(submission).optional(),
  records: z.array(record).optional(),
  api_keys: z.array(apiKey).optional(),
  sessions: z.array(session).optional(),
});

export const stateSchema = closed({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: z.array(account).min(1),
  /** Set in snapshots: no key is made up for the first account. */
  restored: z.boolean().optional(),
}).superRefine(({ accounts }, context) => {
  const ids = distinct(context);
  const secrets = distinct(context);
  for (const [i, each] of accounts.entries()) {
    const at = (list: string, j: number, field: string) => ["accounts", i, list, j, field];
    const names = distinct(context);
    const { workspaces = [], governance_models: models = [], submissions = [], records = [], api_keys = [] } = each;
    const inWorkspace = refersTo(context, idsOf(workspaces), "one of the account's workspaces");
    const inTaxonomy = refersTo(context, idsOf(models.flatMap(taxonomiesOf)), "one of the account's taxonomies");
    ids(each.id, ["accounts", i, "id"]);
    for (const [j, { id: own, name }] of workspaces.entries()) {
      ids(own, at("workspaces", j, "id"));
      names(name, at("workspaces", j, "name"));
    }
    for (const [j, model] of models.entries()) {
      ids(model.id, at("governance_models", j, "id"));
      for (const [k, { id: own }] of taxonomiesOf(model).entries()) {
        ids(own, [...at("governance_models", j, "taxonomies"), k, "id"]);
      }
    }
    for (const [list, items] of [
      ["submissions", submissions],
      ["records", records],
    ] as const) {
      for (const [j, item] of items.entries()) {
        ids(item.id, at(list, j, "id"));
        inWorkspace(item.workspace_id, at(list, j, "workspace_id"));
        inTaxonomy(item.taxonomy_id, at(list, j, "taxonomy_id"));
      }
    }
    for (const [j, key] of api_keys.entries()) {
      ids(key.id, at("api_keys", j, "id"));
      secrets(key.secret, at("api_keys", j, "secret"));
      secrets(key.hash, at("api_keys", j, "hash"));
    }
    for (const [j, { hash }] of (each.sessions ?? []).entries()) secrets(hash, at("sessions", j, "hash"));
  }
});

const taxonomiesOf = ({ taxonomies = [] }: z.infer<typeof governanceModel>) => taxonomies;

const idsOf = (items: readonly { readonly id?: string | undefined }[]): Set<string> =>
  new Set(items.flatMap((item) => (item.id === undefined ? [] : [item.id])));

export type TerminusHubStateInput = z.infer<typeof stateSchema>;
export type AccountInput = z.infer<typeof account>;
export type ApiKeyInput = z.infer<typeof apiKey>;
export type Plan = (typeof plans)[number];
export type Role = (typeof roles)[number];
export type SubmissionStatus = (typeof submissionStatuses)[number];
