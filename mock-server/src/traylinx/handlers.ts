// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { apiKeyHandlers } from "./handlers/api-keys.js";
import { authHandlers } from "./handlers/auth.js";
import { modelHandlers } from "./handlers/models.js";
import type { TraylinxTypes } from "./types.js";

export const handlers: Handlers<TraylinxTypes> = { ...apiKeyHandlers, ...modelHandlers, ...authHandlers };
