// What the control plane offers for one API alone: its actions.
import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import { internalsOf } from "../mock/mock-internals.js";
import { type App, answered, bodyProblems, done, given, problems, type Target } from "./route-parts.js";

export function addOwnControls(app: App, mock: Target): void {
  for (const { operationId, method, path, summary, params, body, result, run } of internalsOf(mock).controls) {
    const config: RouteConfig & { path: string } = {
      operationId,
      method,
      path,
      summary,
      request: { ...(params !== undefined && { params }), ...(body !== undefined && given(body)) },
      responses: {
        ...(result === undefined ? done : answered("Done.", result)),
        ...(body === undefined ? problems : bodyProblems),
      },
    };
    app.openapi(createRoute(config), async (context) => {
      const valid = context.req as unknown as { valid(target: "param" | "json"): unknown };
      const value = await run({
        params: params === undefined ? undefined : valid.valid("param"),
        body: body === undefined ? undefined : valid.valid("json"),
      });
      return result === undefined ? context.body(null, 204) : context.json(value as Record<string, never>, 200);
    });
  }
}
