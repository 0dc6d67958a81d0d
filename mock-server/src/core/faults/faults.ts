// Failures on purpose: armed for an operation by count, probability or time, and gone by themselves.

import { describeValue } from "../mock/check-options.js";
import type { Operation, RouteTable } from "../request/routing.js";
import type { RandomStream } from "../state/random.js";
import type { MockClock } from "../time/clock.js";
import { bounds, type Duration, milliseconds } from "../time/duration.js";

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

interface Armed {
  readonly id: string;
  readonly spec: FaultSpec;
  readonly expires: number;
  readonly latency: readonly [number, number];
  left: number;
  fired: number;
}

const NAMES = [
  "operationId",
  "times",
  "probability",
  "for",
  "status",
  "retryAfter",
  "latency",
  "reset",
  "hang",
  "truncate",
  "malformed",
  "afterCommit",
];

export class Faults<OperationId extends string = string> {
  readonly #table: RouteTable;
  readonly #clock: MockClock;
  readonly #random: () => RandomStream;
  #armed: Armed[] = [];
  #count = 0;

  constructor(table: RouteTable, clock: MockClock, random: () => RandomStream) {
    this.#table = table;
    this.#clock = clock;
    this.#random = random;
  }

  /**
   * Arms a fault and returns its id.
   *
   * @example mock.faults.add({ operationId: "createApiKey", times: 1, status: 503 })
   * @example mock.faults.add({ operationId: "createApiKey", times: 1, afterCommit: true })
   */
  add(spec: FaultSpec<OperationId>): string {
    check(spec, this.#table);
    const latency = bounds(spec.latency ?? 0, "latency");
    const lasts = spec.for === undefined ? Number.POSITIVE_INFINITY : milliseconds(spec.for, "for");
    if (lasts <= 0) throw new RangeError(`for is ${spec.for}, so this fault would never fire. Give a longer time.`);
    this.#count += 1;
    const armed: Armed = {
      id: `fault-${this.#count}`,
      spec: { ...spec },
      expires: this.#clock.now() + lasts,
      latency,
      left: spec.times ?? Number.POSITIVE_INFINITY,
      fired: 0,
    };
    this.#armed.push(armed);
    return armed.id;
  }

  /** Disarms one; false if it was gone already. */
  remove(id: string): boolean {
    const before = this.#armed.length;
    this.#armed = this.#armed.filter((fault) => fault.id !== id);
    return this.#armed.length < before;
  }

  clear(): void {
    this.#armed = [];
  }

  /** Those that are still armed. */
  list(): ArmedFault[] {
    this.#expire();
    return this.#armed.map(({ id, spec, fired, left }) => ({
      ...spec,
      ...(Number.isFinite(left) && { times: left }),
      id,
      fired,
    }));
  }

  /** The faults that fire for this request: any number of delays, and at most one other. */
  draw(operation: Operation): { readonly delay: number; readonly fault: FaultSpec | undefined; readonly id: string } {
    if (this.#armed.length === 0) return NO_FAULT;
    this.#expire();
    let delay = 0;
    for (const armed of [...this.#armed]) {
      const { spec } = armed;
      if (spec.operationId !== undefined && spec.operationId !== operation.operationId) continue;
      if (spec.status !== undefined && !operation.answers.has(spec.status)) continue;
      if (spec.probability !== undefined && this.#random().fraction() >= spec.probability) continue;
      const [least, most] = armed.latency;
      delay += least + (most > least ? this.#random().integer(Math.floor(most - least) + 1) : 0);
      armed.fired += 1;
      armed.left -= 1;
      if (armed.left <= 0) this.remove(armed.id);
      if (hasEffect(spec)) return { delay, fault: spec, id: armed.id };
    }
    return { delay, fault: undefined, id: "" };
  }

  #expire(): void {
    const now = this.#clock.now();
    if (this.#armed.some(({ expires }) => expires <= now)) {
      this.#armed = this.#armed.filter(({ expires }) => expires > now);
    }
  }
}

const NO_FAULT = { delay: 0, fault: undefined, id: "" } as const;

const hasEffect = (spec: FaultSpec): boolean =>
  spec.status !== undefined ||
  spec.reset === true ||
  spec.hang === true ||
  spec.truncate !== undefined ||
  spec.malformed === true ||
  spec.afterCommit === true;

/** Refuses a fault that could never fire, or that the operation cannot show. */
function check(spec: FaultSpec, table: RouteTable): void {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) {
    throw new TypeError(`A fault is an object such as { status: 503, times: 1 }, not ${describeValue(spec)}.`);
  }
  for (const name of Object.keys(spec)) {
    if (!NAMES.includes(name)) {
      throw new TypeError(`A fault has no "${name}". Known are: ${NAMES.join(", ")}.`);
    }
  }
  const { operationId, times, probability, status } = spec;
  const operation = operationId === undefined ? undefined : table.operations.get(operationId);
  if (operationId !== undefined && operation === undefined) {
    throw new RangeError(
      `There is no operation "${operationId}", so this fault would never fire. Known are: ${[...table.operations.keys()].join(", ")}.`,
    );
  }
  if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
    throw new RangeError(`times is ${times}, so this fault would never fire. Give a whole number from 1 up.`);
  }
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability is ${probability}. Give a share between 0 and 1.`);
  }
  if (
    spec.truncate !== undefined &&
    spec.truncate !== true &&
    !(Number.isInteger(spec.truncate) && spec.truncate >= 0)
  ) {
    throw new RangeError(`truncate is ${spec.truncate}. Give true, or a whole number of bytes from 0 up.`);
  }
  if (status !== undefined) {
    if (operation !== undefined) checkStatus(status, operation);
    else if (![...table.operations.values()].some(({ answers }) => status >= 400 && answers.has(status))) {
      throw new RangeError(`No operation declares an error ${status}, so this fault would never fire.`);
    }
  }
  const effects = [status !== undefined, spec.reset, spec.hang, spec.truncate !== undefined, spec.malformed].filter(
    Boolean,
  );
  if (effects.length > 1) {
    throw new TypeError("A fault does one thing: give only one of status, reset, hang, truncate and malformed.");
  }
  if (spec.afterCommit === true && (spec.truncate !== undefined || spec.malformed === true)) {
    throw new TypeError(
      "afterCommit goes with status, reset or hang. A truncated or malformed answer always comes after the commit.",
    );
  }
  if (effects.length === 0 && spec.afterCommit !== true && spec.latency === undefined) {
    throw new TypeError(
      "This fault does nothing. Give it one of status, latency, reset, hang, truncate, malformed and afterCommit.",
    );
  }
}

function checkStatus(status: number, { operationId, answers }: Operation): void {
  if (status >= 400 && answers.has(status)) return;
  const declared = [...answers.keys()].filter((each) => each >= 400).join(", ");
  throw new RangeError(
    `${operationId} declares no error ${status}, so a client need not expect it. Declared are: ${declared || "none"}.`,
  );
}
