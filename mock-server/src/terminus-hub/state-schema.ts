// State as plain data: what fixtures may say, and what snapshots hold. Whatever is left out is made up.
import { ApiKey, TerminusRecord } from "@terminus-hub/spec/terminus-hub";
import { z } from "zod";

const id = z.string().min(1).optional();
const time = z.iso.datetime({ offset: true }).optional();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const row = z.strictObject({ data: z.record(z.string(), z.unknown()) });

export const plans = ["free", "professional", "business", "enterprise"] as const;
export const roles = ["owner", "admin", "member"] as const;
export const submissionStatuses = ["draft", "in_review", "approved", "rejected", "cancelled"] as const;

const workspace = z.strictObject({
  id,
  name: z.string().min(1),
  description: z.string().nullable().optional(),
  created_at: time,
});

const governanceModel = z.strictObject({
  id,
  name: z.string().min(1),
  description: z.string().nullable().optional(),
  created_at: time,
  taxonomies: z.array(z.strictObject({ id, name: z.string().min(1) })).optional(),
});

const submission = z.strictObject({
  id,
  /** Absent: the account's first workspace. */
  workspace_id: id,
  /** Absent: the account's first taxonomy. */
  taxonomy_id: id,
  status: z.enum(submissionStatuses).optional(),
  rows: z.array(row).min(1),
  created_at: time,
});

const record = z.strictObject({
  id: TerminusRecord.shape.id.optional(),
  terminus_id: TerminusRecord.shape.terminus_id.optional(),
  status: z.enum(["active", "archived"]).optional(),
  data: TerminusRecord.shape.data,
  workspace_id: id,
  taxonomy_id: id,
  created_at: time,
});

const apiKey = z.strictObject({
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

const session = z.strictObject({
  id,
  hash: sha256,
  role: z.enum(roles),
  expires_at: z.iso.datetime({ offset: true }),
});

const account = z.strictObject({
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

export const stateSchema = z.strictObject({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: z.array(account).min(1),
  /** Set in snapshots: no key is made up for the first account. */
  restored: z.boolean().optional(),
});

export type TerminusHubStateInput = z.infer<typeof stateSchema>;
export type AccountInput = z.infer<typeof account>;
export type ApiKeyInput = z.infer<typeof apiKey>;
export type Plan = (typeof plans)[number];
export type Role = (typeof roles)[number];
export type SubmissionStatus = (typeof submissionStatuses)[number];
