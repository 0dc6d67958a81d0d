// The submissions of an account: created as drafts; what follows happens in the web app (here: `mock.submissions`).
import { handlersFor } from "../../core/contract/handlers.js";
import { isoText } from "../../core/time/iso-text.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import { unknownReference } from "../problem.js";
import { type Submission, submission } from "../state-schema.js";
import type { TerminusHubTypes } from "../types.js";

const toWire = ({ created_at, ...rest }: Submission) => ({ ...rest, created_at: isoText(created_at) });

export const submissionHandlers = handlersFor<TerminusHubTypes>()({
  listSubmissions({ query }, context) {
    const { workspace_id, taxonomy_id } = query;
    const filtered = workspace_id !== undefined || taxonomy_id !== undefined;
    const matches = (each: Submission) =>
      (workspace_id === undefined || each.workspace_id === workspace_id) &&
      (taxonomy_id === undefined || each.taxonomy_id === taxonomy_id);
    const body = envelope(accountOf(context).submissions, query, toWire, filtered ? matches : undefined);
    return { status: 200, body };
  },

  createSubmission({ body }, context) {
    const account = accountOf(context);
    if (account.workspaces.get(body.workspace_id) === undefined) return unknownReference("workspace_id");
    if (!account.hasTaxonomy(body.taxonomy_id)) return unknownReference("taxonomy_id");
    const added = submission.row(body, context.services);
    account.submissions.add(added);
    return { status: 201, body: toWire(added) };
  },
});
