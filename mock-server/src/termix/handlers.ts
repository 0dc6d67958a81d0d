// One handler for each operation of the contract; a missing one does not compile.
import type { Handlers } from "../core/contract/handlers.js";
import { apiKeyHandlers } from "./handlers/api-keys.js";
import { authHandlers } from "./handlers/auth.js";
import { userHandlers } from "./handlers/users.js";
import type { TermixTypes } from "./types.js";

export const handlers: Handlers<TermixTypes> = {
  ...apiKeyHandlers,
  ...userHandlers,
  ...authHandlers,
  getHealth: () => ({ status: 200, body: { status: "ok" } }),
};
