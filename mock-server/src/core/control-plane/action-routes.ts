// What the control plane offers for one API alone: a route for each of its actions.
import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { BoundAction } from "../actions/action.js";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { type App, answered, bodyProblems, done, given, problems, type Target } from "./route-parts.js";

type Part = "param" | "query" | "json";

export function addActions(app: App, mock: Target): void {
  for (const action of internalsOf(mock).actions) {
    const { config, parts } = routeOf(action);
    if (config === undefined) continue;
    const { result, resultField, run } = action;
    app.openapi(createRoute(config), async (context) => {
      const request = context.req as unknown as { valid(part: Part): object };
      const value = await run(Object.assign({}, ...parts.map((part) => request.valid(part))));
      if (result === undefined) return context.body(null, 204);
      return context.json((resultField === undefined ? value : { [resultField]: value }) as object, 200) as never;
    });
  }
}

interface ActionRoute {
  readonly config?: RouteConfig & { path: string };
  /** Where the input travels. */
  readonly parts: readonly Part[];
}

function routeOf({ route, operationId, summary, input, result, resultField }: BoundAction): ActionRoute {
  if (route === undefined) return { parts: [] };
  const [method = "", path = ""] = route.split(" ");
  const isInPath = ([name]: readonly [string, unknown]) => path.includes(`{${name}}`);
  const fields = Object.entries(input);
  const params = fields.filter(isInPath).map(([name, schema]) => [name, required(schema)]);
  const others = fields.filter((field) => !isInPath(field));
  const elsewhere: Part = method === "GET" ? "query" : "json";
  const rest = closed(Object.fromEntries(others));
  return {
    parts: [...(params.length > 0 ? (["param"] as const) : []), ...(others.length > 0 ? [elsewhere] : [])],
    config: {
      method: method.toLowerCase() as "get",
      path,
      summary,
      ...(operationId !== undefined && { operationId }),
      request: {
        ...(params.length > 0 && { params: z.object(Object.fromEntries(params)) }),
        ...(others.length > 0 && (elsewhere === "query" ? { query: rest } : given(rest))),
      },
      responses: {
        ...(result === undefined
          ? done
          : answered("Done.", resultField === undefined ? result : z.object({ [resultField]: result }))),
        ...(others.length > 0 && elsewhere === "json" ? bodyProblems : problems),
      },
    },
  };
}

/** A path always names what a method may leave out. */
const required = (schema: z.ZodType) => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);
