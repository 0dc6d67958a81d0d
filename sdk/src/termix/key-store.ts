// The API keys of an instance, or of one of its users, for rotation and audit.
import type { KeyCapabilities, KeyStore, StoredKey } from "../lifecycle/key-store.js";
import type { Termix } from "./client.js";
import { type ApiKey, keyPrefix } from "./generated/resources.js";

export interface TermixKeyScope {
  /** The user whose keys these are. By default, the store has the keys of all users, and a new key belongs to the owner of the one it is like. */
  readonly userId?: string | undefined;
}

const capabilities: KeyCapabilities = {
  expiry: "exact",
  lastUsed: true,
  names: true,
  notes: false,
  secretPrefix: keyPrefix,
  cannotTell: [
    "Keys of Termix have no note.",
    `Of a secret, Termix shows the first 12 characters: ${keyPrefix} and 8 hex digits.`,
    "Termix calls expired keys active too. Only their expiry tells them apart.",
  ],
};

/**
 * The keys of a Termix instance, for `rotateKey` and `auditKeys` of `@terminus-hub/sdk/lifecycle`. The client must be an
 * admin's. A key acts as its owner. The key of a user who is not an admin cannot delete its predecessor, so the client does.
 *
 * @example
 * const { userId } = await termix.users.me();
 * const audit = await auditKeys(keyStore(termix, { userId }));
 */
export function keyStore(termix: Termix, scope: TermixKeyScope = {}): KeyStore {
  return {
    capabilities,
    async list() {
      const keys = await termix.apiKeys.list().toArray();
      return keys.filter(({ userId }) => userId === (scope.userId ?? userId)).map(toStoredKey);
    },
    async create({ like }) {
      const userId = scope.userId ?? (like.raw as ApiKey).userId;
      const expiresAt = like.expiresAt?.toISOString() ?? null;
      const { token: secret, ...created } = await termix.apiKeys.create({ name: like.name ?? "", userId, expiresAt });
      return { key: toStoredKey(created), secret };
    },
    async delete(id) {
      await termix.apiKeys.delete(id);
    },
    withSecret: (apiKey) => keyStore(termix.withOptions({ apiKey }), scope),
  };
}

function toStoredKey(key: Omit<ApiKey, "lastUsedAt" | "isActive"> & Partial<ApiKey>): StoredKey {
  return {
    id: key.id,
    name: key.name,
    note: null,
    createdAt: new Date(key.createdAt),
    lastUsedAt: key.lastUsedAt ? new Date(key.lastUsedAt) : null,
    expiresAt: key.expiresAt ? new Date(key.expiresAt) : null,
    active: key.isActive,
    prefix: key.tokenPrefix,
    raw: key,
  };
}
