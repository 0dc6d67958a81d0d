// What Node would answer with a bare status line gets the API's envelope.
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Problem } from "../core/contract/problem.js";
import { type IncomingRequest, UnfinishedBody } from "../core/request/incoming-request.js";
import { targetOfLine } from "../core/request/request-target.js";
import type { Answer, Outcome } from "../core/response/outcome.js";
import type { Listener } from "./listener.js";
import { SocketRequest } from "./socket-request.js";
import { writeOutcome } from "./write-outcome.js";

/** What Node would answer with a bare status line gets the API's envelope. */
export function answerClientErrors(server: Server, listener: Listener): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const refuse = () => {
      const [problem, why] = transportProblem(error);
      answerAndClose(socket, listener.internals.refuse(unreadRequest("-"), problem, why));
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
    const outcome = listener.internals.refuse(
      new SocketRequest(incoming, targetOfLine(incoming.url ?? "") ?? "/"),
      { kind: "expectation-failed", status: 417, message },
      why,
    );
    writeOutcome(listener, outcome, incoming, outgoing);
  });
  server.on("connect", (incoming: IncomingMessage, socket: Socket) => {
    const message = "CONNECT is not supported. This mock is not a proxy";
    answerAndClose(
      socket,
      listener.internals.refuse(unreadRequest("CONNECT"), { kind: "bad-request", status: 400, message }, message),
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

const unreadRequest = (method: string): IncomingRequest => ({
  method,
  target: "/",
  header: () => null,
  headers: () => [],
  body: undefined,
});

function answerAndClose(socket: Socket, outcome: Outcome): void {
  if (outcome.kind === "answer") socket.end(rawHttpResponse(outcome), () => socket.destroy());
  else socket.destroy();
}

function rawHttpResponse({ status, headers, body }: Answer): string {
  const text = body ?? "";
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(text)), connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head}\r\n${text}`;
}
