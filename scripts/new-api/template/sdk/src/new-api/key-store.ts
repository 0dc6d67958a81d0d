// The API keys of an account, for rotation and audit.
import type { KeyCapabilities, KeyStore, StoredKey } from "../lifecycle/key-store.js";
import type { NewApi } from "./client.js";
import { type ApiKey, keyPrefix } from "./generated/resources.js";

const capabilities: KeyCapabilities = {
  expiry: "none",
  lastUsed: true,
  names: true,
  notes: false,
  secretPrefix: keyPrefix,
  cannotTell: ["Keys of New Api do not expire, and have no note."],
};

/**
 * The keys of the account that the client's key belongs to, for `rotateKey` and `auditKeys` of
 * `@terminus-hub/sdk/lifecycle`.
 *
 * @example
 * const audit = await auditKeys(keyStore(new NewApi()));
 */
export function keyStore(newApi: NewApi): KeyStore {
  return {
    capabilities,
    list: async () => (await newApi.apiKeys.list().toArray()).map(toStoredKey),
    async create({ like }) {
      const { key: secret, ...created } = await newApi.apiKeys.create({ name: like.name ?? "" });
      return { key: toStoredKey(created), secret };
    },
    delete: async (id) => newApi.apiKeys.delete(id),
    withSecret: (apiKey) => keyStore(newApi.withOptions({ apiKey })),
  };
}

const toStoredKey = (key: ApiKey): StoredKey => ({
  id: key.id,
  name: key.name,
  note: null,
  createdAt: new Date(key.created_at),
  lastUsedAt: key.last_used_at ? new Date(key.last_used_at) : null,
  expiresAt: null,
  raw: key,
});
