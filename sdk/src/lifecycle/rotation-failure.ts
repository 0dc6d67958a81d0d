// Makes a RotationError of what is known when a rotation fails, with state for programs and sentences for people.
import type { StoredKey } from "./key-store.js";
import { messageOf, redactSecretInCause } from "./redact-rotation.js";
import {
  type Certainty,
  type KeyState,
  RotationError,
  type RotationState,
  type RotationStep,
} from "./rotation-error.js";

/** What a person calls the key: its name, or its note where it has no name. */
export const nameOf = ({ name, note }: Pick<StoredKey, "name" | "note">): string | null => name ?? note;

/** How a key is called in a message. */
export function describeKey({
  id,
  name,
  note = null,
}: Pick<KeyState, "id" | "name"> & { note?: string | null }): string {
  const called = name ?? note;
  return called ? `${JSON.stringify(called)} (id ${id})` : id;
}

export function keyState(
  key: Pick<StoredKey, "id" | "name" | "note">,
  exists: Certainty,
  works: Certainty = exists,
): KeyState {
  return { id: key.id, name: nameOf(key), exists, works };
}

/** What is known when a rotation stops. What is left out is as it was before the rotation. */
export interface StateAtFailure extends Partial<Omit<RotationState, "step" | "next" | "oldKey">> {
  readonly oldKey: KeyState;
  /** What to do now. It stands behind the reason. */
  readonly next: string;
  /** The new secret, to be kept out of the error. */
  readonly secret?: string | undefined;
}

export function rotationFailure(step: RotationStep, cause: unknown, stop: StateAtFailure): RotationError {
  const { oldKey, newKey = null, consumer = "old", candidates = [], next, secret } = stop;
  return new RotationError(
    `The rotation of the key ${describeKey(oldKey)} stopped at "${step}": ${messageOf(cause, secret)}. ${next}`,
    { step, oldKey, newKey, consumer, candidates, next },
    { cause: redactSecretInCause(cause, secret) },
  );
}
