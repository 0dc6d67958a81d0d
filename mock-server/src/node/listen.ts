// The mock on a port: every outcome performed on a real socket, and an envelope (or a prompt end) for whatever a raw socket can send.
import { randomBytes } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { ApiTypes, Problem } from "../core/contract/mock-api.js";
import type { CoreMock, Listening, ListenOptions } from "../core/mock/build-mock.js";
import {
  type BodySource,
  type IncomingRequest,
  type ReadBody,
  UnfinishedBody,
} from "../core/request/incoming-request.js";
import type { Answer, Outcome } from "../core/response/outcome.js";
import { milliseconds } from "../core/time/duration.js";

const REQUEST_TIMEOUT = "10s";
/** Headers must be there after this part of the time, and the clock is looked at this often within it. */
const HEADERS_PART = 1 / 2;
const CHECKS_PER_TIMEOUT = 20;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
const ANYWHERE = new Set(["0.0.0.0", "::"]);
const CONTROL_PATH = "/__mock";

type AnyMock = CoreMock<ApiTypes>;

/** Serves a mock on a port. `mock.listen()` is the way to call it. */
export async function listen(mock: AnyMock, options: ListenOptions): Promise<Listening> {
  const { port = 0, host = "127.0.0.1", cors = false } = options;
  const wide = !LOOPBACK.has(host);
  const controlToken = wide ? (options.controlToken ?? randomBytes(16).toString("hex")) : options.controlToken;
  const listener: Listener = { latest: new WeakMap(), mock, wide, cors, controlToken, controlPlane: undefined };
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
  answerWhatNodeWouldAnswer(server, listener);
  const address = await bound(server, port, host);
  const shown = ANYWHERE.has(host) ? "localhost" : address.family === "IPv6" ? `[${address.address}]` : host;
  return {
    url: `http://${shown}:${address.port}`,
    port: address.port,
    controlToken,
    close: () => closed(server),
  };
}

/** The latest request on a connection, and its answer. */
interface Latest {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

interface Listener {
  readonly latest: WeakMap<Socket, Latest>;
  readonly mock: AnyMock;
  readonly wide: boolean;
  readonly cors: boolean;
  readonly controlToken: string | undefined;
  /** Loaded with the first request for it. */
  controlPlane: Promise<RequestListener> | undefined;
}

function bound(server: Server, port: number, host: string): Promise<AddressInfo> {
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
  const told =
    error.code === "EADDRINUSE"
      ? `Port ${port} on ${host} is in use, so the mock cannot listen there. Give another, or leave it out for any that is free.`
      : `The mock cannot listen on ${host}, port ${port}: ${error.message}.`;
  return Object.assign(new Error(told, { cause: error }), { code: error.code });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function serveRequest(listener: Listener, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { internals } = listener.mock;
  listener.latest.set(incoming.socket, { incoming, outgoing });
  const target = targetOf(incoming.url ?? "");
  const received = new SocketRequest(incoming, target ?? "/");
  const refusal = outerRefusal(listener, incoming, target);
  if (refusal !== undefined) {
    const [problem, why] = refusal;
    writeOutcome(listener, internals.refuse(received, problem, why), incoming, outgoing);
    return;
  }
  if (isControl(received.target)) {
    control(listener, incoming, outgoing);
    return;
  }
  if (
    listener.cors &&
    incoming.method === "OPTIONS" &&
    incoming.headers["access-control-request-method"] !== undefined
  ) {
    outgoing.writeHead(204, preflight(incoming)).end();
    return;
  }
  const done = internals.beginRequest();
  const outcome = internals.handle(received);
  if (outcome instanceof Promise || outcome.kind !== "answer" || outcome.delay > 0) {
    void respondLater(listener, outcome, incoming, outgoing, done);
    return;
  }
  writeOutcome(listener, outcome, incoming, outgoing);
  done();
}

const isControl = (target: string): boolean =>
  target.startsWith(CONTROL_PATH) && /^[/?]?$/.test(target.charAt(CONTROL_PATH.length));

/** Refusals that come before the API is asked: no usable target, no Host or several, or a Host that a web page made up. */
function outerRefusal(
  { wide }: Listener,
  { headers: { host }, rawHeaders }: IncomingMessage,
  target: string | undefined,
): [Problem, string] | undefined {
  if (target === undefined) {
    const message = "The request target is no path";
    return [{ kind: "bad-request", status: 400, message }, message];
  }
  if (host === undefined) {
    const message = "The request has no Host header";
    return [{ kind: "bad-request", status: 400, message }, message];
  }
  if (hosts(rawHeaders) > 1) {
    const message = "The request has more than one Host header";
    return [{ kind: "bad-request", status: 400, message }, message];
  }
  if (wide || LOOPBACK_HOST.test(host)) return undefined;
  const message = "This Host is not answered here. Call the mock by localhost, 127.0.0.1 or [::1]";
  return [
    { kind: "forbidden", status: 403, message },
    `the Host is "${host}": a web page may be trying to reach the mock`,
  ];
}

/** Node shows the first Host alone. */
function hosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count;
}

async function respondLater(
  listener: Listener,
  handled: Outcome | Promise<Outcome>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  done: () => void,
): Promise<void> {
  const { pending } = listener.mock.internals;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    const outcome = await handled;
    if (outcome.kind === "hang") {
      done();
      await pending.forever(gone.signal);
    } else if (outcome.delay > 0) await pending.pause(outcome.delay, gone.signal);
    writeOutcome(listener, outcome, incoming, outgoing);
  } catch {
    outgoing.destroy();
  } finally {
    done();
  }
}

