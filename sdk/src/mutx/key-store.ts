// The API keys of an account, for rotation and audit.
import { ResponseError } from "../core/errors.js";
import type { CreatedKey, KeyCapabilities, KeyQuota, KeyStore, StoredKey } from "../lifecycle/key-store.js";
import type { Mutx } from "./client.js";
import { type ApiKey, type CreatedApiKey, keyPrefix } from "./generated/resources.js";
import { parseTime } from "./time.js";

const capabilities: KeyCapabilities = {
  expiry: "days",
  lastUsed: true,
  names: true,
  notes: false,
  secretPrefix: keyPrefix,
  cannotTell: ["Keys of MUTX have no note.", "MUTX does not list revoked keys, and calls expired ones active."],
};

const DAY = 86_400_000;
const MAX_DAYS = 365;

/** Active keys by plan, with the expired ones (observed). No limit is known for any other plan. */
const LIMITS: Readonly<Record<string, number>> = { FREE: 2, STARTER: 10, PRO: 50 };

/**
 * The keys of the account that the client's key or token belongs to, for `rotateKey` and `auditKeys` of
 * `@terminus-hub/sdk/lifecycle`.
 *
 * MUTX takes whole days, so a key with an expiry cannot be copied exactly. `rotateKey` refuses it, unless you pass
 * `allowExpiryChange` (the days that are left, rounded down, at least one) or `inPlace: true`, which keeps the expiry and
 * **kills the old key first**.
 *
 * @example
 * const audit = await auditKeys(keyStore(new Mutx()));
 */
export function keyStore(mutx: Mutx): KeyStore {
  return {
    capabilities,
    list: async () => (await mutx.apiKeys.list({ limit: 100 }).toArray()).map(toStoredKey),
    async create({ like, now }) {
      const days = like.expiresAt && Math.floor((like.expiresAt.getTime() - now.getTime()) / DAY);
      const expires_in_days = typeof days === "number" ? Math.min(Math.max(days, 1), MAX_DAYS) : null;
      return toCreatedKey(await mutx.apiKeys.create({ name: like.name ?? "", expires_in_days }));
    },
    delete: async (id) => mutx.apiKeys.delete(id),
    withSecret: (apiKey) => keyStore(mutx.withOptions({ apiKey })),
    rotateInPlace: async (id) => toCreatedKey(await mutx.apiKeys.rotate(id)),
    quota: () => quotaOf(mutx),
  };
}

/** `undefined` if the plan cannot be read, or if its limit is not known. The creation itself will tell. */
async function quotaOf(mutx: Mutx): Promise<KeyQuota | undefined> {
  try {
    const limit = LIMITS[(await mutx.auth.me()).plan];
    return limit === undefined ? undefined : { limit, used: (await mutx.apiKeys.list({ limit: 1 })).total };
  } catch (error) {
    if (error instanceof ResponseError) return undefined;
    throw error;
  }
}

function toCreatedKey({ key: secret, ...created }: CreatedApiKey): CreatedKey {
  return { key: toStoredKey(created), secret };
}

function toStoredKey(key: Omit<ApiKey, "last_used" | "is_active"> & Partial<ApiKey>): StoredKey {
  return {
    id: key.id,
    name: key.name,
    note: null,
    createdAt: parseTime(key.created_at),
    lastUsedAt: parseTime(key.last_used ?? null),
    expiresAt: parseTime(key.expires_at),
    active: key.is_active,
    raw: key,
  };
}
