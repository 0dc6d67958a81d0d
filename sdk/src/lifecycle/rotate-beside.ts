// Rotation with two keys side by side, until the new one has proved itself.
import { PermissionDeniedError } from "../core/errors.js";
import type { CreatedKey, KeyStore, StoredKey } from "./key-store.js";
import { failedCreate } from "./lost-create.js";
import { refuseIfAborted } from "./preconditions.js";
import { prove } from "./prove.js";
import { messageOf } from "./redact-rotation.js";
import { removeKey } from "./remove-key.js";
import type { RotateBesideOptions } from "./rotate-options.js";
import { Rotation } from "./rotation.js";
import type { RotationStep } from "./rotation-error.js";
import { describeKey, keyState, rotationFailure } from "./rotation-failure.js";
import { deleteNewKey, oldKeyRemains, type RotationInProgress, switchBackAndFail } from "./undo-rotation.js";

export async function rotateBeside(
  keys: KeyStore,
  options: RotateBesideOptions,
  old: StoredKey,
  before: readonly StoredKey[],
  now: Date,
): Promise<Rotation> {
  const { signal, switchOver, verify } = options;
  let created: CreatedKey;
  try {
    created = await keys.create({ like: old, now });
  } catch (cause) {
    throw await failedCreate(keys, old, before, cause);
  }
  if (before.some(({ id }) => id === created.key.id)) {
    throw rotationFailure(
      "create",
      new Error(`The API gave the new key the id of another key, ${describeKey(created.key)}`),
      {
        oldKey: keyState(old, true),
        secret: created.secret,
        next: "The old key works as before, and nothing was deleted. Look which of the keys is new, and delete that one.",
      },
    );
  }

  const run: RotationInProgress = { keys, renewed: [keys.withSecret(created.secret), keys], options, old, created };
  const notes: string[] = [];
  let step: RotationStep = "create";
  try {
    const note = judgeExpiry(old, created.key, options.allowExpiryChange);
    if (note) notes.push(note);
    refuseIfAborted(signal);
    step = "verify-new";
    await prove(verify, created.secret);
    refuseIfAborted(signal);
  } catch (cause) {
    throw await deleteNewKey(run, step, cause);
  }

  step = "switch-over";
  try {
    await switchOver(created.secret);
  } catch (cause) {
    throw await switchBackAndFail(run, step, cause, "old");
  }
  try {
    refuseIfAborted(signal);
    step = "verify-switched";
    await prove(verify, created.secret);
    refuseIfAborted(signal);
  } catch (cause) {
    throw await switchBackAndFail(run, step, cause, "new");
  }

  const removal = await removeKey(run.renewed, old.id);
  if (removal.outcome !== "gone") throw oldKeyRemains(run, removal.outcome, removal.cause);
  if (removal.cause && !(removal.cause instanceof PermissionDeniedError)) {
    notes.push(
      `The first try to delete the old key failed (${messageOf(removal.cause, created.secret)}). The key is gone.`,
    );
  }
  return new Rotation(old, created.key, false, notes);
}

/** A server that ignores the expiry would make a key that outlives the old one. */
function judgeExpiry(old: StoredKey, fresh: StoredKey, allowed: boolean | undefined): string | undefined {
  if (old.expiresAt === undefined) return undefined;
  const said = (date: Date | null) => (date ? `expires at ${date.toISOString()}` : "never expires");
  if (fresh.expiresAt === undefined) {
    return old.expiresAt
      ? `The API does not say when the new key expires. The old one ${said(old.expiresAt)}.`
      : undefined;
  }
  const apart = Math.abs((old.expiresAt?.getTime() ?? 0) - (fresh.expiresAt?.getTime() ?? 0));
  // Some servers cut the milliseconds off.
  if (apart < 1_000) return undefined;
  const difference = `The new key ${said(fresh.expiresAt)}, the old one ${said(old.expiresAt)}`;
  if (allowed) return `${difference}.`;
  throw new Error(`${difference}. Pass allowExpiryChange: true to accept that`);
}
