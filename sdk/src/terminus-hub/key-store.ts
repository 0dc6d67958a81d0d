// The API keys of an account, for rotation and audit.
import type { KeyCapabilities, KeyStore, StoredKey } from "../lifecycle/key-store.js";
import type { TerminusHub } from "./client.js";
import { type ApiKey, keyPrefix } from "./generated/resources.js";

const capabilities: KeyCapabilities = {
  expiry: "none",
  lastUsed: true,
  names: true,
  notes: false,
  secretPrefix: keyPrefix,
  cannotTell: ["Keys of Terminus Hub do not expire, and have no note."],
};

/**
 * The keys of the account that the client's key belongs to, for `rotateKey` and `auditKeys` of
 * `@terminus-hub/sdk/lifecycle`. The vendor's pages disagree whether a key may manage keys. If it may not, each call
 * rejects with `PermissionDeniedError`.
 *
 * @example
 * const audit = await auditKeys(keyStore(new TerminusHub()));
 */
export function keyStore(hub: TerminusHub): KeyStore {
  return {
    capabilities,
    list: async () => (await hub.apiKeys.list().toArray()).map(toStoredKey),
    async create({ like }) {
      const { key: secret, ...created } = await hub.apiKeys.create({ name: like.name ?? "" });
      return { key: toStoredKey(created), secret };
    },
    delete: async (id) => hub.apiKeys.delete(id),
    withSecret: (apiKey) => keyStore(hub.withOptions({ apiKey })),
  };
}

function toStoredKey(key: Omit<ApiKey, "last_used_at"> & { last_used_at?: string | null }): StoredKey {
  return {
    id: key.id,
    name: key.name,
    note: null,
    createdAt: new Date(key.created_at),
    lastUsedAt: key.last_used_at ? new Date(key.last_used_at) : null,
    expiresAt: null,
    raw: key,
  };
}
