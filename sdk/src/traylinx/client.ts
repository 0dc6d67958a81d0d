// The client that an integrator makes.
import type { SecretSource } from "../core/credential.js";
import { credentialByRoute } from "../core/credential-by-route.js";
import type { ClientOptions } from "../core/options.js";
import { Resources } from "./generated/resources.js";
import { table, traits } from "./traits.js";

export interface TraylinxOptions extends ClientOptions {
  /**
   * One base URL for all three hosts (management, sign-in, models), for a proxy or a mock. Each credential still goes only
   * to the paths that it belongs to. Default: `TRAYLINX_BASE_URL`, else each operation's own host.
   */
  baseUrl?: string | undefined;
  /**
   * The secret key of a project (`sk-lf-...`), or a function that returns the current one. The client calls it before each
   * request, and once more after a 401. The key goes only to model calls. Default: `TRAYLINX_API_KEY`.
   */
  apiKey?: SecretSource | undefined;
  /**
   * A person's access token from `auth.login()`, or a function that returns the current one, since such tokens expire soon.
   * The token goes only to the management of keys. Default: `TRAYLINX_ACCESS_TOKEN`.
   */
  accessToken?: SecretSource | undefined;
}

/**
 * A client for Traylinx. It calls models with a project's key, and manages a project's keys with a person's token.
 *
 * Reads `TRAYLINX_API_KEY`, `TRAYLINX_ACCESS_TOKEN`, `TRAYLINX_BASE_URL`, `TRAYLINX_LOG` and `TRAYLINX_ALLOW_INSECURE`.
 * Options win. Without a credential, only `auth.login()` can be called.
 *
 * @example
 * const visitor = new Traylinx();
 * const { data } = await visitor.auth.login({ username: "ada@example.com", password });
 * const traylinx = visitor.withOptions({ accessToken: data.attributes.accessToken });
 * for await (const key of traylinx.apiKeys.list(organizationId, projectId)) console.log(key.attributes.note);
 * @throws {ConfigurationError} when a credential is malformed or the base URL cannot be used
 */
export class Traylinx extends Resources<TraylinxOptions> {
  constructor(options: TraylinxOptions = {}) {
    super({ ...traits, access: credentialByRoute(table, options) }, options);
  }
}
