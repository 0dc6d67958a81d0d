// One mock: it owns its store, clock, randomness, limiter, faults and journal, and shares nothing that changes.

import type {
  ApiTypes,
  Banner,
  ControlOperation,
  Credentials,
  MockApi,
  Preset,
  Problem,
  Services,
} from "../contract/mock-api.js";
import { Faults } from "../faults/faults.js";
import { Coverage, type CoverageReport } from "../journal/coverage.js";
import { type Expectation, unmet } from "../journal/expectation.js";
import { type Call, type CallFilter, checkCallFilter, type Entry, Journal } from "../journal/journal.js";
import { type Har, har, jsonLines } from "../journal/journal-export.js";
import { Redaction } from "../journal/redaction.js";
import { Engine } from "../request/engine.js";
import type { IncomingRequest } from "../request/incoming-request.js";
import { type RouteTable, routeTable } from "../request/routing.js";
import type { Outcome } from "../response/outcome.js";
import { bodyProblem } from "../response/response-check.js";
import { RandomStreams } from "../state/random.js";
import { type ClockState, type Instant, MockClock } from "../time/clock.js";
import { bounds, type Duration } from "../time/duration.js";
import { PendingRequests } from "../time/pending-requests.js";
import { type RateLimit, RateLimiter, type RateWindow, type RateWindowData } from "../time/rate-limiter.js";
import { createFetch } from "../transport/fetch.js";
import { checkOptionNames, describeValue } from "./check-options.js";

export interface CoreOptions<T extends ApiTypes> {
  /** What the mock starts with, and what `reset()` goes back to. */
  readonly preset?: T["preset"];
  /** State of your own in place of a preset's: plain data, checked before it is used. */
  readonly state?: T["stateInput"];
  /** Fixes ids, secrets, demo data and fault draws. Absent: drawn from the platform's cryptographic source. */
  readonly seed?: number | string;
  /** Freezes the clock here. Absent: real time. */
  readonly now?: Instant;
  /** In place of the contract's limit; `false` for none. Refused for an API that has none. */
  readonly rateLimit?: RateLimit | false;
  /** Real time before each answer: fixed, or drawn between two bounds. */
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
const LISTEN_OPTION_NAMES = ["port", "host", "cors", "controlToken", "requestTimeout"];

export interface ListenOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** `127.0.0.1`. Bound wider, any `Host` is answered and the control plane needs the token. */
  readonly host?: string;
  /** Lets web pages of any origin call the mock (never the control plane). */
  readonly cors?: boolean;
  /** The control plane's token where one is needed; drawn if absent. */
  readonly controlToken?: string;
  /** A request that is not complete after so long is refused with 408: 10 s. */
  readonly requestTimeout?: Duration;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** What `/__mock` asks for as `Authorization: Bearer`; undefined where it asks for nothing. */
  readonly controlToken: string | undefined;
  close(): Promise<void>;
}

/** Everything that `restore()` needs; plain JSON, without secrets. */
export interface Snapshot<StateInput = unknown> {
  readonly api: string;
  readonly clock: ClockState;
  readonly rateWindows: RateWindowData;
  readonly state: StateInput;
}

export interface RateLimits {
  /** The present limit, or false. */
  get(): { readonly limit: number; readonly window: number } | false;
  /** Another limit for every credential, or `false` for none. */
  set(limit: RateLimit | false): void;
  /** The windows that are open now. */
  windows(): RateWindow[];
}

export type OperationId<T extends ApiTypes> = Extract<keyof T["routes"], string>;

/** What a transport of the outside (a socket, msw) needs of a mock. */
export interface MockInternals {
  readonly handle: (request: IncomingRequest) => Outcome | Promise<Outcome>;
  readonly refuse: (request: IncomingRequest, problem: Problem, why: string) => Outcome;
  readonly beginRequest: () => () => void;
  readonly pending: PendingRequests;
  readonly presets: readonly { readonly name: string; readonly summary: string }[];
  readonly controls: readonly BoundControl[];
  readonly version: string;
}

/** A control operation with the mock's own actions in it. */
export type BoundControl = Omit<ControlOperation<never>, "run"> & {
  readonly run: (input: { readonly params: unknown; readonly body: unknown }) => unknown;
};

