// State, presets, reset, snapshot and restore.
import { z } from "@hono/zod-openapi";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { addRoute } from "./add-route.js";
import type { App, Target } from "./route-parts.js";
import { Snapshot } from "./schemas.js";

export function addState(app: App, mock: Target): void {
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
