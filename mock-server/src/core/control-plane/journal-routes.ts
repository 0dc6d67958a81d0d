// Health, the journal and its exports, expectations and coverage.
import { createRoute, z } from "@hono/zod-openapi";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { type App, answered, bodyProblems, given, problems, type Target } from "./route-parts.js";
import { Call, Coverage, callFilter } from "./schemas.js";
import { withoutUndefined } from "./without-undefined.js";

export function addInspection(app: App, mock: Target): void {
  const Health = z.object({ status: z.literal("ok"), api: z.string(), version: z.string() }).openapi("Health");
  app.openapi(
    createRoute({
      operationId: "health",
      method: "get",
      path: "/health",
      summary: "Whether the mock is up, and what it mocks; needs no token",
      security: [],
      responses: { ...answered("It is.", Health), ...problems },
    }),
    (context) => context.json({ status: "ok" as const, api: mock.api, version: internalsOf(mock).version }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "listCalls",
      method: "get",
      path: "/calls",
      summary: "The journal, oldest call first",
      request: { query: callFilter },
      responses: { ...answered("The calls.", z.object({ calls: z.array(Call) })), ...problems },
    }),
    (context) => context.json({ calls: mock.calls(withoutUndefined(context.req.valid("query"))) }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "exportHar",
      method: "get",
      path: "/calls.har",
      summary: "The journal as HTTP Archive 1.2",
      responses: { ...answered("The archive.", z.object({ log: z.unknown() })), ...problems },
    }),
    (context) => context.json(mock.har(), 200),
  );
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
  const Expected = closed({
    operationId: z.string(),
    times: z.int().min(0).optional(),
    status: z.int().optional(),
    body: z.record(z.string(), z.unknown()).optional(),
    query: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  });
  app.openapi(
    createRoute({
      operationId: "expectCalled",
      method: "post",
      path: "/calls/expect",
      summary: "Whether an operation was called as expected; if not, what came near",
      request: given(Expected),
      responses: {
        ...answered("The verdict.", z.object({ met: z.boolean(), message: z.string().optional() })),
        ...bodyProblems,
      },
    }),
    (context) => {
      const { operationId, ...expected } = context.req.valid("json");
      try {
        mock.expectCalled(operationId, withoutUndefined(expected));
        return context.json({ met: true }, 200);
      } catch (error) {
        return context.json({ met: false, message: error instanceof Error ? error.message : String(error) }, 200);
      }
    },
  );
  app.openapi(
    createRoute({
      operationId: "getCoverage",
      method: "get",
      path: "/coverage",
      summary: "Which operations and statuses of the contract were met",
      responses: { ...answered("The report.", Coverage), ...problems },
    }),
    (context) => context.json(structuredClone(mock.coverage()) as z.infer<typeof Coverage>, 200),
  );
}
