// Create, list and delete the keys of an account. The secret is in the create answer alone.
import type { Handlers } from "../../core/contract/mock-api.js";
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

export const createApiKey: All["createApiKey"] = ({ body }, exchange) => {
  const { secret, stored } = exchange.state.createKey(accountOf(exchange), body.name);
  return { status: 201, body: { ...shown(stored), key: secret } };
};

export const listApiKeys: All["listApiKeys"] = ({ query }, exchange) => ({
  status: 200,
  body: pageOf(accountOf(exchange).keys, query, shown),
});

export const deleteApiKey: All["deleteApiKey"] = ({ params }, exchange) => {
  const key = accountOf(exchange).keys.get(params.id);
  if (key === undefined) return noSuch("API key");
  exchange.state.deleteKey(key);
  return { status: 204 };
};
