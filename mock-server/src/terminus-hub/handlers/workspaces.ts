// The workspaces of an account.
import { handlersFor } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import { noSuch } from "../problem.js";
import type { Workspace } from "../state-schema.js";
import type { TerminusHubTypes } from "../types.js";

const toWire = ({ id, name, description }: Workspace) => ({ id, name, description });

export const workspaceHandlers = handlersFor<TerminusHubTypes>()({
  listWorkspaces: ({ query }, context) => ({
    status: 200,
    body: envelope(accountOf(context).workspaces, query, toWire),
  }),

  getWorkspace({ params }, context) {
    const workspace = accountOf(context).workspaces.get(params.id);
    return workspace === undefined ? noSuch("workspace") : { status: 200, body: toWire(workspace) };
  },
});
