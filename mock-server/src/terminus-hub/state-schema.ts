// What the mock of this API keeps, a table for each kind of thing. Together they are the state as plain data.
import { ApiKey, keyForm, TerminusRecord } from "@terminus-hub/spec/terminus-hub";
import { z } from "zod";
import type { Services } from "../core/contract/services.js";
import {
  distinct,
  drawn,
  given,
  givenListOf,
  givenTime,
  hash,
  hashOf,
  hexadecimal,
  id,
  idOf,
  inRow,
  listOf,
  orElse,
  restored,
  secret,
  snapshotOnly,
  text,
  textOrNull,
  time,
  timeOrNever,
  uuid,
} from "../core/state/fields.js";
import { rulesOf } from "../core/state/state-rules.js";
import { type Row, table, type Written } from "../core/state/table.js";

export const plans = ["free", "professional", "business", "enterprise"] as const;
export const roles = ["owner", "admin", "member"] as const;
const submissionStatuses = ["draft", "in_review", "approved", "rejected", "cancelled"] as const;

const TERMINUS_ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const terminusId = ({ random }: Services): string => `trm0${random.ids.text(8, TERMINUS_ID_ALPHABET)}`;
const anObject = z.record(z.string(), z.unknown());
const workspaceId = idOf("workspaces", "one of the account's workspaces", "the first workspace");
const taxonomyId = idOf("taxonomies", "one of the account's taxonomies", "the first taxonomy");

export const workspace = table({
  id: id(),
  name: distinct(given(text)),
  description: textOrNull,
  created_at: time,
});

export const governanceModel = table({
  id: id(),
  name: given(text),
  description: textOrNull,
  created_at: time,
  taxonomies: inRow(listOf(table({ id: id(), name: given(text) }))),
});

export const submission = table({
  id: id(),
  workspace_id: workspaceId,
  taxonomy_id: taxonomyId,
  status: orElse(z.enum(submissionStatuses), "draft"),
  rows: inRow(givenListOf(table({ data: given(anObject) }), { atLeast: 1 })),
  created_at: time,
});

export const record = table({
  id: id(TerminusRecord.shape.id),
  terminus_id: drawn(TerminusRecord.shape.terminus_id, terminusId),
  status: orElse(z.enum(["active", "archived"]), "active"),
  data: given(TerminusRecord.shape.data),
  workspace_id: workspaceId,
  taxonomy_id: taxonomyId,
  created_at: time,
});

export const apiKey = table({
  id: id(ApiKey.shape.id),
  name: given(text.max(255)),
  /** The key itself, for fixtures; it is hashed at once. Absent: drawn, or known by `hash` alone. */
  secret: secret(keyForm),
  /** As snapshots hold it. */
  hash: hashOf("secret", keyForm, hexadecimal),
  created_at: time,
  last_used_at: timeOrNever(),
});

export const session = table({
  id: drawn(text, uuid),
  hash: hash(hexadecimal),
  role: given(z.enum(roles)),
  expires_at: givenTime,
});

export const account = table({
  id: id(),
  name: given(text),
  plan: orElse(z.enum(plans), "professional", "`free` has no API access"),
  /** Whether submissions have to be in review before they can be approved. */
  review: orElse(z.boolean(), false, "whether a submission must be in review before it can be approved"),
  workspaces: listOf(workspace, { atLeast: 1, absent: "one named `Main`" }),
  governance_models: listOf(governanceModel),
  submissions: listOf(submission),
  records: listOf(record),
  api_keys: listOf(apiKey, {
    about: "the first with a `secret` of the first account is `mock.apiKey`; where there is none, one is made",
  }),
  sessions: snapshotOnly(listOf(session)),
});

export const state = table({
  /** The first is the one whose key is `mock.apiKey`. */
  accounts: givenListOf(account, { atLeast: 1, about: "the first is the one of `mock.apiKey`" }),
  /** Set in snapshots: no key is made up for the first account. */
  restored,
});

export const stateSchema = state.schema.superRefine(rulesOf(state));

export type TerminusHubStateInput = Written<typeof state>;
export type AccountInput = Written<typeof account>;
export type ApiKeyInput = Written<typeof apiKey>;
export type Plan = (typeof plans)[number];
export type Role = (typeof roles)[number];
export type SubmissionStatus = (typeof submissionStatuses)[number];
export type Workspace = Row<typeof workspace>;
export type GovernanceModel = Row<typeof governanceModel>;
export type Submission = Row<typeof submission>;
export type StoredRecord = Row<typeof record>;
