// A request on its way through any transport: handled, waited for as its outcome says, then performed.

import type { IncomingRequest } from "../request/incoming-request.js";
import type { Outcome } from "../response/outcome.js";
import type { PendingRequests } from "../time/pending-requests.js";
import type { RequestActivity } from "../time/request-activity.js";

/** The side of a mock that transports give requests to. */
export interface RequestReceiver {
  readonly handle: (request: IncomingRequest) => Outcome | Promise<Outcome>;
  readonly activity: RequestActivity;
  readonly pending: PendingRequests;
}

/** What a transport does with the requests that it gives to a mock. */
export interface Delivery<Result> {
  /** Called once the outcome is due: at once, after its latency, or, for a hang, when the mock is closed. */
  readonly perform: (outcome: Outcome) => Result;
  /** Asked for only where there is something to wait for. Once aborted, the wait ends with its reason. */
  readonly signal: () => AbortSignal | undefined;
}

/** Performs at once where nothing has to be waited for. */
export function deliver<Result>(
  receiver: RequestReceiver,
  request: IncomingRequest,
  delivery: Delivery<Result>,
): Result | Promise<Result> {
  const done = receiver.activity.begin();
  try {
    const handled = receiver.handle(request);
    return isDue(handled) ? delivery.perform(handled) : deliverLater(receiver, handled, delivery);
  } finally {
    done();
  }
}

const isDue = (handled: Outcome | Promise<Outcome>): handled is Outcome =>
  !(handled instanceof Promise) && handled.kind !== "hang" && handled.delay === 0;

async function deliverLater<Result>(
  { activity, pending }: RequestReceiver,
  handled: Outcome | Promise<Outcome>,
  { perform, signal }: Delivery<Result>,
): Promise<Result> {
  const done = activity.begin();
  try {
    const ended = signal();
    const outcome = await handled;
    if (outcome.kind === "hang") {
      // It counts as over: a client's clock need not wait for it.
      done();
      await pending.wait(undefined, ended);
    } else if (outcome.delay > 0) await pending.wait(outcome.delay, ended);
    return perform(outcome);
  } finally {
    done();
  }
}
