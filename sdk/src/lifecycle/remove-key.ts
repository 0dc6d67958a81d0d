// Deletes a key, and looks whether it is gone if no answer says so.
import { AuthenticationError, NotFoundError, PermissionDeniedError } from "../core/errors.js";
import type { KeyStore, StoredKey } from "./key-store.js";

/** What became of a key that was to be deleted. `cause` is the most telling failure on the way. */
export interface Removal {
  readonly outcome: "gone" | "left" | "unknown";
  readonly cause?: unknown;
}

/**
 * Deletes with the first store that can. If none says so, it looks whether the key is gone. A store may be unable because
 * its own secret is dead, or because its secret may not manage keys.
 */
export async function removeKey(stores: readonly KeyStore[], id: string): Promise<Removal> {
  let cause: unknown;
  for (const store of stores) {
    try {
      await store.delete(id);
      return { outcome: "gone", cause };
    } catch (failure) {
      if (failure instanceof NotFoundError) return { outcome: "gone", cause };
      // It is expected that one of the two secrets may not delete keys.
      const expected = cause instanceof PermissionDeniedError || cause instanceof AuthenticationError;
      if (cause === undefined || expected) cause = failure;
    }
  }
  for (const store of stores) {
    try {
      return { outcome: isListed(await store.list(), id) ? "left" : "gone", cause };
    } catch {
      // The next store may be able to look.
    }
  }
  return { outcome: "unknown", cause };
}

/** Whether a key is there and was not revoked. */
export function isListed(keys: readonly StoredKey[], id: string): boolean {
  return keys.some((key) => key.id === id && key.active !== false);
}
