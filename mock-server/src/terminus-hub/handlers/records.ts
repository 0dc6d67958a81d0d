// The records of an account: read-only here, made by the approval of submissions.
import type { Handlers } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import { noSuch } from "../problem.js";
import type { StoredRecord } from "../state.js";
import type { TerminusHubTypes } from "../types.js";

type All = Handlers<TerminusHubTypes>;

const shown = ({ id, status, terminusId, data }: StoredRecord) => ({ id, status, terminus_id: terminusId, data });

export const listRecords: All["listRecords"] = ({ query }, context) => {
  const { workspace_id, taxonomy_id, status } = query;
  const filtered = workspace_id !== undefined || taxonomy_id !== undefined || status !== undefined;
  const matches = (record: StoredRecord) =>
    (workspace_id === undefined || record.workspaceId === workspace_id) &&
    (taxonomy_id === undefined || record.taxonomyId === taxonomy_id) &&
    (status === undefined || record.status === status);
  return { status: 200, body: pageOf(accountOf(context).records, query, shown, filtered ? matches : undefined) };
};

export const getRecord: All["getRecord"] = ({ params }, context) => {
  const record = accountOf(context).records.get(params.id);
  return record === undefined ? noSuch("record") : { status: 200, body: shown(record) };
};
