// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { createApiKey, deleteApiKey, listApiKeys } from "./handlers/api-keys.js";
import { listGovernanceModels } from "./handlers/governance-models.js";
import { getRecord, listRecords } from "./handlers/records.js";
import { createSubmission, listSubmissions } from "./handlers/submissions.js";
import { getWorkspace, listWorkspaces } from "./handlers/workspaces.js";
import type { TerminusHubTypes } from "./types.js";

export const handlers: Handlers<TerminusHubTypes> = {
  createApiKey,
  listApiKeys,
  deleteApiKey,
  listWorkspaces,
  getWorkspace,
  listGovernanceModels,
  listSubmissions,
  createSubmission,
  listRecords,
  getRecord,
};
