// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { createApiKey, deleteApiKey, listApiKeys } from "./handlers/api-keys.js";
import { login } from "./handlers/auth.js";
import { listModels } from "./handlers/models.js";
import type { TraylinxTypes } from "./types.js";

export const handlers: Handlers<TraylinxTypes> = { createApiKey, listApiKeys, deleteApiKey, listModels, login };
