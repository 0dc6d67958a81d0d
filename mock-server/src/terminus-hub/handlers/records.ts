// The records of an account: read-only here, made by the approval of submissions.
import { handlersFor } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import { noSuch } from "../problem.js";
import type { StoredRecord } from "../state-schema.js";
import type { TerminusHubTypes } from "../types.js";

const toWire = ({ id, status, terminus_id, data }: StoredRecord) => ({ id, status, terminus_id, data });

export const recordHandlers = handlersFor<TerminusHubTypes>()({
  listRecords({ query }, context) {
    const { workspace_id, taxonomy_id, status } = query;
    const filtered = workspace_id !== undefined || taxonomy_id !== undefined || status !== undefined;
    const matches = (record: StoredRecord) =>
      (workspace_id === undefined || record.workspace_id === workspace_id) &&
      (taxonomy_id === undefined || record.taxonomy_id === taxonomy_id) &&
      (status === undefined || record.status === status);
    return { status: 200, body: envelope(accountOf(context).records, query, toWire, filtered ? matches : undefined) };
  },

  getRecord({ params }, context) {
    const record = accountOf(context).records.get(params.id);
    return record === undefined ? noSuch("record") : { status: 200, body: toWire(record) };
  },
});
