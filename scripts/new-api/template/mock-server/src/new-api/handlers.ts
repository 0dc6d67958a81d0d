// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { apiKeyHandlers } from "./handlers/api-keys.js";
import type { NewApiTypes } from "./types.js";

export const handlers: Handlers<NewApiTypes> = { ...apiKeyHandlers };
