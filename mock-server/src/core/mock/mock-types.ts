// What a mock is to its user, and what the core asks of its surroundings.

import type { Banner } from "../contract/mock-api.js";
import type { ApiTypes } from "../contract/services.js";
import type { Faults } from "../faults/faults.js";
import type { CoverageReport } from "../journal/coverage.js";
import type { Expectation } from "../journal/expectation.js";
import type { Call, CallFilter } from "../journal/journal.js";
import type { Har } from "../journal/journal-export.js";
import type { MockClock } from "../time/clock.js";
import type { RateLimits } from "../time/rate-limiter.js";
import type { ListenOptions } from "./mock-options.js";
import type { Snapshot } from "./snapshot.js";

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** What `/__mock` asks for as `Authorization: Bearer`, or undefined if it asks for nothing. */
  readonly controlToken: string | undefined;
  close(): Promise<void>;
}

export type OperationId<T extends ApiTypes> = Extract<keyof T["routes"], string>;

export interface CoreMock<T extends ApiTypes> {
  /** Such as `terminus-hub`. */
  readonly api: string;
  /** A key that works, in clear. */
  readonly apiKey: string;
  /** An address for clients that use `mock.fetch`. Nothing listens there. */
  readonly baseUrl: string;
  /** Addresses of the real API, from its contract. */
  readonly servers: readonly string[];
  readonly clock: MockClock;
  readonly faults: Faults<OperationId<T>>;
  readonly rateLimits: RateLimits;
  /** The mock as `fetch`: no socket. */
  readonly fetch: typeof globalThis.fetch;
  /** Serves this same mock on a port. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** The calls so far, oldest first. Throws for a filter or an operation that does not exist. */
  calls(filter?: CallFilter<OperationId<T>>): Call<OperationId<T>>[];
  /** Throws, and shows near misses, unless the operation was called as expected. */
  expectCalled(operationId: OperationId<T>, expected?: Expectation): void;
  /** The journal as HTTP Archive 1.2. */
  har(): Har;
  /** The journal, one JSON object per line. */
  jsonLines(): string;
  /** Which operations and statuses were met since the mock was made; a reset keeps it. */
  coverage(): CoverageReport;
  /** Back to the start, or to a preset: store, limiter, clock, faults, journal and seed. */
  reset(preset?: T["preset"]): void;
  /** The data, the rate-limit windows and the clock, as plain JSON without secrets. */
  snapshot(): Snapshot<T["stateInput"]>;
  /** Brings back the data, the rate-limit windows and, if it was frozen, the clock. Faults, journal and coverage stay. */
  restore(snapshot: Snapshot<T["stateInput"]>): void;
  /** Labelled values and commands for a person. `start` prints them. */
  banner(baseUrl: string): Banner;
  /** Environment variables for a client of this API. `exec` sets them. */
  environment(baseUrl: string): Readonly<Record<string, string>>;
  /** Ends every request that waits, and every listener. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export type Mock<T extends ApiTypes> = CoreMock<T> & T["actions"];

/** What the core is given from outside, since it knows no transport that needs more than the web platform. */
export interface Host {
  readonly listen: (mock: CoreMock<ApiTypes>, options: ListenOptions) => Promise<Listening>;
  readonly version: string;
}
