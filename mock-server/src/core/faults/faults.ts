// Faults as a test arms them: what each does, and when it fires.
import type { Duration } from "../time/duration.js";

/** One fault. Without `times`, `probability` and `for` it stays until you remove it. */
export interface FaultSpec<OperationId extends string = string> {
  /** The operation to fail. If omitted: every operation, or with `status` every operation that declares that status. */
  readonly operationId?: OperationId;
  /** How often it fires before it is gone. */
  readonly times?: number;
  /** The share of the requests in which it fires, 0 to 1. The seed decides which. */
  readonly probability?: number;
  /** How long it stays, by the mock's clock. */
  readonly for?: Duration;
  /** Answers with this status of the operation, in the API's own envelope. */
  readonly status?: number;
  /** Seconds in `Retry-After`, with 429 and 503. */
  readonly retryAfter?: number;
  /** Delays the answer in real time, by a fixed length or one drawn between two. */
  readonly latency?: Duration | readonly [Duration, Duration];
  /** The connection is reset. */
  readonly reset?: true;
  /** No answer ever comes. */
  readonly hang?: true;
  /** The body breaks off in the middle, or after this number of bytes. */
  readonly truncate?: true | number;
  /** The body is not JSON. */
  readonly malformed?: true;
  /** The operation is carried out, and then its answer is lost: by a reset, or by `status` or `hang`. */
  readonly afterCommit?: true;
}

/** A fault that is armed. */
export interface ArmedFault extends FaultSpec {
  readonly id: string;
  /** How often it has fired. */
  readonly fired: number;
}

/** The faults of a mock. One with `times` or `for` goes by itself. */
export interface Faults<OperationId extends string = string> {
  /**
   * Arms a fault and returns its id.
   *
   * @example mock.faults.add({ operationId: "createApiKey", times: 1, status: 503 })
   * @example mock.faults.add({ operationId: "createApiKey", times: 1, afterCommit: true })
   * @throws RangeError or TypeError for a fault that could never fire.
   */
  add(fault: FaultSpec<OperationId>): string;
  /** Disarms one; false if it was gone already. */
  remove(id: string): boolean;
  /** Disarms all. */
  clear(): void;
  /** Those that are still armed. */
  list(): ArmedFault[];
}
