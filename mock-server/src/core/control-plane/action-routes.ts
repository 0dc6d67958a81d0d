// What the control plane offers for one API alone: a route for each of its actions.
import { z } from "@hono/zod-openapi";
import { internalsOf } from "../mock/mock-internals.js";
import { closed } from "../state/schema-problem.js";
import { type App, addRoute, type Target } from "./add-route.js";

export function addActions(app: App, mock: Target): void {
  for (const { route, operationId, summary, input, result, resultField, run } of internalsOf(mock).actions) {
    if (route === undefined || operationId === undefined) continue;
    const isInPath = ([name]: readonly [string, unknown]) => route.includes(`{${name}}`);
    const fields = Object.entries(input);
    const params = fields.filter(isInPath).map(([name, schema]) => [name, required(schema)]);
    const others = fields.filter((field) => !isInPath(field));
    const shown = result && resultField !== undefined ? z.object({ [resultField]: result }) : result;
    addRoute(app, route, operationId, summary, {
      ...(params.length > 0 && { params: z.object(Object.fromEntries(params)) }),
      ...(others.length > 0 && {
        [route.startsWith("GET ") ? "query" : "body"]: closed(Object.fromEntries(others)),
      }),
      ...(shown && { answer: ["Done.", shown] }),
      run: async ({ params, query, body }) => {
        const value = await run(Object.assign({}, params, query, body));
        return (resultField === undefined ? value : { [resultField]: value }) as never;
      },
    });
  }
}

/** A path always names what a method may leave out. */
const required = (schema: z.ZodType) => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);
