// One mock: it owns its store, clock, randomness, limiter, faults and journal, and shares nothing that changes.

import { actionsOf } from "../actions/action.js";
import type { Banner, Credentials, MockApi, Preset } from "../contract/mock-api.js";
import type { ApiTypes, Services } from "../contract/services.js";
import { ArmedFaults } from "../faults/armed-faults.js";
import type { Faults } from "../faults/faults.js";
import { Coverage, type CoverageReport } from "../journal/coverage.js";
import { type Expectation, unmet } from "../journal/expectation.js";
import { type Call, type CallFilter, checkCallFilter, type Entry, Journal } from "../journal/journal.js";
import { type Har, har, jsonLines } from "../journal/journal-export.js";
import { Redaction } from "../journal/redaction.js";
import { Engine } from "../request/engine.js";
import { type RouteTable, routeTable } from "../request/routing.js";
import { RandomStreams } from "../state/random.js";
import { MockClock } from "../time/clock.js";
import { bounds, drawn } from "../time/duration.js";
import { PendingRequests } from "../time/pending-requests.js";
import { RateLimiter, type RateLimits } from "../time/rate-limiter.js";
import { RequestActivity } from "../time/request-activity.js";
import { createFetch } from "../transport/fetch.js";
import { checkOptionNames } from "./check-options.js";
import { attachInternals, type MockInternals } from "./mock-internals.js";
import {
  type CoreOptions,
  checkOptions,
  LISTEN_OPTION_NAMES,
  type ListenOptions,
  parseState,
  presetNamed,
} from "./mock-options.js";
import type { CoreMock, Host, Listening, OperationId } from "./mock-types.js";
import { checkSnapshot, type Snapshot } from "./snapshot.js";

export class OwnedMock<T extends ApiTypes> implements CoreMock<T> {
  readonly clock: MockClock;
  readonly faults: Faults<OperationId<T>>;
  readonly rateLimits: RateLimits;
  readonly fetch: typeof globalThis.fetch;
  readonly #api: MockApi<T>;
  readonly #options: CoreOptions<T> & T["options"];
  readonly #host: Host;
  readonly #table: RouteTable;
  readonly #redaction: Redaction;
  readonly #journal: Journal;
  readonly #coverage: Coverage;
  readonly #limiter: RateLimiter;
  readonly #pending = new PendingRequests();
  readonly #activity = new RequestActivity();
  readonly #services: Services;
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
    this.clock = new MockClock(options.now, Date.now, this.#activity);
    const unlimited = api.rateLimit === false ? api.title : undefined;
    this.#limiter = new RateLimiter(this.clock, options.rateLimit ?? api.rateLimit, unlimited);
    this.rateLimits = {
      get: () => this.#limiter.get(),
      set: (limit) => this.#limiter.set(limit),
      windows: () => this.#limiter.windows(),
    };
    this.#redaction = new Redaction(api);
    this.#journal = new Journal(this.clock, this.#redaction, options.journalSize);
    this.#coverage = new Coverage(this.#table);
    const faults = new ArmedFaults(this.#table, this.clock, () => this.#random.faults);
    this.faults = faults;
    const random = () => this.#random;
    this.#services = {
      clock: this.clock,
      limiter: this.#limiter,
      faults,
      get random() {
        return random();
      },
      memoized: (name, make) => this.#keep(name, make),
    };
    const actions = api.actions(() => this.#state, this.#services);
    Object.defineProperties(this, Object.getOwnPropertyDescriptors(actions));
    const latency = bounds(options.latency ?? 0, "latency");
    const { log } = options;
    const engine = new Engine<T>({
      api,
      services: this.#services,
      journal: this.#journal,
      coverage: this.#coverage,
      state: () => this.#state,
      latency: () => drawn(latency, this.#random.faults),
      onEntry: log === undefined ? () => undefined : (entry: Entry) => log(this.#journal.summary(entry)),
    });
    const internals: MockInternals = {
      handle: (request) => engine.handle(request),
      refuse: (request, problem, why) => engine.refuse(request, problem, why),
      activity: this.#activity,
      pending: this.#pending,
      presets: Object.entries<Preset<T["state"], T["stateInput"]>>(api.presets).map(([name, { summary }]) => ({
        name,
        summary,
      })),
      actions: actionsOf(actions),
      version: host.version,
    };
    attachInternals(this, internals);
    this.fetch = createFetch(internals);
    if (options.state !== undefined) this.#options = { ...options, state: parseState(api, options.state) };
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
    return "http://127.0.0.1";
  }

  get servers(): readonly string[] {
    return this.#api.servers.map(({ url }) => url);
  }

  async listen(options: ListenOptions = {}): Promise<Listening> {
    checkOptionNames(options, LISTEN_OPTION_NAMES, "listen()");
    if (this.#pending.closed)
      throw new Error("The mock is closed and cannot listen again. Make another with createMock().");
    const listening = await this.#host.listen(this as unknown as CoreMock<ApiTypes>, options);
    const unseen = this.#activity.expectSockets();
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
    if (filter !== undefined) checkCallFilter(filter, this.#table);
    return this.#journal.calls(filter) as Call<OperationId<T>>[];
  }

  expectCalled(operationId: OperationId<T>, expected: Expectation = {}): void {
    const message = unmet(this.#journal, this.#table, operationId, expected);
    if (message !== undefined) throw new Error(this.#redaction.text(message));
  }

  har(): Har {
    const { version } = this.#host;
    return har(this.calls(), {
      baseUrl: this.baseUrl,
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
      state: this.#redaction.data(this.#api.exportState(this.#state)) as T["stateInput"],
    };
  }

  restore(snapshot: Snapshot<T["stateInput"]>): void {
    checkSnapshot(snapshot, this.#api.name);
    const input = parseState(this.#api, snapshot.state);
    const state = this.#api.createState(input, this.#services, this.#options);
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
    const preset: Preset<T["state"], T["stateInput"]> | undefined =
      name === undefined ? undefined : presetNamed(api, name);
    const input =
      preset === undefined || (this.#options.state !== undefined && name === this.#preset)
        ? (this.#options.state as T["stateInput"])
        : preset.state(this.#services);
    const state = api.createState(input, this.#services, this.#options);
    this.#credentials = api.credentials(state) ?? this.#credentials;
    const rule = this.#limiter.get();
    if (preset?.spent !== undefined && rule !== false && this.#credentials !== undefined) {
      this.#limiter.spend(this.#credentials.credential, preset.spent(rule.limit));
    }
    for (const fault of preset?.faults ?? []) this.#services.faults.add(fault);
    preset?.afterwards?.(state, this.#services);
    return state;
  }

  /** With a seed everything is made anew and comes out the same; without, what was handed out stays what it was. */
  #keep<Value>(name: string, make: () => Value): Value {
    if (this.#options.seed !== undefined) return make();
    if (!this.#memoized.has(name)) this.#memoized.set(name, make());
    return this.#memoized.get(name) as Value;
  }
}
