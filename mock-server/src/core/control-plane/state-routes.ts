// State, presets, reset, snapshot and restore.
import { createRoute, z } from "@hono/zod-openapi";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { type App, answered, bodyProblems, done, given, problems, type Target } from "./route-parts.js";
import { Snapshot } from "./schemas.js";

export function addState(app: App, mock: Target): void {
  app.openapi(
    createRoute({
      operationId: "getState",
      method: "get",
      path: "/state",
      summary: "All that the mock holds, without secrets",
      responses: { ...answered("The state.", z.unknown()), ...problems },
    }),
    (context) => context.json(mock.snapshot().state as Record<string, never>, 200),
  );
  app.openapi(
    createRoute({
      operationId: "listPresets",
      method: "get",
      path: "/presets",
      summary: "The situations a mock can start in",
      responses: {
        ...answered(
          "The presets.",
          z.object({ presets: z.array(z.object({ name: z.string(), summary: z.string() })) }),
        ),
        ...problems,
      },
    }),
    (context) => context.json({ presets: [...internalsOf(mock).presets] }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "reset",
      method: "post",
      path: "/reset",
      summary: "Back to the start, or to a preset",
      request: given(closed({ preset: z.string().optional() })),
      responses: { ...done, ...bodyProblems },
    }),
    (context) => {
      mock.reset(context.req.valid("json").preset);
      return context.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      operationId: "snapshot",
      method: "post",
      path: "/snapshot",
      summary: "Store, limiter and clock as they are",
      responses: { ...answered("The snapshot.", Snapshot), ...problems },
    }),
    (context) => context.json(mock.snapshot() as never, 200) as never,
  );
  app.openapi(
    createRoute({
      operationId: "restore",
      method: "post",
      path: "/restore",
      summary: "Back to a snapshot",
      request: given(Snapshot),
      responses: { ...done, ...bodyProblems },
    }),
    (context) => {
      mock.restore(context.req.valid("json"));
      return context.body(null, 204);
    },
  );
}
