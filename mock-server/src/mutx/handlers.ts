// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { listAgents } from "./handlers/agents.js";
import { createApiKey, deleteApiKey, getApiKey, listApiKeys, rotateApiKey } from "./handlers/api-keys.js";
import { login, me, register } from "./handlers/auth.js";
import type { MutxTypes } from "./types.js";

export const handlers: Handlers<MutxTypes> = {
  listApiKeys,
  getApiKey,
  createApiKey,
  rotateApiKey,
  deleteApiKey,
  listAgents,
  register,
  login,
  me,
};
