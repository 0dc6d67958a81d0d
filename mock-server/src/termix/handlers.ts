// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { createApiKey, deleteApiKey, listApiKeys } from "./handlers/api-keys.js";
import { login, logout } from "./handlers/auth.js";
import { createUser, listUsers, me } from "./handlers/users.js";
import type { TermixTypes } from "./types.js";

export const handlers: Handlers<TermixTypes> = {
  createApiKey,
  listApiKeys,
  deleteApiKey,
  listUsers,
  me,
  createUser,
  login,
  logout,
  getHealth: () => ({ status: 200, body: { status: "ok" } }),
};
