// What the state of a mock and its helpers are made of, and the types of one API in one bundle.
import type { ArmedFaults } from "../faults/armed-faults.js";
import type { Routes } from "../request/routing.js";
import type { RandomStreams } from "../state/random.js";
import type { MockClock } from "../time/clock.js";
import type { RateLimiter } from "../time/rate-limiter.js";

/** What state and its helpers are made of. */
export interface Services {
  readonly clock: MockClock;
  readonly random: RandomStreams;
  readonly limiter: RateLimiter;
  readonly faults: ArmedFaults;
  /** A value that a reset does not change where there is no seed, such as the key that was handed out. */
  readonly memoized: <Value>(name: string, make: () => Value) => Value;
}

/** The types of one API, in one bundle, so that the core needs one type parameter. */
export interface ApiTypes {
  readonly routes: Routes;
  /** The living state of one mock. */
  readonly state: unknown;
  /** Who a request comes from, as the API's authentication finds out. */
  readonly identity: unknown;
  /** State as plain data: fixtures, presets, snapshots. */
  readonly stateInput: unknown;
  /** What is added to the mock: `mock.sessions` and the like. */
  readonly actions: object;
  readonly preset: string;
  /** Options of `createMock` that only this API has. */
  readonly options: object;
}
