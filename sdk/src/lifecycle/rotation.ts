// The result of a rotation that succeeded. It holds no secret, which only `switchOver` gets.
import type { StoredKey } from "./key-store.js";
import type { KeyState } from "./rotation-error.js";
import { keyState } from "./rotation-failure.js";

/** A rotation that succeeded. The consumers hold the new key, and the old one is gone. */
export class Rotation {
  /** The key that is gone. */
  readonly oldKey: KeyState;
  /** The key in use now, without its secret. */
  readonly newKey: Omit<StoredKey, "raw" | "lastUsedAt">;
  /** Whether the old secret died first. */
  readonly inPlace: boolean;
  /** What was unusual or is not certain, one sentence each. */
  readonly notes: readonly string[];

  constructor(oldKey: StoredKey, newKey: StoredKey, inPlace: boolean, notes: readonly string[]) {
    const { id, name, note, createdAt, expiresAt, active, prefix } = newKey;
    this.oldKey = keyState(oldKey, false);
    this.newKey = { id, name, note, createdAt, expiresAt, active, prefix };
    this.inPlace = inPlace;
    this.notes = notes;
  }

  /** One sentence, and the notes. */
  toString(): string {
    const what = `The key ${this.oldKey.id} was replaced by ${this.newKey.id}${this.inPlace ? ", in place" : ""}.`;
    return [what, ...this.notes].join(" ");
  }
}
