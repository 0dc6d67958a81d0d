// The submissions of an account: created as drafts; what follows happens in the web app (here: `mock.submissions`).
import type { Handlers } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import { unknownReference } from "../problem.js";
import type { Submission } from "../state.js";
import type { TerminusHubTypes } from "../types.js";

type All = Handlers<TerminusHubTypes>;

const shown = ({ id, workspaceId, taxonomyId, status, rows, createdAt }: Submission) => ({
  id,
  workspace_id: workspaceId,
  taxonomy_id: taxonomyId,
  status,
  rows,
  created_at: new Date(createdAt).toISOString(),
});

export const listSubmissions: All["listSubmissions"] = ({ query }, context) => {
  const { workspace_id, taxonomy_id } = query;
  const filtered = workspace_id !== undefined || taxonomy_id !== undefined;
  const matches = (submission: Submission) =>
    (workspace_id === undefined || submission.workspaceId === workspace_id) &&
    (taxonomy_id === undefined || submission.taxonomyId === taxonomy_id);
  return { status: 200, body: pageOf(accountOf(context).submissions, query, shown, filtered ? matches : undefined) };
};

export const createSubmission: All["createSubmission"] = ({ body }, context) => {
  const account = accountOf(context);
  if (account.workspaces.get(body.workspace_id) === undefined) return unknownReference("workspace_id");
  if (!account.hasTaxonomy(body.taxonomy_id)) return unknownReference("taxonomy_id");
  const { random, clock } = context.services;
  const submission: Submission = {
    id: random.ids.uuid(),
    workspaceId: body.workspace_id,
    taxonomyId: body.taxonomy_id,
    status: "draft",
    rows: body.rows,
    createdAt: clock.now(),
  };
  account.submissions.add(submission);
  return { status: 201, body: shown(submission) };
};
