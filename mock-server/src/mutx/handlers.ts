// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { agentHandlers } from "./handlers/agents.js";
import { apiKeyHandlers } from "./handlers/api-keys.js";
import { authHandlers } from "./handlers/auth.js";
import type { MutxTypes } from "./types.js";

export const handlers: Handlers<MutxTypes> = { ...apiKeyHandlers, ...agentHandlers, ...authHandlers };
