// The mock behind msw: requests to the real API's addresses are answered by it, whatever client makes them.
import { type HttpHandler, HttpResponse, http } from "msw";
import { checkOptionNames, describeValue } from "./core/mock/check-options.js";
import { internalsOf, type MockInternals } from "./core/mock/mock-internals.js";
import type { CoreMock } from "./core/mock/mock-types.js";
import { deliver } from "./core/transport/deliver.js";
import { fromRequest, response } from "./core/transport/fetch.js";

/** What the handlers need of a mock: any mock of `createMock` has it. */
export type MswTarget = Pick<CoreMock<never>, "baseUrl" | "servers">;

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
 * @throws TypeError for what is not a mock, a `baseUrl` that is not an http address, and options that do not exist.
 */
export function handlers(mock: MswTarget, options: HandlerOptions = {}): HttpHandler[] {
  checkOptionNames(options, ["baseUrl"], "handlers()");
  const internals = internalsOf(mock);
  const own = [...mock.servers, mock.baseUrl].map(trimmed);
  const further = options.baseUrl === undefined ? [] : [address(options.baseUrl)].filter((each) => !own.includes(each));
  internals.activity.expectSockets();
  return [
    ...further.map((each) => handler(internals, each, trimmed(new URL(each).pathname))),
    ...[...new Set(own)].map((each) => handler(internals, each, "")),
  ];
}

const trimmed = (text: string): string => text.replace(/\/+$/, "");

function address(baseUrl: unknown): string {
  const url = typeof baseUrl === "string" && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol.startsWith("http") === true && url.search === "" && url.hash === "") {
    return trimmed(`${url.origin}${url.pathname}`);
  }
  throw new TypeError(
    `The baseUrl of handlers() is ${describeValue(baseUrl)}. It must be an http address without query and fragment, such as "https://terminus.example/prefix".`,
  );
}

const handler = (internals: MockInternals, base: string, prefix: string): HttpHandler =>
  http.all(`${base}/*`, ({ request }) => answer(internals, request, prefix));

async function answer(internals: MockInternals, request: Request, prefix: string): Promise<Response> {
  try {
    return await deliver(internals, fromRequest(request, prefix), {
      signal: () => request.signal,
      perform: (outcome) => (outcome.kind === "answer" ? response(outcome, request.method) : HttpResponse.error()),
    });
  } catch {
    // The caller gave up while it waited: nobody reads this.
    return HttpResponse.error();
  }
}
