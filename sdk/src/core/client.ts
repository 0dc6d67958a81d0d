// The base of every API's client: options in, resources out, nothing to see inside.
import type { Client as FetchClient } from "openapi-fetch";
import type { Api } from "./api.js";
import { type ClientOptions, resolveSettings } from "./options.js";
import { createTransport, type Transport } from "./transport.js";

export abstract class Client<Paths extends object, Options extends ClientOptions> {
  /**
   * The typed way to anything unforeseen: `hub.fetch.GET("/api/v1/records", { params: { query: { limit: 5 } } })`.
   * Same key, retries and redirect rules; returns `{ data, error, response }` and does not throw on a status.
   */
  readonly fetch: FetchClient<Paths, "application/json">;
  protected readonly transport: Transport;
  readonly #name: string;
  readonly #options: object;
  readonly #shown: object;

  constructor(api: Api, options: Options) {
    const settings = resolveSettings(api, options);
    this.transport = createTransport(settings);
    this.fetch = this.transport.fetch as FetchClient<Paths, "application/json">;
    this.#name = api.name;
    this.#options = { ...options, ...settings.resolved };
    this.#shown = settings.shown;
  }

  /** A clone whose options are these over the present ones. */
  withOptions(options: Partial<Options>): this {
    return new (this.constructor as new (options: object) => this)({ ...this.#options, ...options });
  }

  /** Base URL and masked key. */
  toJSON(): object {
    return this.#shown;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this.#name} ${JSON.stringify(this.#shown)}`;
  }
}
