// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { ApiKey, keyForm, TerminusRecord } from "@terminus-hub/spec/terminus-hub";
import { z } from "zod";
import type { Services } from "../core/contract/services.js";
import * as field from "../core/state/fields.js";
import { stateTable } from "../core/state/state-table.js";
import { type Row, table, type Written } from "../core/state/table.js";

export const plans = ["free", "professional", "business", "enterprise"] as const;
export const roles = ["owner", "admin", "member"] as const;
const submissionStatuses = ["draft", "in_review", "approved", "rejected", "cancelled"] as const;

const TERMINUS_ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const terminusId = ({ random }: Services): string => `trm0${random.ids.text(8, TERMINUS_ID_ALPHABET)}`;
const anObject = z.record(z.string(), z.unknown());
const workspaceId = field.idOf("workspaces", "one of the account's workspaces", "the first workspace");
const taxonomyId = field.idOf("taxonomies", "one of the account's taxonomies", "the first taxonomy");

export const workspace = table({
  id: field.id(),
  name: field.distinct(field.given(field.text)),
  description: field.textOrNull,
  created_at: field.time,
});

export const governanceModel = table({
  id: field.id(),
  name: field.given(field.text),
  description: field.textOrNull,
  taxonomies: field.inRow(field.listOf(table({ id: field.id(), name: field.given(field.text) }))),
  created_at: field.time,
});

export const submission = table({
  id: field.id(),
  workspace_id: workspaceId,
  taxonomy_id: taxonomyId,
  status: field.orElse(z.enum(submissionStatuses), "draft"),
  rows: field.inRow(field.givenListOf(table({ data: field.given(anObject) }), { atLeast: 1 })),
  created_at: field.time,
});

export const record = table({
  id: field.id(TerminusRecord.shape.id),
  terminus_id: field.drawn(TerminusRecord.shape.terminus_id, terminusId),
  status: field.orElse(z.enum(["active", "archived"]), "active"),
  data: field.given(TerminusRecord.shape.data),
  workspace_id: workspaceId,
  taxonomy_id: taxonomyId,
  created_at: field.time,
});

export const apiKey = table({
  id: field.id(ApiKey.shape.id),
  name: field.given(field.text.max(255)),
  /** The key itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  secret: field.secret(keyForm),
  /** As snapshots hold it. */
  hash: field.hashOf("secret", keyForm, field.hexHash),
  created_at: field.time,
  last_used_at: field.timeOrNever(),
});

export const session = table({
  id: field.drawn(field.text, field.uuid),
  hash: field.hexHash,
  role: field.given(z.enum(roles)),
  expires_at: field.givenTime,
});

export const account = table({
  id: field.id(),
  name: field.given(field.text),
  plan: field.orElse(z.enum(plans), "professional", "`free` has no API access"),
  /** Whether submissions have to be in review before they can be approved. */
  review: field.orElse(z.boolean(), false, "whether a submission must be in review before it can be approved"),
  workspaces: field.listOf(workspace, { atLeast: 1, absent: "one named `Main`" }),
  governance_models: field.listOf(governanceModel),
  submissions: field.listOf(submission),
  records: field.listOf(record),
  api_keys: field.listOf(apiKey, {
    about: "the first with a `secret` of the first account is `mock.apiKey`; where there is none, one is made",
  }),
  sessions: field.snapshotOnly(field.listOf(session)),
});

export const state = stateTable({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: field.givenListOf(account, { atLeast: 1, about: "the first is the one of `mock.apiKey`" }),
  /** Set in snapshots: no key is made up for the first account. */
  restored: field.restored,
});

export interface TerminusHubStateInput extends Written<typeof state> {}
export type AccountInput = Written<typeof account>;
export type ApiKeyInput = Written<typeof apiKey>;
export type Plan = (typeof plans)[number];
export type Role = (typeof roles)[number];
export type SubmissionStatus = (typeof submissionStatuses)[number];
export type Workspace = Row<typeof workspace>;
export type GovernanceModel = Row<typeof governanceModel>;
export type Submission = Row<typeof submission>;
export type StoredRecord = Row<typeof record>;
