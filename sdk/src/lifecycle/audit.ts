// What an audit takes and what it finds.
import type { Duration } from "./duration.js";
import type { StoredKey } from "./key-store.js";

/**
 * What can be wrong with a key. A `stale` key was last used too long ago. A `never-used` key is old enough to have been
 * used, and never was. An `expired` key no longer works, and an `expiring` one will soon stop. An `unnamed` key has no
 * name, and a `no-note` key has no note. A `duplicate-name` key has the name of another key, or its note where keys have
 * no names.
 */
export type FindingKind = "stale" | "never-used" | "expired" | "expiring" | "unnamed" | "no-note" | "duplicate-name";

/** One thing that is wrong with one key. */
export interface Finding {
  readonly kind: FindingKind;
  readonly id: string;
  readonly name: string | null;
  /** When the key was last used, was made, or expires, depending on the finding. It is `null` if the finding is not about a time. */
  readonly at: Date | null;
  /** The finding in a few words, such as `last used 45 days ago`. */
  readonly message: string;
}

/** A check that was impossible for some keys, because the API does not say enough about them. */
export interface UncheckedKeys {
  readonly kind: FindingKind;
  /** The keys in question. */
  readonly ids: readonly string[];
  readonly message: string;
}

export interface AuditOptions {
  /** The present. Default: the platform's time. */
  readonly now?: Date | string | number | undefined;
  /** A key last used longer ago is `stale`. Default `"30d"`. */
  readonly staleAfter?: Duration | undefined;
  /** A key made longer ago and never used is `never-used`. Default `"7d"`. */
  readonly unusedAfter?: Duration | undefined;
  /** A key that expires within this time is `expiring`. Default `"7d"`. */
  readonly expiresWithin?: Duration | undefined;
}

/** What an audit found. */
export interface KeyAudit {
  /** The time the audit was made for. */
  readonly now: Date;
  /** Every key of the store, in the order of the list. */
  readonly keys: readonly StoredKey[];
  /** By key in the order of the list, then by kind. */
  readonly findings: readonly Finding[];
  /** Checks that were impossible for some of the keys. */
  readonly cannotTell: readonly UncheckedKeys[];
  /** What the API does not report for any key. */
  readonly limits: readonly string[];
  /** A table for people: `formatAudit(audit)`. */
  toString(): string;
}
