// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { apiKeyHandlers } from "./handlers/api-keys.js";
import { governanceModelHandlers } from "./handlers/governance-models.js";
import { recordHandlers } from "./handlers/records.js";
import { submissionHandlers } from "./handlers/submissions.js";
import { workspaceHandlers } from "./handlers/workspaces.js";
import type { TerminusHubTypes } from "./types.js";

export const handlers: Handlers<TerminusHubTypes> = {
  ...apiKeyHandlers,
  ...workspaceHandlers,
  ...governanceModelHandlers,
  ...submissionHandlers,
  ...recordHandlers,
};
