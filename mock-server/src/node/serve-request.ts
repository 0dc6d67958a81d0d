// One request on a socket: refused outside, given to the control plane, or answered by the mock.
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { isControlTarget } from "../core/control-plane/control-path.js";
import { targetOfLine } from "../core/request/request-target.js";
import { deliver } from "../core/transport/deliver.js";
import { preflight } from "./cors.js";
import type { Listener } from "./listener.js";
import { outerRefusal } from "./outer-refusal.js";
import { SocketRequest } from "./socket-request.js";
import { writeOutcome } from "./write-outcome.js";

export function serveRequest(listener: Listener, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { internals } = listener;
  listener.latest.set(incoming.socket, { incoming, outgoing });
  const target = targetOfLine(incoming.url ?? "");
  const received = new SocketRequest(incoming, target ?? "/");
  const refusal = outerRefusal(listener, incoming, target);
  if (refusal !== undefined) {
    const [problem, why] = refusal;
    writeOutcome(listener, internals.refuse(received, problem, why), incoming, outgoing);
    return;
  }
  if (isControlTarget(received.target)) {
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
  const delivered = deliver(internals, received, {
    signal: () => closed(outgoing),
    perform: (outcome) => writeOutcome(listener, outcome, incoming, outgoing),
  });
  if (delivered instanceof Promise) delivered.catch(() => outgoing.destroy());
}

/** Aborts once the connection is closed, or the answer is complete. */
function closed(outgoing: ServerResponse): AbortSignal {
  const abort = new AbortController();
  outgoing.once("close", () => abort.abort());
  return abort.signal;
}

/** The control plane is a Hono app of its own. */
function control(listener: Listener, incoming: IncomingMessage, outgoing: ServerResponse): void {
  listener.controlPlane ??= import("../core/control-plane/control-plane.js").then(({ createControlPlane }) => {
    const { fetch } = createControlPlane(listener.mock, { token: listener.controlToken });
    return getRequestListener(fetch, { hostname: "localhost", overrideGlobalObjects: false });
  });
  void listener.controlPlane.then((handle) => handle(incoming, outgoing));
}
