// The small interface that rotation and audit use. Each client has a key store that implements it.

/** A key as any API lists it, without its secret, which no API shows twice. */
export interface StoredKey {
  readonly id: string;
  /** The name of the key, or `null` if it has none or if keys have no names. */
  readonly name: string | null;
  /** What the key is for, or `null` if it has no note or if keys have no notes. */
  readonly note: string | null;
  /** When it was made, or `null` if the API does not say. */
  readonly createdAt: Date | null;
  /** When it last authenticated a request, `null` for never, or `undefined` if the API does not say. */
  readonly lastUsedAt: Date | null | undefined;
  /** When it stops working, `null` for never, or `undefined` if the API does not say. */
  readonly expiresAt: Date | null | undefined;
  /** `false` for a key that was revoked and is still listed. It is absent if the API does not say. */
  readonly active?: boolean | undefined;
  /** The part of the secret that the API still shows. */
  readonly prefix?: string | undefined;
  /** The key as it came over the wire, without its secret. */
  readonly raw: unknown;
}

/** A new key, with the secret that will not be shown again. */
export interface CreatedKey {
  readonly key: StoredKey;
  readonly secret: string;
}

/** What an API's keys can do, and what it cannot say about them. */
export interface KeyCapabilities {
  /** With `exact`, a key may expire at any time. With `days`, it expires whole days after its creation. With `none`, keys do not expire. */
  readonly expiry: "exact" | "days" | "none";
  /** Whether the list tells when a key was last used. */
  readonly lastUsed: boolean;
  /** Whether keys have names. */
  readonly names: boolean;
  /** Whether keys have notes. */
  readonly notes: boolean;
  /** What every secret of the API starts with. */
  readonly secretPrefix: string;
  /** What this API does not say about a key, one sentence each. */
  readonly cannotTell: readonly string[];
}

/** How many keys there may be, and how many there are. */
export interface KeyQuota {
  readonly limit: number;
  readonly used: number;
}

/** What a new key should be like. */
export interface CreateKeyInput {
  /** The key whose name, note and expiry the new one gets, as far as the API can. */
  readonly like: StoredKey;
  /** The present, for APIs that count the days to the expiry. */
  readonly now: Date;
}

/**
 * The keys of one account, user or project, as rotation and audit see them. Every client's entry exports a `keyStore`
 * that makes one; write your own for any other API.
 */
export interface KeyStore {
  readonly capabilities: KeyCapabilities;
  /** Every key, all pages of it. */
  list(): Promise<readonly StoredKey[]>;
  /** Makes a key with the same name, note and expiry as another, as far as the API can. */
  create(input: CreateKeyInput): Promise<CreatedKey>;
  /** Deletes a key. One that is gone already rejects with `NotFoundError`, or counts as deleted. */
  delete(id: string): Promise<void>;
  /** The same keys, managed with another secret. If keys cannot manage keys, it is the same store. */
  withSecret(secret: string): KeyStore;
  /** Gives a key a new secret. The old secret dies in that instant. Absent where the API has no such call. */
  rotateInPlace?(id: string): Promise<CreatedKey>;
  /** How many keys there may be. It is absent, or gives `undefined`, if the API does not say. */
  quota?(): Promise<KeyQuota | undefined>;
}
