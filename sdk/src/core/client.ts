// The base of every API's client. It checks the options and shows no secret.
import type { ApiTraits } from "./api-traits.js";
import { type ClientOptions, resolveSettings, type Settings } from "./options.js";
import { createTransport, type Transport, type TypedFetch } from "./transport.js";

export abstract class Client<Paths extends object, Options extends ClientOptions> {
  /**
   * Reaches any path of the API with types, as in `hub.fetch.GET("/api/v1/records", { params: { query: { limit: 5 } } })`.
   * It uses the same key, retries and redirect rules. It returns `{ data, error, response }` and does not throw because of a status.
   */
  readonly fetch: TypedFetch<Paths>;
  protected readonly transport: Transport;
  readonly #settings: Settings;
  readonly #options: object;

  constructor(api: ApiTraits, options: Options) {
    options ??= {} as Options; // null, which only untyped callers can pass
    const settings = resolveSettings(api, options);
    this.transport = createTransport(settings);
    this.fetch = this.transport.fetch as TypedFetch<Paths>;
    this.#settings = settings;
    this.#options = options;
  }

  /** Makes a clone with these options over the present ones. An option that is `undefined` stays as it is. */
  withOptions(options: Partial<Options>): this {
    const present: Record<string, unknown> = { ...this.#options, ...this.#settings.resolved };
    const next: typeof present = { ...present, ...options };
    for (const name in next) if (next[name] === undefined) next[name] = present[name];
    return new (this.constructor as new (options: object) => this)(next);
  }

  /** The base URL and the masked key. */
  toJSON(): object {
    const { redact, resolved } = this.#settings;
    return JSON.parse(redact(JSON.stringify(resolved)));
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this.#settings.api.name} ${JSON.stringify(this)}`;
  }
}
