// One request on the wire: the key goes on, redirects are followed where that is safe, failures get their class.
import { ConnectionError } from "./errors.js";
import type { Next } from "./middleware.js";
import type { Settings } from "./options.js";

const MAX_REDIRECTS = 5;

/** Whether a redirect may be followed: a read, to the same origin, named in the answer. */
function redirectTarget(method: string, url: string, response: Response): string | undefined {
  const location = response.headers.get("location");
  if (!location || !/^30[12378]$/.test(`${response.status}`) || !/^(GET|HEAD)$/.test(method)) return undefined;
  const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
  return target?.origin === new URL(url).origin ? target.href : undefined;
}

/** The innermost layer. */
export function createWire(settings: Settings): Next {
  const { baseUrl, credential, ask, fetch } = settings;
  const origin = `${new URL(baseUrl).origin}/`;
  return async ({ method, url, headers, body, signal }) => {
    const sent = new Headers(headers);
    // A layer may send the request elsewhere; the key does not go with it.
    if (url.startsWith(origin)) {
      const secret = ask();
      sent.set(...credential.header(typeof secret === "string" ? secret : await secret));
    }
    for (let hops = 0; ; hops++) {
      const init: RequestInit = { method, headers: sent, signal, redirect: "manual" };
      if (body !== undefined) init.body = body;
      // Read at each call: a mock may have replaced it since.
      const response = await (fetch ?? globalThis.fetch)(url, init).catch((cause) => {
        throw connectionError(settings, `${method} ${url} got no answer`, cause);
      });
      const target = hops < MAX_REDIRECTS && redirectTarget(method, url, response);
      if (!target) return response;
      await response.body?.cancel();
      url = target;
    }
  };
}

/** Says what the platform said; the deepest cause is the telling one. */
export function connectionError({ redact }: Settings, what: string, cause: unknown): ConnectionError {
  let reason = cause;
  while (reason instanceof Error && reason.cause) reason = reason.cause;
  const { code, message } = Object(reason);
  return new ConnectionError(redact(`${what}: ${message || code || reason}`), { cause });
}
