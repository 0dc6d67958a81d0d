// Create, list and delete the keys of an account. The secret is in the create answer alone.
import type { Handlers } from "../../core/contract/handlers.js";
import { accountOf } from "../authentication.js";
import { pageOf } from "../page.js";
import { noSuch } from "../problem.js";
import { lastUsed, type StoredKey } from "../state.js";
import type { TerminusHubTypes } from "../types.js";

type All = Handlers<TerminusHubTypes>;

const shown = (key: StoredKey) => ({
  id: key.id,
  name: key.name,
  created_at: key.createdText,
  last_used_at: lastUsed(key),
});

export const createApiKey: All["createApiKey"] = ({ body }, context) => {
  const { secret, stored } = context.state.createKey(accountOf(context), body.name);
  return { status: 201, body: { ...shown(stored), key: secret } };
};

export const listApiKeys: All["listApiKeys"] = ({ query }, context) => ({
  status: 200,
  body: pageOf(accountOf(context).keys, query, shown),
});

export const deleteApiKey: All["deleteApiKey"] = ({ params }, context) => {
  const key = accountOf(context).keys.get(params.id);
  if (key === undefined) return noSuch("API key");
  context.state.deleteKey(key);
  return { status: 204 };
};
