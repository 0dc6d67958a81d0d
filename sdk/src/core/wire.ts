// One request on the wire: the key goes on, redirects are followed where that is safe, failures get their class.
import { ConnectionError } from "./errors.js";
import type { Next } from "./middleware.js";
import type { Settings } from "./options.js";

const MAX_REDIRECTS = 5;

/** Only a read is sent again elsewhere. */
const REDIRECT = /^(GET|HEAD) 30[12378]$/;

/** The innermost layer. */
export function createWire(settings: Settings): Next {
  const { ask, fetch } = settings;
  // Read at each call: a mock may have replaced it since.
  const send = async (url: string, init: RequestInit) => (fetch ?? globalThis.fetch)(url, init);
  return async ({ method, url, headers, body, signal }) => {
    const sent = new Headers(headers);
    const header = await ask(url);
    if (header) sent.set(...header);
    const { origin } = new URL(url);
    for (let hops = 0; ; hops++) {
      const init: RequestInit = { method, headers: sent, signal, redirect: "manual" };
      if (body !== undefined) init.body = body;
      const response = await send(url, init).catch(failedAt(settings, { method, url }));
      const location = response.headers.get("location");
      const redirected = location && REDIRECT.test(`${method} ${response.status}`) && hops < MAX_REDIRECTS;
      const target = redirected && URL.canParse(location, url) ? new URL(location, url) : undefined;
      if (target?.origin !== origin) return response;
      await response.body?.cancel();
      url = target.href;
    }
  };
}

/** Turns what the platform threw into an error that says what it said. */
export function failedAt({ redact }: Settings, { method, url }: { method: string; url: string }) {
  return (cause: unknown): never => {
    const { cause: inner, message } = Object(cause);
    const reason = inner?.message || inner?.code || message;
    throw new ConnectionError(redact(`${method} ${url} failed: ${reason}`), { cause });
  };
}
