// Health, the journal and its exports, expectations and coverage.
import { createRoute, z } from "@hono/zod-openapi";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { addRoute, problems } from "./add-route.js";
import type { App, Target } from "./route-parts.js";
import { Call, Coverage, callFilter } from "./schemas.js";

const Health = z.object({ status: z.literal("ok"), api: z.string(), version: z.string() }).openapi("Health");
const expectation = closed({
  operationId: z.string(),
  times: z.int().min(0).optional(),
  status: z.int().optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  query: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export function addInspection(app: App, mock: Target): void {
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
}