/** The control plane is a Hono app of its own. */
function control(listener: Listener, incoming: IncomingMessage, outgoing: ServerResponse): void {
  listener.controlPlane ??= import("../core/control-plane/control-plane.js").then(({ createControlPlane }) => {
    const { fetch } = createControlPlane(listener.mock, { token: listener.controlToken });
    return getRequestListener(fetch, { hostname: "localhost", overrideGlobalObjects: false });
  });
  void listener.controlPlane.then((handle) => handle(incoming, outgoing));
}

const CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Retry-After, Allow, Preference-Applied",
};

function preflight(incoming: IncomingMessage): Record<string, string> {
  return {
    ...CORS_HEADERS,
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": incoming.headers["access-control-request-headers"] ?? "Authorization, Content-Type",
    "access-control-max-age": "600",
  };
}

function writeOutcome(
  listener: Listener,
  outcome: Outcome,
  incoming: IncomingMessage | undefined,
  outgoing: ServerResponse,
): void {
  if (outcome.kind !== "answer") {
    const { socket } = outgoing;
    if (outcome.kind === "reset") socket?.resetAndDestroy();
    else outgoing.destroy();
    return;
  }
  const { status, body, cutAfter } = outcome;
  const headers: Record<string, string | number> = { ...outcome.headers, ...(listener.cors && CORS_HEADERS) };
  if (body === null) {
    if (status !== 204 && status !== 304) headers["content-length"] = 0;
    outgoing.writeHead(status, headers).end();
  } else if (cutAfter === undefined) {
    headers["content-length"] = Buffer.byteLength(body);
    outgoing.writeHead(status, headers).end(body);
  } else {
    const bytes = Buffer.from(body);
    headers["content-length"] = bytes.length;
    outgoing.writeHead(status, headers);
    outgoing.write(bytes.subarray(0, Math.min(cutAfter, bytes.length - 1)), () => outgoing.destroy());
  }
  // The rest of a body that nobody wants is let through, so that the sender can read the answer.
  if (incoming !== undefined && !incoming.complete) incoming.resume();
}

