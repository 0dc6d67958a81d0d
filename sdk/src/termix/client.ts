// The client that an integrator makes.
import type { SecretSource } from "../core/credential.js";
import { credentialByRoute, withoutOtherCredentials } from "../core/credential-by-route.js";
import type { ClientOptions } from "../core/options.js";
import { Resources } from "./generated/resources.js";
import { Session } from "./session.js";
import { table, traits } from "./traits.js";

export interface TermixOptions extends ClientOptions {
  /** The address of your instance, such as `https://termix.example.com`. It is required, since Termix is self-hosted. Default: `TERMIX_BASE_URL`. */
  baseUrl?: string | undefined;
  /**
   * The API key (`tmx_...`), or a function that returns the current one. The client calls it before each request, and
   * once more after a 401. Default: `TERMIX_API_KEY`.
   */
  apiKey?: SecretSource | undefined;
  /** The token of a session, sent as the `jwt` cookie. Default: `TERMIX_SESSION_TOKEN`. `auth.login()` needs none. */
  sessionToken?: SecretSource | undefined;
}

/** How a clone finds the session of the client it was made from. A symbol, so that nobody who prints the options sees it. */
const SESSION = Symbol("session");

interface SessionOption {
  readonly session: Session;
  /** Whether the clone is to have a session of its own, since it was given another credential. */
  readonly fresh?: boolean;
}

/**
 * A client for a Termix instance.
 *
 * To use a key, write `new Termix({ baseUrl, apiKey })`. To use a session, make a client without a key and call
 * `auth.login()`. From then on, the client and its clones act as that user, until you call `auth.logout()` or the server
 * ends the session. A session goes before a key, as it does on the server. Key operations need an admin.
 *
 * Reads `TERMIX_BASE_URL`, `TERMIX_API_KEY`, `TERMIX_SESSION_TOKEN`, `TERMIX_LOG` and `TERMIX_ALLOW_INSECURE`. Options win.
 *
 * @example
 * const termix = new Termix({ baseUrl: "https://termix.example.com" });
 * await termix.auth.login({ username: "admin", password });
 * const { userId } = await termix.users.me();
 * const { token } = await termix.apiKeys.create({ name: "ci-pipeline", userId });
 * @throws {ConfigurationError} when the base URL is missing or cannot be used, or a credential is malformed
 */
export class Termix extends Resources<TermixOptions> {
  readonly #session: Session;

  constructor(options: TermixOptions = {}) {
    const { [SESSION]: kept, ...own } = options as TermixOptions & { [SESSION]?: SessionOption };
    const session = kept && !kept.fresh ? kept.session : new Session();
    const layers = own.middleware?.filter((layer) => layer !== kept?.session.keep) ?? [];
    const given = { ...own, middleware: [...layers, session.keep], [SESSION]: { session } };
    super({ ...traits, access: credentialByRoute({ ...table, current: () => session.header }, own) }, given);
    this.#session = session;
  }

  /**
   * Makes a clone with these options over the present ones. It shares the session, unless you pass a credential.
   *
   * @throws {ConfigurationError} when a credential is malformed or the base URL cannot be used
   */
  override withOptions(options: Partial<TermixOptions>): this {
    const alone = withoutOtherCredentials(options, ["apiKey", "sessionToken"]);
    if (alone === options) return super.withOptions(options);
    const kept: SessionOption = { session: this.#session, fresh: true };
    return super.withOptions({ ...alone, [SESSION]: kept } as Partial<TermixOptions>);
  }
}
