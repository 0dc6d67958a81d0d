// The clock, the faults and the rate limit.
import { z } from "@hono/zod-openapi";
import type { FaultSpec } from "../faults/faults.js";
import { closed } from "../state/schema-problem.js";
import { addRoute } from "./add-route.js";
import type { App, Target } from "./route-parts.js";
import { ArmedFault, ClockMove, ClockState, Fault, RateLimit, RateLimits } from "./schemas.js";

const id = z.object({ id: z.string() });

export function addClockAndFaults(app: App, mock: Target): void {
  const limits = () => ({ limit: mock.rateLimits.get(), windows: mock.rateLimits.windows() });
  addRoute(app, "GET /clock", "getClock", "The mock's time", {
    answer: ["The clock.", ClockState],
    run: () => mock.clock.state(),
  });
  addRoute(app, "POST /clock", "moveClock", "Freeze, advance or resume the clock", {
    body: ClockMove,
    answer: ["The clock.", ClockState],
    run: ({ body }) => {
      mock.clock.move(body);
      return mock.clock.state();
    },
  });
  addRoute(app, "GET /faults", "listFaults", "The faults that are armed", {
    answer: ["The faults.", z.object({ faults: z.array(ArmedFault) })],
    run: () => ({ faults: mock.faults.list() }),
  });
  addRoute(app, "POST /faults", "addFault", "Arm a fault", {
    body: Fault,
    status: 201,
    answer: ["Armed.", id],
    run: ({ body }) => ({ id: mock.faults.add(body as FaultSpec) }),
  });
  addRoute(app, "DELETE /faults", "clearFaults", "Disarm all faults", {
    run: () => mock.faults.clear(),
  });
  addRoute(app, "DELETE /faults/{id}", "removeFault", "Disarm one fault; gone already is done, too", {
    params: id,
    run: ({ params }) => void mock.faults.remove(params.id),
  });
  addRoute(app, "GET /rate-limits", "getRateLimits", "The limit, and the windows that are open", {
    answer: ["The limits.", RateLimits],
    run: limits,
  });
  addRoute(app, "PUT /rate-limits", "setRateLimit", "Another limit for every credential, or none", {
    body: closed({ limit: RateLimit }),
    answer: ["The limits.", RateLimits],
    run: ({ body }) => {
      mock.rateLimits.set(body.limit);
      return limits();
    },
  });
}
