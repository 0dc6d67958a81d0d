// Rotation by the one call that kills the old secret and returns a new one.
import { NotFoundError } from "../core/errors.js";
import type { CreatedKey, KeyStore, StoredKey } from "./key-store.js";
import { isRefusal, newKeysLike, toCandidate } from "./lost-create.js";
import { prove } from "./prove.js";
import { isListed } from "./remove-key.js";
import type { RotateInPlaceOptions } from "./rotate-options.js";
import { Rotation } from "./rotation.js";
import type { RotationError, RotationStep } from "./rotation-error.js";
import { describeKey, keyState, rotationFailure } from "./rotation-failure.js";

/** From the call on, `signal` is not heeded: stopping would leave the consumers with a dead secret. */
export async function rotateInPlace(
  keys: KeyStore,
  { id, switchOver, verify }: RotateInPlaceOptions,
  old: StoredKey,
  before: readonly StoredKey[],
): Promise<Rotation> {
  let created: CreatedKey;
  try {
    created = (await keys.rotateInPlace?.(id)) as CreatedKey;
  } catch (cause) {
    throw await failedInPlace(keys, old, before, cause);
  }
  let step: RotationStep = "switch-over";
  try {
    await switchOver(created.secret);
    step = "verify-switched";
    await prove(verify, created.secret);
  } catch (cause) {
    throw notSwitched(step, cause, old, created);
  }
  return new Rotation(old, created.key, true, []);
}

async function failedInPlace(
  keys: KeyStore,
  old: StoredKey,
  before: readonly StoredKey[],
  cause: unknown,
): Promise<RotationError> {
  const step = "rotate-in-place";
  if (isRefusal(cause)) {
    const oldKey = keyState(old, !(cause instanceof NotFoundError));
    return rotationFailure(step, cause, { oldKey, next: "Nothing was changed." });
  }
  let after: readonly StoredKey[];
  try {
    after = await keys.list();
  } catch {
    const next = `It is not known whether the old secret is dead, since the list could not be read. If it is, the new key has the name of the old one. Rotate that key in place again, with another credential.`;
    return rotationFailure(step, cause, { oldKey: keyState(old, "unknown"), next });
  }
  if (isListed(after, old.id)) {
    const next = "The list still shows the old key, so nothing seems to have been changed.";
    return rotationFailure(step, cause, { oldKey: keyState(old, true), next });
  }
  const candidates = newKeysLike(old, before, after).map(toCandidate);
  const ids = candidates.map((candidate) => candidate.id).join(", ") || "none that the list shows";
  const next = `The old key is gone and the secret of the new key is lost, so the consumers hold a dead secret. Rotate the new key in place again: ${ids}.`;
  return rotationFailure(step, cause, { oldKey: keyState(old, false), candidates, next });
}

function notSwitched(step: RotationStep, cause: unknown, old: StoredKey, { key, secret }: CreatedKey): RotationError {
  const next =
    step === "switch-over"
      ? `The old secret is dead, and only switchOver was given the new one. Repair switchOver, and rotate ${describeKey(key)} in place again.`
      : `The old secret is dead. The consumers hold the secret of ${describeKey(key)}, which verify could not prove to work.`;
  return rotationFailure(step, cause, {
    oldKey: keyState(old, false),
    newKey: keyState(key, true, "unknown"),
    consumer: step === "switch-over" ? "old" : "new",
    secret,
    next,
  });
}
