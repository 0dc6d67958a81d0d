// Finds out whether a key was made when no answer says so, and deletes it where that is certain.
import { ConfigurationError, ResponseError, UnexpectedResponseError } from "../core/errors.js";
import type { KeyStore, StoredKey } from "./key-store.js";
import { removeKey } from "./remove-key.js";
import type { Candidate, RotationError } from "./rotation-error.js";
import { describeKey, keyState, nameOf, rotationFailure } from "./rotation-failure.js";

/** Whether the server has said no: nothing was done. Any other failure leaves that open. */
export function isRefusal(cause: unknown): boolean {
  if (cause instanceof ConfigurationError) return true;
  if (!(cause instanceof ResponseError) || cause instanceof UnexpectedResponseError) return false;
  return cause.status >= 400 && cause.status < 500 && cause.status !== 408;
}

/** The error for a creation that failed, after looking what it left behind. */
export async function failedCreate(
  keys: KeyStore,
  old: StoredKey,
  before: readonly StoredKey[],
  cause: unknown,
): Promise<RotationError> {
  const stop = { oldKey: keyState(old, true) };
  const asBefore = "The old key works as before";
  if (isRefusal(cause)) return rotationFailure("create", cause, { ...stop, next: `Nothing was made. ${asBefore}.` });

  const name = nameOf(old);
  const named = name ? ` named ${JSON.stringify(name)}` : "";
  let after: readonly StoredKey[];
  try {
    after = await keys.list();
  } catch {
    const next = `It is not known whether a new key was made, since the list could not be read either. ${asBefore}. Look for a new key${named} that was never used, and delete it.`;
    return rotationFailure("create", cause, { ...stop, next });
  }

  const candidates = newKeysLike(old, before, after);
  const [only] = candidates;
  if (!only) {
    const next = `The list shows no new key${named}, so none seems to have been made. ${asBefore}. If one appears later, delete it.`;
    return rotationFailure("create", cause, { ...stop, next });
  }
  if (candidates.length > 1 || only.lastUsedAt !== null) {
    const ids = candidates.map(({ id }) => id).join(", ");
    const next = `A new key may have been made, and its secret is lost. It may be one of: ${ids}. None was deleted, since somebody may be using it. ${asBefore}. Delete the one that nobody uses.`;
    return rotationFailure("create", cause, { ...stop, candidates: candidates.map(toCandidate), next });
  }

  const { outcome } = await removeKey([keys], only.id);
  if (outcome === "gone") {
    const next = `A new key was made (${only.id}), and its secret is lost. It was never used, so it was deleted. ${asBefore}. Rotate again.`;
    return rotationFailure("create", cause, { ...stop, newKey: keyState(only, false), next });
  }
  const next = `A new key was made, its secret is lost, and it could not be deleted. Delete ${describeKey(only)}. ${asBefore}.`;
  const exists = outcome === "left" || "unknown";
  return rotationFailure("create", cause, {
    ...stop,
    newKey: keyState(only, exists),
    candidates: [toCandidate(only)],
    next,
  });
}

/** Keys that were not there before and are called like the old one. */
export function newKeysLike(old: StoredKey, before: readonly StoredKey[], after: readonly StoredKey[]): StoredKey[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id, name, note }) => !known.has(id) && name === old.name && note === old.note);
}

export function toCandidate(key: StoredKey): Candidate {
  return { id: key.id, name: nameOf(key), createdAt: key.createdAt };
}
