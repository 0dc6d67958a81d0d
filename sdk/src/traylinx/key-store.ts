// The API keys of a project, for rotation and audit.
import type { KeyCapabilities, KeyStore, StoredKey } from "../lifecycle/key-store.js";
import type { Traylinx } from "./client.js";
import { type ApiKey, keyPrefix } from "./generated/resources.js";

export interface TraylinxKeyScope {
  readonly organizationId: string;
  readonly projectId: string;
}

const capabilities: KeyCapabilities = {
  expiry: "exact",
  lastUsed: true,
  names: false,
  notes: true,
  secretPrefix: keyPrefix,
  cannotTell: [
    "Keys of Traylinx have a note and no name.",
    "It is inferred that Traylinx reports expiry and last use in these fields. If a field is missing, the audit says so.",
  ],
};

/**
 * The keys of one project, for `rotateKey` and `auditKeys` of `@terminus-hub/sdk/lifecycle`. The client needs an
 * `accessToken`, since keys of Traylinx cannot manage keys. To prove a new key, call `models.list()` with it.
 *
 * @example
 * const keys = keyStore(traylinx, { organizationId, projectId });
 * const audit = await auditKeys(keys);
 */
export function keyStore(traylinx: Traylinx, { organizationId, projectId }: TraylinxKeyScope): KeyStore {
  const { apiKeys } = traylinx;
  const keys: KeyStore = {
    capabilities,
    list: async () => (await apiKeys.list(organizationId, projectId).toArray()).map(toStoredKey),
    async create({ like: { note, expiresAt } }) {
      const attributes = { note, ...(expiresAt && { expiresAt: expiresAt.toISOString() }) };
      const { data, meta } = await apiKeys.create(organizationId, projectId, { data: { attributes } });
      return { key: toStoredKey(data), secret: meta.secretKey };
    },
    delete: async (id) => apiKeys.delete(organizationId, projectId, id),
    withSecret: () => keys,
  };
  return keys;
}

function toStoredKey(key: ApiKey): StoredKey {
  const { note, createdAt, lastUsedAt, expiresAt, displaySecretKey } = key.attributes;
  return {
    id: key.id,
    name: null,
    note,
    createdAt: time(createdAt) ?? null,
    lastUsedAt: time(lastUsedAt),
    expiresAt: time(expiresAt),
    prefix: displaySecretKey,
    raw: key,
  };
}

/** `null` for never, or `undefined` if the field is missing or unreadable. A time without an offset is UTC, not in the zone of this machine. */
function time(text: string | null | undefined): Date | null | undefined {
  if (text === null || text === undefined) return text;
  const date = new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$|^[\d-]+$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
