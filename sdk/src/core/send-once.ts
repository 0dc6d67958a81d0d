// Sends one request. It adds the key, follows redirects where that is safe, and gives failures their class.
import { ConfigurationError, ConnectionError } from "./errors.js";
import type { OutgoingRequest } from "./middleware.js";
import { plainHeaders, type Settings } from "./options.js";
import { redactCause } from "./redact-cause.js";

const MAX_REDIRECTS = 5;

/** Only a read is sent again elsewhere. */
const REDIRECT = /^GET 30[12378]$/;

/** A request as the core has it, or as a layer leaves it. Only layers get `Headers`, which would slow every call down. */
type RequestOnce = Omit<OutgoingRequest, "headers"> & { readonly headers: Headers | Record<string, string> };

/** The innermost layer: adds the credential and sends. */
export async function sendOnce(
  settings: Settings,
  { method, url, headers, body, signal }: RequestOnce,
  onSend: () => void,
): Promise<Response> {
  const { ask, fetch, redact } = settings;
  const sent: Record<string, string> = plainHeaders(headers);
  const asked = ask(url, signal);
  const header = asked instanceof Promise ? await asked : asked;
  if (header) sent[header[0]] = redact.own = header[1];
  const init: RequestInit = { method, headers: sent, signal, redirect: "manual" };
  if (body !== undefined) init.body = body;
  onSend();
  for (let hops = 0; ; hops++) {
    let response: Response;
    try {
      // Read at each call: a mock may have replaced it since.
      response = await (fetch ?? globalThis.fetch)(url, init);
    } catch (cause) {
      throw connectionError(settings, { method, url }, cause);
    }
    checkResponse(response);
    const location = response.headers.get("location");
    if (!location || !REDIRECT.test(`${method} ${response.status}`) || hops === MAX_REDIRECTS) return response;
    const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (target?.origin !== new URL(url).origin) return response;
    await response.body?.cancel();
    url = target.href;
  }
}

/** Refuses an answer of the caller's own function that is not a `Response`. */
export function checkResponse(response: Response): void {
  if (!response?.headers?.get) throw new ConfigurationError("fetch or a middleware must return a Response.");
}

/** An error that says what the platform said. */
export function connectionError(
  { redact }: Settings,
  { method, url }: { method: string; url: string },
  cause: unknown,
): ConnectionError {
  const { cause: inner, message } = Object(cause);
  const reason = inner?.message || inner?.code || message;
  return new ConnectionError(redact(`${method} ${url} failed: ${reason}`), { cause: redactCause(cause, redact) });
}
