// The routes that every mock has: health, the journal and what is told of it, the clock, faults, the rate limit, and state.
import { createRoute, z } from "@hono/zod-openapi";
import type { FaultSpec } from "../faults/faults.js";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { type App, addRoute, problems, type Target } from "./add-route.js";
import {
  ArmedFault,
  Call,
  ClockMove,
  ClockState,
  Coverage,
  callFilter,
  Fault,
  RateLimit,
  RateLimits,
  Snapshot,
} from "./schemas.js";

const Health = z.object({ status: z.literal("ok"), api: z.string(), version: z.string() }).openapi("Health");
const expectation = closed({
  operationId: z.string(),
  times: z.int().min(0).optional(),
  status: z.int().optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  query: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const id = z.object({ id: z.string() });

export function addMockRoutes(app: App, mock: Target): void {
  const limits = () => ({ limit: mock.rateLimits.get(), windows: mock.rateLimits.windows() });
  addRoute(app, "GET /health", "health", "Whether the mock is up, and what it mocks; needs no token", {
    isOpen: true,
    answer: ["It is.", Health],
    run: () => ({ status: "ok" as const, api: mock.api, version: internalsOf(mock).version }),
  });
  addRoute(app, "GET /calls", "listCalls", "The journal, oldest call first", {
    query: callFilter,
    answer: ["The calls.", z.object({ calls: z.array(Call) })],
    run: ({ query }) => ({ calls: mock.calls(query) }),
  });
  addRoute(app, "GET /calls.har", "exportHar", "The journal as HTTP Archive 1.2", {
    answer: ["The archive.", z.object({ log: z.unknown() })],
    run: () => mock.har(),
  });
  app.openapi(
    createRoute({
      operationId: "exportJsonLines",
      method: "get",
      path: "/calls.jsonl",
      summary: "The journal, one JSON object per line",
      responses: {
        200: { description: "The lines.", content: { "application/jsonl": { schema: z.string() } } },
        ...problems,
      },
    }),
    (context) => context.body(mock.jsonLines(), 200, { "content-type": "application/jsonl" }) as never,
  );
  addRoute(
    app,
    "POST /calls/expect",
    "expectCalled",
    "Whether an operation was called as expected; if not, what came near",
    {
      body: expectation,
      answer: ["The verdict.", z.object({ met: z.boolean(), message: z.string().optional() })],
      run: ({ body: { operationId, ...expected } }) => {
        try {
          mock.expectCalled(operationId, expected);
          return { met: true };
        } catch (error) {
          return { met: false, message: error instanceof Error ? error.message : String(error) };
        }
      },
    },
  );
  addRoute(app, "GET /coverage", "getCoverage", "Which operations and statuses of the contract were met", {
    answer: ["The report.", Coverage],
    run: () => mock.coverage(),
  });
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
  addRoute(app, "GET /state", "getState", "All that the mock holds, without secrets", {
    answer: ["The state.", z.unknown()],
    run: () => mock.snapshot().state,
  });
  addRoute(app, "GET /presets", "listPresets", "The situations a mock can start in", {
    answer: ["The presets.", z.object({ presets: z.array(z.object({ name: z.string(), summary: z.string() })) })],
    run: () => ({ presets: internalsOf(mock).presets }),
  });
  addRoute(app, "POST /reset", "reset", "Back to the start, or to a preset", {
    body: closed({ preset: z.string().optional() }),
    run: ({ body }) => mock.reset(body.preset),
  });
  addRoute(app, "POST /snapshot", "snapshot", "Store, limiter and clock as they are", {
    answer: ["The snapshot.", Snapshot],
    run: () => mock.snapshot(),
  });
  addRoute(app, "POST /restore", "restore", "Back to a snapshot", {
    body: Snapshot,
    run: ({ body }) => mock.restore(body),
  });
}
