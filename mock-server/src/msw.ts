// The mock behind msw: requests to the real API's addresses are answered by it, whatever client makes them.
import { type HttpHandler, HttpResponse, http } from "msw";
import { fromRequest, response } from "./core/fetch.js";
import type { CoreMock, Inside } from "./core/mock.js";

/** What the handlers need of a mock: any mock of `createMock` has it. */
export type MswTarget = Pick<CoreMock<never>, "baseUrl" | "servers" | "clock"> & { readonly inside: Inside };

export interface HandlerOptions {
  /** Another address to answer for, such as a dedicated deployment's. */
  readonly baseUrl?: string;
}

/**
 * Request handlers for msw's `setupServer` or `setupWorker`. They answer for the servers that the contract names and for
 * `mock.baseUrl`, or for `baseUrl` where one is given.
 *
 * @example
 * const server = setupServer(...handlers(mock));
 * server.listen({ onUnhandledRequest: "error" });
 */
export function handlers(mock: MswTarget, options: HandlerOptions = {}): HttpHandler[] {
  const addresses = options.baseUrl === undefined ? [...mock.servers, mock.baseUrl] : [options.baseUrl];
  mock.clock.expectSockets();
  return [...new Set(addresses.map((address) => address.replace(/\/$/, "")))].map((address) =>
    http.all(`${address}/*`, ({ request }) => answer(mock.inside, request)),
  );
}

async function answer({ handle, begin, waiting }: Inside, request: Request): Promise<Response> {
  const done = begin();
  try {
    const outcome = await handle(fromRequest(request));
    if (outcome.kind === "hang") {
      done();
      await waiting.forever(request.signal);
    } else if (outcome.delay > 0) await waiting.pause(outcome.delay, request.signal);
    return outcome.kind === "answer" ? response(outcome, request.method) : HttpResponse.error();
  } catch {
    // The caller gave up while it waited: nobody reads this.
    return HttpResponse.error();
  } finally {
    done();
  }
}
