// The clock, the faults and the rate limit.
import { createRoute, z } from "@hono/zod-openapi";
import { closed } from "../state/schema-problem.js";
import { type App, answered, bodyProblems, done, given, json, problems, type Target } from "./route-parts.js";
import { ArmedFault, ClockState, Duration, Fault, RateLimit, RateWindow } from "./schemas.js";
import { withoutUndefined } from "./without-undefined.js";

export function addClockAndFaults(app: App, mock: Target): void {
  app.openapi(
    createRoute({
      operationId: "getClock",
      method: "get",
      path: "/clock",
      summary: "The mock's time",
      responses: { ...answered("The clock.", ClockState), ...problems },
    }),
    (context) => context.json(mock.clock.state(), 200),
  );
  const Move = closed({
    freeze: z
      .union([z.string(), z.literal(true)], {
        error: 'must be a time such as "2026-01-01T00:00:00Z", or true for where the clock stands',
      })
      .optional(),
    advance: Duration.optional(),
    resume: z.literal(true).optional(),
  }).openapi("ClockMove", {
    description: "Freezes (true: where it stands), then advances, then resumes, as far as given.",
  });
  app.openapi(
    createRoute({
      operationId: "moveClock",
      method: "post",
      path: "/clock",
      summary: "Freeze, advance or resume the clock",
      request: given(Move),
      responses: { ...answered("The clock.", ClockState), ...bodyProblems },
    }),
    (context) => {
      mock.clock.move(withoutUndefined(context.req.valid("json")));
      return context.json(mock.clock.state(), 200);
    },
  );
  app.openapi(
    createRoute({
      operationId: "listFaults",
      method: "get",
      path: "/faults",
      summary: "The faults that are armed",
      responses: { ...answered("The faults.", z.object({ faults: z.array(ArmedFault) })), ...problems },
    }),
    (context) => context.json({ faults: structuredClone(mock.faults.list()) as z.infer<typeof ArmedFault>[] }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "addFault",
      method: "post",
      path: "/faults",
      summary: "Arm a fault",
      request: given(Fault),
      responses: { 201: { description: "Armed.", content: json(z.object({ id: z.string() })) }, ...bodyProblems },
    }),
    (context) => context.json({ id: mock.faults.add(context.req.valid("json") as never) }, 201),
  );
  app.openapi(
    createRoute({
      operationId: "clearFaults",
      method: "delete",
      path: "/faults",
      summary: "Disarm all faults",
      responses: { ...done, ...problems },
    }),
    (context) => {
      mock.faults.clear();
      return context.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      operationId: "removeFault",
      method: "delete",
      path: "/faults/{id}",
      summary: "Disarm one fault; gone already is done, too",
      request: { params: z.object({ id: z.string() }) },
      responses: { ...done, ...problems },
    }),
    (context) => {
      mock.faults.remove(context.req.valid("param").id);
      return context.body(null, 204);
    },
  );
  const Limits = z.object({ limit: RateLimit, windows: z.array(RateWindow) }).openapi("RateLimits");
  const limits = () => ({ limit: mock.rateLimits.get(), windows: mock.rateLimits.windows() });
  app.openapi(
    createRoute({
      operationId: "getRateLimits",
      method: "get",
      path: "/rate-limits",
      summary: "The limit, and the windows that are open",
      responses: { ...answered("The limits.", Limits), ...problems },
    }),
    (context) => context.json(limits(), 200),
  );
  app.openapi(
    createRoute({
      operationId: "setRateLimit",
      method: "put",
      path: "/rate-limits",
      summary: "Another limit for every credential, or none",
      request: given(closed({ limit: RateLimit })),
      responses: { ...answered("The limits.", Limits), ...bodyProblems },
    }),
    (context) => {
      const { limit } = context.req.valid("json");
      mock.rateLimits.set(limit === false ? false : withoutUndefined(limit));
      return context.json(limits(), 200);
    },
  );
}
