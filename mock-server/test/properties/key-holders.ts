// What the properties need of an API: two accounts that make, list, use and delete keys, and every list that comes in pages.

export interface ListedKey {
  readonly id: string;
  readonly name: string;
  /** As the API writes it; null where the key was never used. */
  readonly lastUsed: string | null;
}

export interface Page {
  readonly ids: readonly string[];
  /** Undefined where the API does not say. */
  readonly total: number | undefined;
  readonly more: boolean | undefined;
}

/** A list that comes in pages. */
export interface PagedList {
  readonly name: string;
  /** The largest page that may be asked for. */
  readonly largest: number;
  /** The items from `offset`, a multiple of `size`. */
  read(offset: number, size: number): Promise<Page>;
}

/** One account with a credential that manages its keys. */
export interface Holder {
  create(name: string): Promise<{ readonly id: string; readonly secret: string }>;
  /** Resolves with the status. */
  remove(id: string): Promise<number>;
  /** All its keys that work, from all pages. */
  keys(): Promise<readonly ListedKey[]>;
  /** The status of a call that any valid key may make. */
  use(secret: string): Promise<number>;
  /** The first is that of its keys, where that comes in pages. */
  readonly lists: readonly PagedList[];
}

export interface KeyWorld {
  readonly clock: { now(): number; advance(by: number): void };
  readonly holders: readonly [Holder, Holder];
}

export interface KeyApi {
  readonly name: string;
  /** What deleting a second time is answered. */
  readonly removedAgain: number;
  /** Whether any of its lists comes in pages. */
  readonly paged: boolean;
  /** How many keys an account may have at once, beyond those it starts with. */
  readonly room: number;
  /** The point in time that `lastUsed` means. */
  readonly time: (text: string) => number;
  /** A new mock with a frozen clock. */
  open(): Promise<KeyWorld>;
}
