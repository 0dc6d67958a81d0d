// The faults that are armed: they fire by operation, count, probability and time, and go by themselves.
import type { Operation, RouteTable } from "../request/routing.js";
import type { RandomStream } from "../state/random.js";
import type { MockClock } from "../time/clock.js";
import { bounds, drawn, milliseconds } from "../time/duration.js";
import { checkFault, effectsOf } from "./check-fault.js";
import type { ArmedFault, FaultSpec, Faults } from "./faults.js";

interface Armed {
  readonly id: string;
  readonly spec: FaultSpec;
  readonly expires: number;
  readonly latency: readonly [number, number];
  left: number;
  fired: number;
}

/** What fires for one request; `delay` in milliseconds. */
interface Fired {
  readonly delay: number;
  readonly armed?: Pick<Armed, "id" | "spec">;
}

const NOTHING_FIRED: Fired = { delay: 0 };

export class ArmedFaults implements Faults {
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

  add(spec: FaultSpec): string {
    checkFault(spec, this.#table);
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

  remove(id: string): boolean {
    const before = this.#armed.length;
    this.#armed = this.#armed.filter((fault) => fault.id !== id);
    return this.#armed.length < before;
  }

  clear(): void {
    this.#armed = [];
  }

  list(): ArmedFault[] {
    this.#expire();
    return this.#armed.map(({ id, spec, fired, left }) => ({
      ...spec,
      ...(Number.isFinite(left) && { times: left }),
      id,
      fired,
    }));
  }

  /** Fires what is due for a request of this operation: any number of delays, and at most one other fault. */
  fire(operation: Operation): Fired {
    if (this.#armed.length === 0) return NOTHING_FIRED;
    this.#expire();
    let delay = 0;
    for (const armed of this.#armed) {
      const { id, spec } = armed;
      if (spec.operationId !== undefined && spec.operationId !== operation.operationId) continue;
      if (spec.status !== undefined && !operation.answers.has(spec.status)) continue;
      if (spec.probability !== undefined && this.#random().fraction() >= spec.probability) continue;
      delay += drawn(armed.latency, this.#random());
      armed.fired += 1;
      armed.left -= 1;
      if (armed.left <= 0) this.remove(id);
      if (spec.afterCommit === true || effectsOf(spec).length > 0) return { delay, armed };
    }
    return { delay };
  }

  #expire(): void {
    const now = this.#clock.now();
    this.#armed = this.#armed.filter(({ expires }) => expires > now);
  }
}
