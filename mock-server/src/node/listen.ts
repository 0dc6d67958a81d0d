// The mock on a port: safe from web pages, failing as real connections fail, quick to close.
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiTypes } from "../core/contract/services.js";
import { internalsOf } from "../core/mock/mock-internals.js";
import type { ListenOptions } from "../core/mock/mock-options.js";
import type { CoreMock, Listening } from "../core/mock/mock-types.js";
import { milliseconds } from "../core/time/duration.js";
import { answerClientErrors } from "./client-errors.js";
import type { Listener } from "./listener.js";
import { serveRequest } from "./serve-request.js";

const REQUEST_TIMEOUT = "10s";
/** Headers must be there after this part of the time, and the clock is looked at this often within it. */
const HEADERS_PART = 1 / 2;
const CHECKS_PER_TIMEOUT = 20;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const ANYWHERE = new Set(["0.0.0.0", "::"]);

/** Serves a mock on a port. `mock.listen()` is the way to call it. */
export async function listen(mock: CoreMock<ApiTypes>, options: ListenOptions): Promise<Listening> {
  const { port = 0, host = "127.0.0.1", cors = false } = options;
  const wide = !LOOPBACK.has(host);
  const controlToken = wide ? (options.controlToken ?? randomBytes(16).toString("hex")) : options.controlToken;
  const listener: Listener = {
    mock,
    internals: internalsOf(mock),
    wide,
    cors,
    controlToken,
    latest: new WeakMap(),
    controlPlane: undefined,
  };
  const requestTimeout = Math.max(
    1,
    Math.ceil(milliseconds(options.requestTimeout ?? REQUEST_TIMEOUT, "requestTimeout")),
  );
  const server = createServer(
    {
      requireHostHeader: false,
      requestTimeout,
      headersTimeout: Math.ceil(requestTimeout * HEADERS_PART),
      connectionsCheckingInterval: Math.ceil(requestTimeout / CHECKS_PER_TIMEOUT),
    },
    (incoming, outgoing) => serveRequest(listener, incoming, outgoing),
  );
  answerClientErrors(server, listener);
  const address = await bind(server, port, host);
  const name = ANYWHERE.has(host) ? "localhost" : address.family === "IPv6" ? `[${address.address}]` : host;
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    controlToken,
    close: () => closeServer(server),
  };
}

function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host));
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** A sentence in place of Node's; the code stays. */
function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const message =
    error.code === "EADDRINUSE"
      ? `Port ${port} on ${host} is in use, so the mock cannot listen there. Give another port, or leave it out to take a free one.`
      : `The mock cannot listen on ${host}, port ${port}: ${error.message}.`;
  return Object.assign(new Error(message, { cause: error }), { code: error.code });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
