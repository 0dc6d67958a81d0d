// The governance models of an account; the API shows their names and descriptions, never their taxonomies.
import type { Handlers } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import type { GovernanceModel } from "../state.js";
import type { TerminusHubTypes } from "../types.js";

const shown = ({ id, name, description }: GovernanceModel) => ({ id, name, description });

export const listGovernanceModels: Handlers<TerminusHubTypes>["listGovernanceModels"] = ({ query }, context) => ({
  status: 200,
  body: pageOf(accountOf(context).models, query, shown),
});
