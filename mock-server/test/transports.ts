// One way to send a request over each of the three transports, so that a suite runs over all of them.
import { setupServer } from "msw/node";
import type { CoreMock } from "../src/core/mock/mock-types.js";
import { handlers, type MswTarget } from "../src/msw.js";

export interface Sent {
  readonly method: string;
  /** Path and query, without the path of the server's address. */
  readonly path: string;
  /** The address that the contract gives for it; the first of the contract, if absent. Transports with an address of their own use that. */
  readonly server?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed if it is JSON, text if it is not, undefined where there is no body. */
  readonly body: unknown;
}

export interface Connection {
  readonly send: (request: Sent) => Promise<Received>;
  readonly close: () => Promise<void>;
}

/** Any mock, whatever its API. */
export type Target = MswTarget & Pick<CoreMock<never>, "api" | "fetch" | "listen">;

export type Transport = (mock: Target) => Promise<Connection>;

async function receive(
  fetching: typeof fetch,
  origin: string,
  { method, path, headers, body }: Sent,
): Promise<Received> {
  const response = await fetching(`${origin}${path}`, {
    method,
    ...(headers !== undefined && { headers: { ...headers } }),
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(response.headers, text) };
}

export function parsed(headers: Headers, text: string): unknown {
  if (text === "") return undefined;
  return headers.get("content-type") === "application/json" ? JSON.parse(text) : text;
}

export const transports: Readonly<Record<"fetch" | "msw" | "port", Transport>> = {
  fetch: async (mock) => ({
    send: (request) => receive(mock.fetch, mock.baseUrl, request),
    close: async () => undefined,
  }),
  msw: async (mock) => {
    const server = setupServer(...handlers(mock));
    server.listen({ onUnhandledRequest: "error" });
    return {
      send: (request) => receive(globalThis.fetch, request.server ?? mock.servers[0] ?? "", request),
      close: async () => server.close(),
    };
  },
  port: async (mock) => {
    const listening = await mock.listen();
    return {
      send: (request) => receive(globalThis.fetch, listening.url, request),
      close: () => listening.close(),
    };
  },
};
