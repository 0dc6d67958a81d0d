// What a rotation that stopped leaves behind, said so that a person or a program can act on it.
import { SdkError } from "../core/errors.js";

const KIND = Symbol.for("@terminus-hub/sdk/error");

/**
 * Where a rotation can stop. `check`: before anything was made. `create`: making the new key. `verify-new`: the proof
 * that it works, before any consumer has it. `switch-over`: handing it to the consumers. `verify-switched`: the proof
 * afterwards. `delete-old`: the end of the old key. `rotate-in-place`: the one call that does it all.
 */
export type RotationStep =
  | "check"
  | "create"
  | "verify-new"
  | "switch-over"
  | "verify-switched"
  | "delete-old"
  | "rotate-in-place";

/** Known to be so, known not to be so, or not known. */
export type Certainty = boolean | "unknown";

/** One of the two keys, as the rotation left it. */
export interface KeyState {
  readonly id: string;
  /** Its name, or its note where it has no name. */
  readonly name: string | null;
  /** Whether it is still there. */
  readonly exists: Certainty;
  /** Whether it opens anything. */
  readonly works: Certainty;
}

/** A key that may be the one whose creation was not answered. */
export interface Candidate {
  readonly id: string;
  /** Its name, or its note where it has no name. */
  readonly name: string | null;
  readonly createdAt: Date | null;
}

/** The state of things after a rotation that stopped. It holds no secret. */
export interface RotationState {
  /** The step that failed. */
  readonly step: RotationStep;
  /** The key that was to be replaced. */
  readonly oldKey: KeyState;
  /** The new key; `null` where none was made, or where it is not known which it is (see `candidates`). */
  readonly newKey: KeyState | null;
  /** Which key the consumers hold, by the contract of `switchOver` and `switchBack`. */
  readonly consumer: "old" | "new" | "unknown";
  /** Keys that may be the lost new one; none of them was deleted. */
  readonly candidates: readonly Candidate[];
  /** What to do now, in sentences. */
  readonly next: string;
}

/**
 * A rotation stopped. `state` says which keys exist, which one the consumers hold and what to do next; `cause` is the
 * error that stopped it. No secret is in it: where the cause quoted the new one, `cause` is a copy without it.
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
