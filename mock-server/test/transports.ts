// One way to send a request over each of the three transports, so that a suite runs over all of them.
import { setupServer } from "msw/node";
import type { Mock } from "../src/index.js";
import { handlers } from "../src/msw.js";

export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed, or undefined where there is no body. */
  readonly body: unknown;
}

export interface Connection {
  readonly send: (request: Sent) => Promise<Received>;
  readonly close: () => Promise<void>;
}

export type Transport = (mock: Mock) => Promise<Connection>;

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
  return { status: response.status, headers: response.headers, text, body: text === "" ? undefined : JSON.parse(text) };
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
      send: (request) => receive(globalThis.fetch, mock.servers[0] ?? "", request),
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
