// What a failed rotation leaves behind, so that a person or a program can act on it.
import { SdkError } from "../core/errors.js";

const KIND = Symbol.for("@terminus-hub/sdk/error");

/**
 * Where a rotation can stop. `check` comes before anything is made, `create` makes the new key, `verify-new` proves that
 * it works before any consumer has it, `switch-over` gives it to the consumers, `verify-switched` proves it again, and
 * `delete-old` deletes the old key. `rotate-in-place` is the one call that replaces the secret.
 */
export type RotationStep =
  | "check"
  | "create"
  | "verify-new"
  | "switch-over"
  | "verify-switched"
  | "delete-old"
  | "rotate-in-place";

/** Yes, no, or not known. */
export type Certainty = boolean | "unknown";

/** One of the two keys, as the rotation left it. */
export interface KeyState {
  readonly id: string;
  /** Its name, or its note where it has no name. */
  readonly name: string | null;
  /** Whether it still exists. */
  readonly exists: Certainty;
  /** Whether it still works. */
  readonly works: Certainty;
}

/** A key that may be the one whose creation was not answered. */
export interface Candidate {
  readonly id: string;
  /** Its name, or its note where it has no name. */
  readonly name: string | null;
  readonly createdAt: Date | null;
}

/** The state after a rotation that stopped. It holds no secret. */
export interface RotationState {
  /** The step that failed. */
  readonly step: RotationStep;
  /** The key that was to be replaced. */
  readonly oldKey: KeyState;
  /** The new key, or `null` if none was made or if it is not known which one it is (see `candidates`). */
  readonly newKey: KeyState | null;
  /** Which key the consumers hold, if `switchOver` and `switchBack` do what they must. */
  readonly consumer: "old" | "new" | "unknown";
  /** Keys that may be the lost new one. None of them was deleted. */
  readonly candidates: readonly Candidate[];
  /** What to do now, in sentences. */
  readonly next: string;
}

/**
 * A rotation stopped. `state` says which keys exist, which one the consumers hold and what to do next. `cause` is the
 * error that stopped it. The error holds no secret. If the cause quoted the new one, `cause` is a copy without it.
 */
export class RotationError extends SdkError {
  static readonly [KIND] = "RotationError";
  declare readonly status: undefined;
  readonly state: RotationState;

  constructor(message: string, state: RotationState, options?: ErrorOptions) {
    super(message, options);
    this.state = state;
  }
}
