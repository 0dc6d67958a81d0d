// The workspaces of an account.
import type { Handlers } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import { noSuch } from "../problem.js";
import type { Workspace } from "../state.js";
import type { TerminusHubTypes } from "../types.js";

type All = Handlers<TerminusHubTypes>;

const shown = ({ id, name, description }: Workspace) => ({ id, name, description });

export const listWorkspaces: All["listWorkspaces"] = ({ query }, context) => ({
  status: 200,
  body: pageOf(accountOf(context).workspaces, query, shown),
});

export const getWorkspace: All["getWorkspace"] = ({ params }, context) => {
  const workspace = accountOf(context).workspaces.get(params.id);
  return workspace === undefined ? noSuch("workspace") : { status: 200, body: shown(workspace) };
};
