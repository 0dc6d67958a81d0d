// The client that an integrator makes.
import type { SecretSource } from "../core/credential.js";
import { credentialByRoute, withoutOtherCredentials } from "../core/credential-by-route.js";
import type { ClientOptions } from "../core/options.js";
import { Resources } from "./generated/resources.js";
import { table, traits } from "./traits.js";

export interface MutxOptions extends ClientOptions {
  /** The address with its version. Default: `MUTX_BASE_URL`, else `https://api.mutx.dev/v1`. In March 2026 it had no `/v1`. */
  baseUrl?: string | undefined;
  /**
   * The API key (`mutx_live_...`), sent as `X-API-Key`, or a function that returns the current one. The client calls it
   * before each request, and once more after a 401. Default: `MUTX_API_KEY`.
   */
  apiKey?: SecretSource | undefined;
  /** The access token of `auth.login()`, sent as a Bearer, where there is no `apiKey`. Default: `MUTX_ACCESS_TOKEN`. */
  accessToken?: SecretSource | undefined;
}

/**
 * A client for the MUTX API.
 *
 * To use a key, write `new Mutx()`, which reads `MUTX_API_KEY`. To use the token of a person, sign in and make a clone, as
 * below. Without either, you can call only `auth.login()` and `auth.register()`.
 *
 * **Times**: `created_at` ends in `Z`. `expires_at` and `last_used` come without an offset and mean UTC, so that
 * `new Date(text)` reads them wrongly in most time zones. `parseTime(text)` reads both.
 *
 * Reads `MUTX_API_KEY`, `MUTX_ACCESS_TOKEN`, `MUTX_BASE_URL`, `MUTX_LOG` and `MUTX_ALLOW_INSECURE`. Options win.
 *
 * @example
 * const visitor = new Mutx();
 * const { access_token } = await visitor.auth.login({ email: "ada@example.com", password });
 * const mutx = visitor.withOptions({ accessToken: access_token });
 * for await (const key of mutx.apiKeys.list()) console.log(key.name, parseTime(key.expires_at));
 * @throws {ConfigurationError} when a credential is malformed or the base URL cannot be used
 */
export class Mutx extends Resources<MutxOptions> {
  constructor(options: MutxOptions = {}) {
    super({ ...traits, access: credentialByRoute(table, options) }, options);
  }

  /**
   * Makes a clone with these options over the present ones. A key or a token that you pass here replaces both.
   *
   * @throws {ConfigurationError} when a credential is malformed or the base URL cannot be used
   */
  override withOptions(options: Partial<MutxOptions>): this {
    return super.withOptions(withoutOtherCredentials(options, ["apiKey", "accessToken"]));
  }
}
