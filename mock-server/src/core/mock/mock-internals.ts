// The side of a mock that its transports and its control plane use. No type of a user shows it, and no editor completes it.
import type { BoundAction } from "../actions/action.js";
import type { Problem } from "../contract/problem.js";
import type { IncomingRequest } from "../request/incoming-request.js";
import type { Outcome } from "../response/outcome.js";
import type { RequestReceiver } from "../transport/deliver.js";

export interface MockInternals extends RequestReceiver {
  /** The API's own answer to a request that it never gets to see. */
  readonly refuse: (request: IncomingRequest, problem: Problem, why: string) => Outcome;
  readonly presets: readonly { readonly name: string; readonly summary: string }[];
  /** What this API alone offers, in the order of its declarations. */
  readonly actions: readonly BoundAction[];
  readonly version: string;
}

/** Global, because each entry of the package, as an ES module or as CommonJS, may carry a copy of this file. */
const INTERNALS = Symbol.for("@terminus-hub/mock-server internals");

export function attachInternals(mock: object, internals: MockInternals): void {
  Object.defineProperty(mock, INTERNALS, { value: internals });
}

/** Refuses what `createMock` did not make. */
export function internalsOf(mock: object): MockInternals {
  const internals = (mock as { readonly [INTERNALS]?: MockInternals } | null | undefined)?.[INTERNALS];
  if (internals !== undefined) return internals;
  const advice =
    mock instanceof Promise ? "It is a promise: await createMock() first." : "Pass what createMock() gives.";
  throw new TypeError(`This is not a mock that createMock() made. ${advice}`);
}
