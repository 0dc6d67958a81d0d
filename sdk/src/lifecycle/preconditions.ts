// Every reason not to begin a rotation, looked for before anything is made.
import { AbortError } from "../core/errors.js";
import type { KeyStore, StoredKey } from "./key-store.js";
import { isListed } from "./remove-key.js";
import type { RotateOptions } from "./rotate-options.js";
import { keyState, rotationFailure } from "./rotation-failure.js";

/** Finds the key, and every reason not to begin. */
export async function checkPreconditions(keys: KeyStore, options: RotateOptions, now: Date) {
  const { id, signal } = options;
  let before: readonly StoredKey[] | undefined;
  let old: StoredKey | undefined;
  try {
    refuseIfAborted(signal);
    before = await keys.list();
    old = before.find((key) => key.id === id);
    if (!old) throw new Error(`No key has the id ${JSON.stringify(id)}`);
    refuseUnlessAlive(old, now);
    if (!options.inPlace) {
      if (!options.allowExpiryChange) refuseUnlessExpiryFits(keys, old);
      await refuseIfFull(keys);
    }
    refuseIfAborted(signal);
    return { old, before };
  } catch (cause) {
    const oldKey = keyState(old ?? { id, name: null, note: null }, before ? isListed(before, id) : "unknown");
    throw rotationFailure("check", cause, { oldKey, next: "Nothing was changed." });
  }
}

export function refuseIfAborted(signal: AbortSignal | null | undefined): void {
  if (signal?.aborted) throw new AbortError("The rotation was aborted by its signal.", { cause: signal.reason });
}

function refuseUnlessAlive({ active, expiresAt }: StoredKey, now: Date): void {
  if (active === false) throw new Error("The key was revoked, so it cannot be rotated. Make a new key instead");
  if (expiresAt && expiresAt <= now) {
    throw new Error(
      `The key expired at ${expiresAt.toISOString()}, and a copy of it would be expired too. Make a new key instead`,
    );
  }
}

function refuseUnlessExpiryFits({ capabilities, rotateInPlace }: KeyStore, { expiresAt }: StoredKey): void {
  if (!expiresAt || capabilities.expiry === "exact") return;
  const how = capabilities.expiry === "days" ? "it takes whole days only" : "its keys do not expire";
  const other = rotateInPlace ? ", or inPlace: true, which keeps it" : "";
  throw new Error(
    `The key expires at ${expiresAt.toISOString()}. This API cannot give that expiry to a new key, since ${how}. Pass allowExpiryChange: true to accept another expiry${other}`,
  );
}

async function refuseIfFull(keys: KeyStore): Promise<void> {
  const quota = await keys.quota?.();
  if (!quota || quota.used < quota.limit) return;
  const other = keys.rotateInPlace ? ", or rotate with inPlace: true" : "";
  throw new Error(
    `The quota is full (${quota.used} of ${quota.limit} keys), so there is no room for a second key. Delete a key first${other}`,
  );
}