export interface CoreMock<T extends ApiTypes> {
  /** Such as `terminus-hub`. */
  readonly api: string;
  /** A key that works, in clear. */
  readonly apiKey: string;
  /** An address for clients that use `mock.fetch`; nothing listens there. */
  readonly baseUrl: string;
  /** Addresses of the real API, from its contract. */
  readonly servers: readonly string[];
  readonly clock: MockClock;
  readonly faults: Faults<OperationId<T>>;
  readonly rateLimits: RateLimits;
  /** The mock as `fetch`: no socket. */
  readonly fetch: typeof globalThis.fetch;
  /** For transports. */
  readonly internals: MockInternals;
  /** Serves this same mock on a port. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** The calls so far, oldest first. A filter or an operation that does not exist is refused. */
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
  snapshot(): Snapshot<T["stateInput"]>;
  restore(snapshot: Snapshot<T["stateInput"]>): void;
  /** Labelled values and commands for a person; `start` prints them. */
  banner(baseUrl: string): Banner;
  /** Environment variables for a client of this API; `exec` sets them. */
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

const BASE_URL = "http://127.0.0.1";

class OwnedMock<T extends ApiTypes> implements CoreMock<T> {
  readonly clock: MockClock;
  readonly faults: Faults<OperationId<T>>;
  readonly rateLimits: RateLimits;
  readonly fetch: typeof globalThis.fetch;
  readonly internals: MockInternals;
  readonly services: Services;
  readonly actions: T["actions"];
  readonly #api: MockApi<T>;
  readonly #options: CoreOptions<T> & T["options"];
  readonly #host: Host;
  readonly #table: RouteTable;
  readonly #redaction: Redaction;
  readonly #journal: Journal;
  readonly #coverage: Coverage;
  readonly #limiter: RateLimiter;
  readonly #pending = new PendingRequests();
  readonly #memoized = new Map<string, unknown>();
  readonly #listeners = new Set<Listening>();
  readonly #preset: T["preset"] | undefined;
  #random: RandomStreams;
  #state: T["state"];
  #credentials: Credentials | undefined;

