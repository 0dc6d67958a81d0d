// Keeps the session that `auth.login()` opens, and forgets it when the server ends it.
import type { Header } from "../core/credential.js";
import type { Middleware } from "../core/middleware.js";
import { SESSION_COOKIE } from "./traits.js";

const COOKIE = new RegExp(`^${SESSION_COOKIE}=([^;]*)`);

/** The session of one client and its clones. It is never shown. */
export class Session {
  #token = "";

  /** The header that sends the session, or `undefined` if nobody has signed in. */
  get header(): Header | undefined {
    return this.#token ? ["cookie", `${SESSION_COOKIE}=${this.#token}`] : undefined;
  }

  /** Reads what the server sets: a token on login, an empty one on logout and when a session is over. */
  readonly keep: Middleware = async (request, next) => {
    const response = await next(request);
    for (const cookie of response.headers.getSetCookie()) {
      const value = COOKIE.exec(cookie)?.[1];
      if (value !== undefined) this.#token = value;
    }
    return response.status === 429 ? lockedUntil(response) : response;
  };
}

/** Only the body of a locked login says how long it lasts. The client looks for that in `Retry-After`. */
async function lockedUntil(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  const seconds = /"remainingTime"\s*:\s*(\d+)/.exec(text)?.[1];
  if (seconds && !headers.has("retry-after")) headers.set("retry-after", seconds);
  return new Response(text, { status: response.status, headers });
}
