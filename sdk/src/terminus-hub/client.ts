// The client that an integrator makes.
import type { SecretSource } from "../core/credential.js";
import type { ClientOptions } from "../core/options.js";
import { Resources } from "./generated/resources.js";
import { traits } from "./traits.js";

export interface TerminusHubOptions extends ClientOptions {
  /**
   * The API key, or a function that returns the current one. The client calls it before each request, and once more after
   * a 401. Default: `TERMINUS_API_KEY`.
   */
  apiKey?: SecretSource | undefined;
}

/**
 * A client for the Terminus Hub Public API.
 *
 * Reads `TERMINUS_API_KEY`, `TERMINUS_BASE_URL`, `TERMINUS_LOG` and `TERMINUS_ALLOW_INSECURE`. Options win.
 *
 * @example
 * const hub = new TerminusHub();
 * for await (const record of hub.records.list({ status: "active" })) console.log(record.terminus_id);
 * @throws {ConfigurationError} when the key is missing or malformed, or the base URL cannot be used
 */
export class TerminusHub extends Resources<TerminusHubOptions> {
  constructor(options: TerminusHubOptions = {}) {
    super(traits, options);
  }
}
