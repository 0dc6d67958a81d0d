// The governance models of an account; the API shows their names and descriptions, never their taxonomies.
import { handlersFor } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import type { GovernanceModel } from "../state-schema.js";
import type { TerminusHubTypes } from "../types.js";

const toWire = ({ id, name, description }: GovernanceModel) => ({ id, name, description });

export const governanceModelHandlers = handlersFor<TerminusHubTypes>()({
  listGovernanceModels: ({ query }, context) => ({
    status: 200,
    body: envelope(accountOf(context).models, query, toWire),
  }),
});
