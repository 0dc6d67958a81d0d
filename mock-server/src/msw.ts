// The mock behind msw: requests to the real API's addresses are answered by it, whatever client makes them.
import { type HttpHandler, HttpResponse, http } from "msw";
import { checkOptionNames, describeValue } from "./core/mock/check-options.js";
import type { CoreMock, MockInternals } from "./core/mock/mock-types.js";
import { fromRequest, response } from "./core/transport/fetch.js";

/** What the handlers need of a mock: any mock of `createMock` has it. */
export type MswTarget = Pick<CoreMock<never>, "baseUrl" | "servers" | "clock"> & { readonly internals: MockInternals };

export interface HandlerOptions {
  /** An address to answer for besides, such as a dedicated deployment's. Its path, if it has one, is a prefix of every path. */
  readonly baseUrl?: string;
}

/**
 * Request handlers for msw's `setupServer` or `setupWorker`. They answer for the servers that the contract names, for
 * `mock.baseUrl`, and for `baseUrl` where one is given.
 *
 * @example
 * const server = setupServer(...handlers(mock));
 * server.listen({ onUnhandledRequest: "error" });
 * @throws TypeError for a `baseUrl` that is no http address, and for options that do not exist.
 */
export function handlers(mock: MswTarget, options: HandlerOptions = {}): HttpHandler[] {
  checkOptionNames(options, ["baseUrl"], "handlers()");
  const own = [...mock.servers, mock.baseUrl].map(trimmed);
  const further = options.baseUrl === undefined ? [] : [address(options.baseUrl)].filter((each) => !own.includes(each));
  mock.clock.expectSockets();
  return [
    ...further.map((each) => handler(mock.internals, each, trimmed(new URL(each).pathname))),
    ...[...new Set(own)].map((each) => handler(mock.internals, each, "")),
  ];
}

const trimmed = (text: string): string => text.replace(/\/+$/, "");

function address(baseUrl: unknown): string {
  const url = typeof baseUrl === "string" && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol.startsWith("http") === true && url.search === "" && url.hash === "") {
    return trimmed(`${url.origin}${url.pathname}`);
  }
  throw new TypeError(
    `handlers() got the baseUrl ${describeValue(baseUrl)}, at which nothing could be answered. Give an address such as "https://terminus.example/prefix".`,
  );
}

const handler = (internals: MockInternals, base: string, prefix: string): HttpHandler =>
  http.all(`${base}/*`, ({ request }) => answer(internals, request, prefix));

async function answer(
  { handle, beginRequest, pending }: MockInternals,
  request: Request,
  prefix: string,
): Promise<Response> {
  const done = beginRequest();
  try {
    const outcome = await handle(fromRequest(request, prefix));
    if (outcome.kind === "hang") {
      done();
      await pending.forever(request.signal);
    } else if (outcome.delay > 0) await pending.pause(outcome.delay, request.signal);
    return outcome.kind === "answer" ? response(outcome, request.method) : HttpResponse.error();
  } catch {
    // The caller gave up while it waited: nobody reads this.
    return HttpResponse.error();
  } finally {
    done();
  }
}
