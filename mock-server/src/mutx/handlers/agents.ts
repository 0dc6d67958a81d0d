// The agents of an account, newest first.
import { formatTime } from "@terminus-hub/spec/mutx";
import { handlersFor } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import type { MutxTypes } from "../types.js";

export const agentHandlers = handlersFor<MutxTypes>()({
  listAgents({ query }, context) {
    const account = accountOf(context);
    const body = envelope(account.agents, query, ({ created_at, updated_at, ...agent }) => ({
      ...agent,
      created_at: formatTime(new Date(created_at)),
      updated_at: formatTime(new Date(updated_at)),
      user_id: account.id,
    }));
    return { status: 200, body };
  },
});
