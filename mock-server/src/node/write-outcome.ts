// What the mock decided, performed on a socket: the answer written, the connection reset, or broken off in the middle of the body.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Outcome } from "../core/response/outcome.js";
import { CORS_HEADERS } from "./cors.js";
import type { Listener } from "./listener.js";

export function writeOutcome(
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
