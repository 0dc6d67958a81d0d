// Undoes what a rotation that failed has begun, and says what it leaves behind.
import type { CreatedKey, KeyStore, StoredKey } from "./key-store.js";
import { messageOf } from "./redact-rotation.js";
import { removeKey } from "./remove-key.js";
import type { RotateBesideOptions } from "./rotate-options.js";
import type { RotationError, RotationStep } from "./rotation-error.js";
import { describeKey, keyState, rotationFailure } from "./rotation-failure.js";

/** A rotation with its new key made. */
export interface RotationInProgress {
  readonly keys: KeyStore;
  /** The keys by the new secret first, then by the client's own credential. */
  readonly renewed: readonly KeyStore[];
  readonly options: RotateBesideOptions;
  readonly old: StoredKey;
  readonly created: CreatedKey;
}

/** Deletes the new key, which no consumer holds. */
export async function deleteNewKey(
  { keys, renewed, old, created }: RotationInProgress,
  step: RotationStep,
  cause: unknown,
): Promise<RotationError> {
  const { outcome } = await removeKey([keys, ...renewed.slice(0, 1)], created.key.id);
  const exists = outcome === "gone" ? false : outcome === "left" || "unknown";
  const next = exists
    ? `The old key works as before. The new one could not be deleted. Delete ${describeKey(created.key)}.`
    : "The new key was deleted, and the old one works as before.";
  return rotationFailure(step, cause, {
    oldKey: keyState(old, true),
    newKey: keyState(created.key, exists, exists && "unknown"),
    secret: created.secret,
    next,
  });
}

/** Brings the consumers back, so that the new key can be deleted. It keeps both keys where that is not certain. */
export async function switchBackAndFail(
  run: RotationInProgress,
  step: RotationStep,
  cause: unknown,
  consumer: "old" | "new",
): Promise<RotationError> {
  const { options, old, created } = run;
  const both = {
    oldKey: keyState(old, true),
    newKey: keyState(created.key, true, "unknown"),
    secret: created.secret,
  };
  const choose = `Once you know which one they hold, delete the other. The old one is ${describeKey(old)}, the new one ${describeKey(created.key)}.`;
  if (options.switchBack) {
    try {
      await options.switchBack();
      return await deleteNewKey(run, step, cause);
    } catch (failure) {
      const why = messageOf(failure, created.secret);
      const next = `switchBack failed as well (${why}), so both keys were kept. ${choose}`;
      return rotationFailure(step, cause, { ...both, consumer: "unknown", next });
    }
  }
  if (consumer === "old") return deleteNewKey(run, step, cause);
  const next = `The consumers hold the new key, and both keys were kept. ${choose}`;
  return rotationFailure(step, cause, { ...both, consumer, next });
}

/** The error for when the new key is in use and the old one still exists, or may exist. */
export function oldKeyRemains(
  { old, created }: RotationInProgress,
  outcome: "left" | "unknown",
  cause: unknown,
): RotationError {
  const next =
    outcome === "left"
      ? `The consumers hold the new key, and both keys work. Delete the old one: ${describeKey(old)}.`
      : `The consumers hold the new key, which works. It is not known whether the old one is gone. Look for it and delete it: ${describeKey(old)}.`;
  return rotationFailure("delete-old", cause, {
    oldKey: keyState(old, outcome === "left" || "unknown"),
    newKey: keyState(created.key, true),
    consumer: "new",
    secret: created.secret,
    next,
  });
}