/** Targets that a URL parser would leave as they are: no dot segments, nothing to encode, no fragment. */
const PLAIN_TARGET = /^\/[\w\-~!$&'()*+,;=:@%/]*(?:\?[\w\-.~!$&()*+,;=:@%/?]*)?$/;

/** Path and query, as a URL parser gives them; undefined where the target is none. */
function targetOf(url: string): string | undefined {
  if (PLAIN_TARGET.test(url) && !url.includes("%2")) return url;
  try {
    const { pathname, search } = new URL(url.startsWith("/") ? `http://localhost${url}` : url);
    return pathname.startsWith("/") ? `${pathname}${search}` : undefined;
  } catch {
    return undefined;
  }
}

class SocketRequest implements IncomingRequest {
  readonly method: string;
  readonly target: string;
  readonly body: BodySource | undefined;
  readonly #incoming: IncomingMessage;

  constructor(incoming: IncomingMessage, target: string) {
    this.#incoming = incoming;
    this.method = incoming.method ?? "GET";
    this.target = target;
    this.body = hasBody(incoming) ? incomingBody(incoming) : undefined;
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name];
    return typeof value === "string" ? value : (value?.join(", ") ?? null);
  }

  headers(): readonly string[] {
    return this.#incoming.rawHeaders;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function incomingBody(incoming: IncomingMessage): BodySource {
  return {
    read: (limit) => {
      if (Number(incoming.headers["content-length"] ?? 0) > limit) return "too-large";
      return new Promise<ReadBody>((resolve, reject) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const settle = (how: () => void) => {
          incoming.off("data", onData).off("end", onEnd).off("error", onError).off("close", onClose);
          how();
        };
        const onData = (chunk: Buffer) => {
          size += chunk.length;
          if (size > limit) settle(() => resolve("too-large"));
          else chunks.push(chunk);
        };
        const onEnd = () => settle(() => resolve({ bytes: Buffer.concat(chunks, size) }));
        const onError = (error: Error) => settle(() => reject(error));
        const onClose = () => settle(() => reject(new Error("the sender went away")));
        incoming.on("data", onData).on("end", onEnd).on("error", onError).on("close", onClose);
      });
    },
  };
}

/** What Node would answer with a bare status line gets the API's envelope. */
function answerWhatNodeWouldAnswer(server: Server, listener: Listener): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const refuse = () => {
      const [problem, why] = transportProblem(error);
      sayAndClose(socket, listener.mock.internals.refuse(nothing("-"), problem, why));
    };
    const { incoming, outgoing } = listener.latest.get(socket) ?? {};
    const isLate = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
    if (isLate && socket.bytesRead === 0) {
      // Nobody asked anything.
      socket.destroy();
      return;
    }
    if (
      isLate &&
      incoming?.complete === false &&
      outgoing?.headersSent === false &&
      incoming.listenerCount("error") > 0
    ) {
      outgoing.shouldKeepAlive = false;
      incoming.emit("error", new UnfinishedBody(...transportProblem(error)));
      return;
    }
    if (incoming?.complete === false && outgoing?.headersSent === true) {
      // The rest of a body whose request was refused already: a second answer would be taken for that of the next request.
      socket.destroy();
    } else if (incoming?.complete === true && outgoing?.writableFinished === false) outgoing.once("close", refuse);
    else refuse();
  });
  server.on("checkExpectation", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const message = "Expect must be 100-continue";
    const why = `Expect is "${incoming.headers.expect}"`;
    const outcome = listener.mock.internals.refuse(
      new SocketRequest(incoming, targetOf(incoming.url ?? "") ?? "/"),
      { kind: "expectation-failed", status: 417, message },
      why,
    );
    writeOutcome(listener, outcome, incoming, outgoing);
  });
  server.on("connect", (incoming: IncomingMessage, socket: Socket) => {
    const message = "CONNECT is not answered here: this is no proxy";
    sayAndClose(
      socket,
      listener.mock.internals.refuse(nothing("CONNECT"), { kind: "bad-request", status: 400, message }, message),
    );
    incoming.resume();
  });
}

function transportProblem(error: NodeJS.ErrnoException): [Problem, string] {
  const why = `${error.code ?? "error"}: ${error.message}`;
  switch (error.code) {
    case "HPE_HEADER_OVERFLOW":
      return [{ kind: "headers-too-large", status: 431, message: "The request headers are too large" }, why];
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return [{ kind: "timeout", status: 408, message: "The request did not arrive in time" }, why];
    default:
      return [{ kind: "bad-request", status: 400, message: "The request could not be read" }, why];
  }
}

const nothing = (method: string): IncomingRequest => ({
  method,
  target: "/",
  header: () => null,
  headers: () => [],
  body: undefined,
});

function sayAndClose(socket: Socket, outcome: Outcome): void {
  if (outcome.kind === "answer") socket.end(rawHttpResponse(outcome), () => socket.destroy());
  else socket.destroy();
}

function rawHttpResponse({ status, headers, body }: Answer): string {
  const text = body ?? "";
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(text)), connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head}\r\n${text}`;
}
