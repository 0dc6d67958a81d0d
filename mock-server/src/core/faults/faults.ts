// Faults as a test arms them: what each does, and when it fires.
import type { Duration } from "../time/duration.js";

/** One fault. Without `times`, `probability` or `for` it stays until removed. */
export interface FaultSpec<OperationId extends string = string> {
  /** Absent: any operation, or with `status` any that declares it. */
  readonly operationId?: OperationId;
  /** Fires so many times, then is gone. */
  readonly times?: number;
  /** Fires in this share of the requests, 0 to 1, drawn from the seed. */
  readonly probability?: number;
  /** Is gone after so long by the mock's clock. */
  readonly for?: Duration;
  /** Answers with this status of the operation, in the API's own envelope. */
  readonly status?: number;
  /** Seconds in `Retry-After`, with 429 and 503. */
  readonly retryAfter?: number;
  /** Real time before the answer leaves: fixed, or drawn between two bounds. */
  readonly latency?: Duration | readonly [Duration, Duration];
  /** The connection is reset. */
  readonly reset?: true;
  /** No answer ever comes. */
  readonly hang?: true;
  /** The body breaks off: in the middle, or after so many bytes. */
  readonly truncate?: true | number;
  /** The body is no JSON. */
  readonly malformed?: true;
  /** The operation is carried out, and only then the answer is lost: by reset, or by `status` or `hang`. */
  readonly afterCommit?: true;
}

/** A fault that is armed. */
export interface ArmedFault extends FaultSpec {
  readonly id: string;
  /** How often it has fired. */
  readonly fired: number;
}

/** The faults of a mock. Each goes by itself, by count or by time, unless it has no end. */
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
