// The small interface that rotation and audit stand on; each client's key store fills it in.

/** A key as any API lists it. The secret is no part of it: no API shows it twice. */
export interface StoredKey {
  readonly id: string;
  /** What the key is called; `null` where it has no name, or where keys have none. */
  readonly name: string | null;
  /** What the key is for; `null` where nobody wrote it down, or where keys have no note. */
  readonly note: string | null;
  /** When it was made; `null` where the API does not say. */
  readonly createdAt: Date | null;
  /** When it last authenticated a request; `null` for never, `undefined` where the API cannot tell. */
  readonly lastUsedAt: Date | null | undefined;
  /** When it stops working; `null` for never, `undefined` where the API cannot tell. */
  readonly expiresAt: Date | null | undefined;
  /** `false` for a key that was revoked and is still listed; absent where the API does not say. */
  readonly active?: boolean | undefined;
  /** The part of the secret that the API still shows. */
  readonly prefix?: string | undefined;
  /** The key as it came over the wire, without its secret. */
  readonly raw: unknown;
}

/** A key just made, with the secret that will not be shown again. */
export interface CreatedKey {
  readonly key: StoredKey;
  readonly secret: string;
}

/** What an API's keys can do, and what it cannot say about them. */
export interface KeyCapabilities {
  /** `exact`: a key may expire at any instant. `days`: after whole days from its creation. `none`: keys do not expire. */
  readonly expiry: "exact" | "days" | "none";
  /** Whether the list tells when a key was last used. */
  readonly lastUsed: boolean;
  /** Whether keys have names. */
  readonly names: boolean;
  /** Whether keys have notes. */
  readonly notes: boolean;
  /** What every secret of the API starts with. */
  readonly secretPrefix: string;
  /** What this API cannot tell about a key, one sentence each. */
  readonly cannotTell: readonly string[];
}

/** How many keys there may be, and how many there are. */
export interface KeyQuota {
  readonly limit: number;
  readonly used: number;
}

/** What a new key is made like. */
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
  /** Makes a key like another: the same name, note and expiry, as far as the API can. */
  create(input: CreateKeyInput): Promise<CreatedKey>;
  /** Deletes a key. One that is gone already rejects with `NotFoundError`, or counts as deleted. */
  delete(id: string): Promise<void>;
  /** The same keys, managed with another secret; the same store where keys cannot manage keys. */
  withSecret(secret: string): KeyStore;
  /** Gives a key a new secret. The old secret dies in that instant. Absent where the API has no such call. */
  rotateInPlace?(id: string): Promise<CreatedKey>;
  /** How many keys there may be; absent, or `undefined`, where the API does not say. */
  quota?(): Promise<KeyQuota | undefined>;
}
