// Create, list and delete keys. The secret is in the create answer alone.
import { handlersFor } from "../../core/contract/handlers.js";
import { isoText, isoTextOrNull } from "../../core/time/iso-text.js";
import { notFound } from "../problem.js";
import type { StoredKey } from "../state-schema.js";
import type { NewApiTypes } from "../types.js";

const toWire = ({ id, name, created_at, last_used_at }: StoredKey) => ({
  id,
  name,
  created_at: isoText(created_at),
  last_used_at: isoTextOrNull(last_used_at),
});

export const apiKeyHandlers = handlersFor<NewApiTypes>()({
  createApiKey({ body }, { state }) {
    const { secret, stored } = state.createKey(body.name);
    return { status: 201, body: { ...toWire(stored), key: secret } };
  },

  listApiKeys: (_, { state }) => ({ status: 200, body: { items: [...state.keys].map(toWire) } }),

  deleteApiKey({ params }, { state }) {
    const key = state.keys.get(params.id);
    if (key === undefined) return notFound();
    state.deleteKey(key);
    return { status: 204 };
  },
});
