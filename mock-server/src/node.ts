// The mock on a port: every outcome performed on a real socket, and an envelope (or a prompt end) for whatever a raw socket can send.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ApiTypes, Problem } from "./core/api.js";
import type { ControlPlane } from "./core/control-plane.js";
import { response } from "./core/fetch.js";
import type { CoreMock, Listening, ListenOptions } from "./core/mock.js";
import type { Answer, Outcome } from "./core/outcome.js";
import type { BodySource, IncomingRequest, ReadBody } from "./core/request.js";

/** A request that is not complete after so long is refused with 408. */
const REQUEST_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 5_000;
const CHECK_TIMEOUTS_EVERY_MS = 500;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
const ANYWHERE = new Set(["0.0.0.0", "::"]);
export const CONTROL_PATH = "/__mock";

type AnyMock = CoreMock<ApiTypes>;

/** Serves a mock on a port. `mock.listen()` is the way to call it. */
export async function listen(mock: AnyMock, options: ListenOptions): Promise<Listening> {
  const { port = 0, host = "127.0.0.1", cors = false } = options;
  const wide = !LOOPBACK.has(host);
  const controlToken = wide ? (options.controlToken ?? randomBytes(16).toString("hex")) : options.controlToken;
  const door: Door = { mock, wide, cors, controlToken, controlPlane: undefined };
  const server = createServer(
    {
      requireHostHeader: false,
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_TIMEOUTS_EVERY_MS,
    },
    getRequestListener((request, env) => serveRequest(door, request, env as HttpBindings), {
      hostname: "localhost",
      overrideGlobalObjects: false,
      errorHandler: () => refusal(door, "the request target or the Host header is no URL"),
    }),
  );
  answerWhatNodeWouldAnswer(server, door);
  const address = await bound(server, port, host);
  const shown = ANYWHERE.has(host) ? "localhost" : address.family === "IPv6" ? `[${address.address}]` : host;
  return {
    url: `http://${shown}:${address.port}`,
    port: address.port,
    controlToken,
    close: () => closed(server),
  };
}

interface Door {
  readonly mock: AnyMock;
  readonly wide: boolean;
  readonly cors: boolean;
  readonly controlToken: string | undefined;
  controlPlane: ControlPlane | undefined;
}

function bound(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function serveRequest(
  door: Door,
  request: Request,
  { incoming, outgoing }: HttpBindings,
): Response | Promise<Response> {
  const { inside } = door.mock;
  const { host } = incoming.headers;
  const target = targetOf(request.url);
  const received = incomingRequest(request, target, incoming);
  if (host === undefined)
    return refuse(
      door,
      received,
      { kind: "bad-request", status: 400, message: "The request has no Host header" },
      outgoing,
    );
  if (!door.wide && !LOOPBACK_HOST.test(host)) {
    const message = "This Host is not answered here. Call the mock by localhost, 127.0.0.1 or [::1]";
    return refuse(
      door,
      received,
      { kind: "forbidden", status: 403, message },
      outgoing,
      `the Host is "${host}": a web page may be trying to reach the mock`,
    );
  }
  if (target === CONTROL_PATH || target.startsWith(`${CONTROL_PATH}/`) || target.startsWith(`${CONTROL_PATH}?`)) {
    return control(door, request);
  }
  if (door.cors && incoming.method === "OPTIONS" && incoming.headers["access-control-request-method"] !== undefined) {
    outgoing.writeHead(204, preflight(incoming)).end();
    return RESPONSE_ALREADY_SENT;
  }
  const done = inside.begin();
  const outcome = inside.handle(received);
  if (!(outcome instanceof Promise) && outcome.kind === "answer" && outcome.delay === 0) {
    perform(door, outcome, incoming, outgoing);
    done();
    return RESPONSE_ALREADY_SENT;
  }
  return later(door, outcome, incoming, outgoing, done);
}

async function later(
  door: Door,
  handled: Outcome | Promise<Outcome>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  done: () => void,
): Promise<Response> {
  const { waiting } = door.mock.inside;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    const outcome = await handled;
    if (outcome.kind === "hang") {
      done();
      await waiting.forever(gone.signal);
    } else if (outcome.delay > 0) await waiting.pause(outcome.delay, gone.signal);
    perform(door, outcome, incoming, outgoing);
  } catch {
    outgoing.destroy();
  } finally {
    done();
  }
  return RESPONSE_ALREADY_SENT;
}

