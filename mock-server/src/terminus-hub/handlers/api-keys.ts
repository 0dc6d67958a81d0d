// Create, list and delete the keys of an account. The secret is in the create answer alone.
import { handlersFor } from "../../core/contract/handlers.js";
import { isoText, isoTextOrNull } from "../../core/time/iso-text.js";
import { accountOf } from "../authentication.js";
import { envelope } from "../page.js";
import { noSuch } from "../problem.js";
import type { StoredKey } from "../state.js";
import type { TerminusHubTypes } from "../types.js";

const toWire = ({ id, name, created_at, last_used_at }: StoredKey) => ({
  id,
  name,
  created_at: isoText(created_at),
  last_used_at: isoTextOrNull(last_used_at),
});

export const apiKeyHandlers = handlersFor<TerminusHubTypes>()({
  createApiKey({ body }, context) {
    const { secret, stored } = context.state.createKey(accountOf(context), body.name);
    return { status: 201, body: { ...toWire(stored), key: secret } };
  },

  listApiKeys: ({ query }, context) => ({ status: 200, body: envelope(accountOf(context).keys, query, toWire) }),

  deleteApiKey({ params }, context) {
    const key = accountOf(context).keys.get(params.id);
    if (key === undefined) return noSuch("API key");
    context.state.deleteKey(key);
    return { status: 204 };
  },
});
