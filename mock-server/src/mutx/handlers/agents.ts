// The agents of an account, newest first.
import { formatTime } from "@terminus-hub/spec/mutx";
import type { Handlers } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import type { MutxTypes } from "../types.js";

export const listAgents: Handlers<MutxTypes>["listAgents"] = ({ query }, context) => {
  const account = accountOf(context);
  const body = pageOf(account.agents, query, ({ configVersion, created_at, updatedAt, ...agent }) => ({
    ...agent,
    config_version: configVersion,
    created_at: formatTime(new Date(created_at)),
    updated_at: formatTime(new Date(updatedAt)),
    user_id: account.id,
  }));
  return { status: 200, body };
};