function refuse(
  door: Door,
  request: IncomingRequest,
  problem: Problem,
  outgoing: ServerResponse,
  why = problem.message ?? "",
): Response {
  perform(door, door.mock.inside.refuse(request, problem, why), undefined, outgoing);
  return RESPONSE_ALREADY_SENT;
}

async function control(door: Door, request: Request): Promise<Response> {
  const { createControlPlane } = await import("./core/control-plane.js");
  door.controlPlane ??= createControlPlane(door.mock, { token: door.controlToken });
  return door.controlPlane.fetch(request);
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

function perform(door: Door, outcome: Outcome, incoming: IncomingMessage | undefined, outgoing: ServerResponse): void {
  if (outcome.kind !== "answer") {
    const { socket } = outgoing;
    if (outcome.kind === "reset") socket?.resetAndDestroy();
    else outgoing.destroy();
    return;
  }
  const { status, body, cutAfter } = outcome;
  const headers: Record<string, string | number> = { ...outcome.headers, ...(door.cors && CORS_HEADERS) };
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

/** Path and query of an absolute address. */
function targetOf(url: string): string {
  const path = url.indexOf("/", url.indexOf("//") + 2);
  const hash = url.indexOf("#", path);
  return path < 0 ? "/" : hash < 0 ? url.slice(path) : url.slice(path, hash);
}

function incomingRequest(request: Request, target: string, incoming: IncomingMessage): IncomingRequest {
  const { rawHeaders } = incoming;
  return {
    method: request.method,
    target,
    header: (name) => request.headers.get(name),
    headers: () => pairs(rawHeaders),
    body: hasBody(incoming) ? incomingBody(incoming) : undefined,
  };
}

function* pairs(raw: readonly string[]): IterableIterator<readonly [string, string]> {
  for (let i = 0; i < raw.length; i += 2) yield [raw[i] ?? "", raw[i + 1] ?? ""];
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
          incoming.off("data", onData).off("end", onEnd).off("error", reject).off("close", onClose);
          how();
        };
        const onData = (chunk: Buffer) => {
          size += chunk.length;
          if (size > limit) settle(() => resolve("too-large"));
          else chunks.push(chunk);
        };
        const onEnd = () => settle(() => resolve({ bytes: Buffer.concat(chunks, size) }));
        const onClose = () => settle(() => reject(new Error("the sender went away")));
        incoming.on("data", onData).on("end", onEnd).on("error", reject).on("close", onClose);
      });
    },
  };
}

/** What Node would answer with a bare status line gets the API's envelope. */
function answerWhatNodeWouldAnswer(server: Server, door: Door): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const [problem, why] = transportProblem(error);
    sayAndClose(socket, door.mock.inside.refuse(nothing("-"), problem, why));
  });
  server.on("checkExpectation", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const message = "Expect must be 100-continue";
    const why = `Expect is "${incoming.headers.expect}"`;
    refuse(door, nothing(incoming.method ?? "-"), { kind: "expectation-failed", status: 417, message }, outgoing, why);
  });
  server.on("connect", (incoming: IncomingMessage, socket: Socket) => {
    const message = "CONNECT is not answered here: this is no proxy";
    sayAndClose(
      socket,
      door.mock.inside.refuse(nothing("CONNECT"), { kind: "bad-request", status: 400, message }, message),
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

function refusal({ mock }: Door, why: string): Response {
  const problem: Problem = { kind: "bad-request", status: 400, message: "The request could not be read" };
  const outcome = mock.inside.refuse(nothing("-"), problem, why);
  if (outcome.kind === "answer") return response(outcome, "GET");
  throw new Error("A refusal is always an answer.");
}

function sayAndClose(socket: Socket, outcome: Outcome): void {
  if (outcome.kind !== "answer") return void socket.destroy();
  socket.end(written(outcome), () => socket.destroy());
}

function written({ status, headers, body }: Answer): string {
  const text = body ?? "";
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(text)), connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head}\r\n${text}`;
}