  constructor(api: MockApi<T>, options: CoreOptions<T> & T["options"], host: Host) {
    checkOptions(api, options);
    this.#api = api;
    this.#options = options;
    this.#host = host;
    this.#table = routeTable(api);
    this.#random = new RandomStreams(options.seed);
    this.clock = new MockClock(options.now);
    this.#limiter = new RateLimiter(this.clock, settable(api, options.rateLimit ?? api.rateLimit));
    this.#redaction = new Redaction(api);
    this.#journal = new Journal(this.clock, this.#redaction, options.journalSize);
    this.#coverage = new Coverage(this.#table);
    this.faults = new Faults(this.#table, this.clock, () => this.#random.faults);
    const limiter = this.#limiter;
    this.rateLimits = {
      get: () => limiter.get(),
      set: (limit) => limiter.set(settable(api, limit)),
      windows: () => limiter.windows(),
    };
    const random = () => this.#random;
    this.services = {
      clock: this.clock,
      limiter,
      faults: this.faults as Faults,
      get random() {
        return random();
      },
      memoized: (name, make) => this.#keep(name, make),
    };
    this.actions = api.actions(() => this.#state, this.services);
    const latency = readLatency(options.latency);
    const { log } = options;
    const engine = new Engine<T>({
      api,
      services: this.services,
      journal: this.#journal,
      coverage: this.#coverage,
      state: () => this.#state,
      latency: latency === undefined ? () => 0 : () => latency(this.#random),
      onEntry: log === undefined ? () => undefined : (entry: Entry) => log(this.#journal.summary(entry)),
    });
    this.internals = {
      handle: (request) => engine.handle(request),
      refuse: (request, problem, why) => engine.refuse(request, problem, why),
      beginRequest: () => this.clock.begin(),
      pending: this.#pending,
      presets: Object.entries<Preset<T>>(api.presets).map(([name, { summary }]) => ({ name, summary })),
      controls: (api.controls ?? []).map((control) => ({
        ...control,
        run: (input) => control.run(this.actions, input as never),
      })),
      version: host.version,
    };
    this.fetch = createFetch(this.internals);
    if (options.state !== undefined) this.#options = { ...options, state: checkedState(api, options.state) };
    this.#preset = options.preset ?? (options.state === undefined ? api.defaultPreset : undefined);
    if (this.#preset !== undefined) presetNamed(api, this.#preset);
    this.#state = this.#setUp(this.#preset);
  }

  get api(): string {
    return this.#api.name;
  }

  get apiKey(): string {
    return this.#credentials?.apiKey ?? "";
  }

  get baseUrl(): string {
    return BASE_URL;
  }

  get servers(): readonly string[] {
    return this.#api.servers.map(({ url }) => url);
  }

  get state(): T["state"] {
    return this.#state;
  }

  async listen(options: ListenOptions = {}): Promise<Listening> {
    checkOptionNames(options, LISTEN_OPTION_NAMES, "listen()");
    if (this.#pending.closed) throw new Error("The mock is closed, for good. Make another with createMock().");
    const listening = await this.#host.listen(this as unknown as CoreMock<ApiTypes>, options);
    const unseen = this.clock.expectSockets();
    const close = async () => {
      this.#listeners.delete(tracked);
      unseen();
      await listening.close();
    };
    const tracked: Listening = { ...listening, close };
    this.#listeners.add(tracked);
    return tracked;
  }

  calls(filter?: CallFilter<OperationId<T>>): Call<OperationId<T>>[] {
    if (filter !== undefined) checkCallFilter(filter, [...this.#table.operations.keys()]);
    return this.#journal.calls(filter) as Call<OperationId<T>>[];
  }

  expectCalled(operationId: OperationId<T>, expected: Expectation = {}): void {
    const message = unmet(this.#journal, this.#table, operationId, expected);
    if (message !== undefined) throw new Error(this.#redaction.text(message));
  }

  har(): Har {
    const { version } = this.#host;
    return har(this.calls(), {
      baseUrl: BASE_URL,
      creator: { name: "@terminus-hub/mock-server", version },
      redact: (text) => this.#redaction.text(text),
    });
  }

  jsonLines(): string {
    return jsonLines(this.calls());
  }

  coverage(): CoverageReport {
    return this.#coverage.report();
  }

  reset(preset?: T["preset"]): void {
    if (preset !== undefined) presetNamed(this.#api, preset);
    this.#random = new RandomStreams(this.#options.seed);
    this.clock.reset(this.#options.now);
    this.#limiter.reset();
    this.faults.clear();
    this.#journal.clear();
    this.#state = this.#setUp(preset ?? this.#preset);
  }

  snapshot(): Snapshot<T["stateInput"]> {
    return {
      api: this.#api.name,
      clock: this.clock.state(),
      rateWindows: this.#limiter.export(),
      state: this.#redaction.data(this.#api.exportState(this.#state)),
    };
  }

  restore(snapshot: Snapshot<T["stateInput"]>): void {
    if (!isSnapshot(snapshot)) {
      throw new TypeError(
        `restore() takes what snapshot() returned, not ${describeValue(snapshot)} without all of its parts.`,
      );
    }
    if (snapshot.api !== this.#api.name) {
      throw new TypeError(
        `The snapshot is of "${snapshot.api}", this mock is of "${this.#api.name}". Restore one of its own.`,
      );
    }
    const input = checkedState(this.#api, snapshot.state);
    const state = this.#api.createState(input, this.services, this.#options);
    if (snapshot.clock.frozen) this.clock.freeze(snapshot.clock.now);
    this.#limiter.import(snapshot.rateWindows);
    this.#state = state;
  }

  banner(baseUrl: string): Banner {
    return this.#api.banner(this.#state, baseUrl, this.apiKey);
  }

  environment(baseUrl: string): Readonly<Record<string, string>> {
    return this.#api.environment(this.#state, baseUrl, this.apiKey);
  }

  async close(): Promise<void> {
    this.#pending.close();
    await Promise.all([...this.#listeners].map((listener) => listener.close()));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #setUp(name: T["preset"] | undefined): T["state"] {
    const api = this.#api;
    const preset: Preset<T> | undefined = name === undefined ? undefined : presetNamed(api, name);
    const input =
      preset === undefined || (this.#options.state !== undefined && name === this.#preset)
        ? (this.#options.state as T["stateInput"])
        : preset.state(this.services);
    const state = api.createState(input, this.services, this.#options);
    this.#credentials = api.credentials(state) ?? this.#credentials;
    const rule = this.#limiter.get();
    if (preset?.spent !== undefined && rule !== false && this.#credentials !== undefined) {
      this.#limiter.spend(this.#credentials.credential, preset.spent(rule.limit));
    }
    for (const fault of preset?.faults ?? []) (this.faults as Faults).add(fault);
    preset?.afterwards?.(state, this.services);
    return state;
  }

  /** With a seed everything is made anew and comes out the same; without, what was handed out stays what it was. */
  #keep<Value>(name: string, make: () => Value): Value {
    if (this.#options.seed !== undefined) return make();
    if (!this.#memoized.has(name)) this.#memoized.set(name, make());
    return this.#memoized.get(name) as Value;
  }
}

/** Makes a mock of an API. `createMock` finds the API by its name. */
export function buildMock<T extends ApiTypes>(
  api: MockApi<T>,
  options: CoreOptions<T> & T["options"],
  host: Host,
): Mock<T> {
  const mock = new OwnedMock(api, options, host);
  return Object.defineProperties(mock, Object.getOwnPropertyDescriptors(mock.actions)) as unknown as Mock<T>;
}

/** Refuses options that do not exist, contradict each other, or have no value of theirs. */
function checkOptions<T extends ApiTypes>(api: MockApi<T>, options: CoreOptions<T> & T["options"]): void {
  const own = Object.entries<readonly unknown[]>(api.ownOptions);
  checkOptionNames(options, [...OPTION_NAMES, ...own.map(([name]) => name)], `createMock() for ${api.name}`);
  for (const [name, allowed] of own) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || allowed.includes(value)) continue;
    throw new RangeError(`${name} is ${describeValue(value)}. Allowed are: ${allowed.map(describeValue).join(", ")}.`);
  }
  const { preset, state, seed, log } = options;
  if (preset !== undefined && state !== undefined) {
    throw new TypeError("preset and state exclude each other: each is all that the mock starts with. Choose one.");
  }
  if (seed !== undefined && typeof seed !== "string" && !Number.isFinite(seed)) {
    throw new TypeError(`The seed is ${describeValue(seed)}. Give a number or a text.`);
  }
  if (log !== undefined && typeof log !== "function") {
    throw new TypeError(`log is ${describeValue(log)}. Give a function that takes each call.`);
  }
}

function isSnapshot(given: unknown): boolean {
  const { clock, rateWindows } = (given ?? {}) as Partial<Snapshot>;
  return typeof clock?.now === "string" && Array.isArray(rateWindows);
}

/** Refuses a limit that would have no effect. */
function settable<T extends ApiTypes>(api: MockApi<T>, limit: RateLimit | false): RateLimit | false {
  if (limit === false || api.rateLimit !== false) return limit;
  throw new RangeError(`${api.title} has no rate limit, so a limit would have no effect. Leave it out.`);
}

function presetNamed<T extends ApiTypes>(api: MockApi<T>, name: T["preset"]): Preset<T> {
  if (Object.hasOwn(api.presets, name)) return api.presets[name];
  throw new RangeError(`There is no preset "${name}". Known are: ${Object.keys(api.presets).join(", ")}.`);
}

function checkedState<T extends ApiTypes>(api: MockApi<T>, state: T["stateInput"]): T["stateInput"] {
  const result = api.stateSchema.safeParse(state);
  if (result.success) return result.data;
  const problem = bodyProblem(result.error.issues).replace(/^body/, "state");
  throw new TypeError(`The state cannot be used: ${problem}. Correct it there.`);
}

function readLatency(latency: CoreOptions<ApiTypes>["latency"]): ((random: RandomStreams) => number) | undefined {
  if (latency === undefined) return undefined;
  const [least, most] = bounds(latency, "latency");
  return most > least ? (random) => least + random.faults.integer(Math.floor(most - least) + 1) : () => least;
}
