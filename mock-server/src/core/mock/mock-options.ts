// The options of a mock and of `listen()`, and the refusal of those that mean nothing.

import type { MockApi, Preset } from "../contract/mock-api.js";
import type { ApiTypes } from "../contract/services.js";
import type { Call } from "../journal/journal.js";
import { bodyProblem } from "../response/response-check.js";
import type { Instant } from "../time/clock.js";
import type { Duration } from "../time/duration.js";
import type { RateLimit } from "../time/rate-limiter.js";
import { checkOptionNames, describeValue } from "./check-options.js";

export interface CoreOptions<T extends ApiTypes> {
  /** What the mock starts with, and what `reset()` goes back to. */
  readonly preset?: T["preset"];
  /** State of your own in place of a preset's: plain data, checked before it is used. */
  readonly state?: T["stateInput"];
  /** Fixes ids, secrets, demo data and the draws of faults. If omitted, they come from the platform's cryptographic source. */
  readonly seed?: number | string;
  /** Freezes the clock at this time. If omitted, it runs with real time. */
  readonly now?: Instant;
  /** Replaces the contract's limit, or switches it off with `false`. An API without a limit refuses it. */
  readonly rateLimit?: RateLimit | false;
  /** Delays each answer in real time, by a fixed length or one drawn between two. */
  readonly latency?: Duration | readonly [Duration, Duration];
  /** How many calls the journal keeps: 1,000. */
  readonly journalSize?: number;
  /** Called with each call once it is answered. */
  readonly log?: (call: Call) => void;
}

/** The options that every API's mock has, beside `api`. */
export const OPTION_NAMES: readonly string[] = [
  "preset",
  "state",
  "seed",
  "now",
  "rateLimit",
  "latency",
  "journalSize",
  "log",
];

export const LISTEN_OPTION_NAMES = ["port", "host", "cors", "controlToken", "requestTimeout"];

export interface ListenOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** `127.0.0.1`. Bound wider, any `Host` is answered and the control plane needs the token. */
  readonly host?: string;
  /** Lets web pages of any origin call the mock (never the control plane). */
  readonly cors?: boolean;
  /** The token of the control plane. If it needs one and this is omitted, one is drawn. */
  readonly controlToken?: string;
  /** A request that is not complete after this time gets a 408. The default is 10 s. */
  readonly requestTimeout?: Duration;
}

/** Refuses options that do not exist, contradict each other, or have no value of theirs. */
export function checkOptions<T extends ApiTypes>(api: MockApi<T>, options: CoreOptions<T> & T["options"]): void {
  const own = Object.entries<readonly unknown[]>(api.ownOptions);
  checkOptionNames(options, [...OPTION_NAMES, ...own.map(([name]) => name)], `createMock() for ${api.name}`);
  for (const [name, allowed] of own) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || allowed.includes(value)) continue;
    throw new RangeError(`${name} is ${describeValue(value)}. Allowed: ${allowed.map(describeValue).join(", ")}.`);
  }
  const { preset, state, seed, log } = options;
  if (preset !== undefined && state !== undefined) {
    throw new TypeError("Give preset or state, not both: each sets all that the mock starts with.");
  }
  if (seed !== undefined && typeof seed !== "string" && !Number.isFinite(seed)) {
    throw new TypeError(`The seed is ${describeValue(seed)}. It must be a number or text.`);
  }
  if (log !== undefined && typeof log !== "function") {
    throw new TypeError(`log is ${describeValue(log)}. It must be a function that takes a call.`);
  }
}

export function presetNamed<T extends ApiTypes>(
  api: MockApi<T>,
  name: T["preset"],
): Preset<T["state"], T["stateInput"]> {
  if (Object.hasOwn(api.presets, name)) return api.presets[name];
  throw new RangeError(`There is no preset "${name}". Known: ${Object.keys(api.presets).join(", ")}.`);
}

export function parseState<T extends ApiTypes>(api: MockApi<T>, state: T["stateInput"]): T["stateInput"] {
  const result = api.stateTable.schema.safeParse(state);
  if (result.success) return result.data;
  const problem = bodyProblem(result.error.issues).replace(/^body/, "state");
  throw new TypeError(`The state cannot be used: ${problem}. Correct it there.`);
}
