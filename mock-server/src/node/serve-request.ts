// One request on a socket: refused outside, given to the control plane, or answered by the mock.
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { targetOfLine } from "../core/request/request-target.js";
import type { Outcome } from "../core/response/outcome.js";
import { preflight } from "./cors.js";
import type { Listener } from "./listener.js";
import { outerRefusal } from "./outer-refusal.js";
import { SocketRequest } from "./socket-request.js";
import { writeOutcome } from "./write-outcome.js";

const CONTROL_PATH = "/__mock";

export function serveRequest(listener: Listener, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { internals } = listener.mock;
  listener.latest.set(incoming.socket, { incoming, outgoing });
  const target = targetOfLine(incoming.url ?? "");
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
