// The client that an integrator makes.
import type { SecretSource } from "../core/credential.js";
import type { ClientOptions } from "../core/options.js";
import { Resources } from "./generated/resources.js";
import { traits } from "./traits.js";

export interface NewApiOptions extends ClientOptions {
  /**
   * The API key, or a function that returns the current one: it is asked before each request, and once more after a
   * 401. Default: `NEW_API_API_KEY`.
   */
  apiKey?: SecretSource | undefined;
}

/**
 * A client for the New Api API.
 *
 * Reads `NEW_API_API_KEY`, `NEW_API_BASE_URL`, `NEW_API_LOG` and `NEW_API_ALLOW_INSECURE`. Options win.
 *
 * @example
 * const newApi = new NewApi();
 * for await (const key of newApi.apiKeys.list()) console.log(key.name);
 * @throws {ConfigurationError} when the key is missing or malformed, or the base URL cannot be used
 */
export class NewApi extends Resources<NewApiOptions> {
  constructor(options: NewApiOptions = {}) {
    super(traits, options);
  }
}
