// How the control plane answers what it cannot do: a path that does not exist, a wrong method, a wrong body, an action that fails.
import { HTTPException } from "hono/http-exception";
import { type App, problemBody } from "./add-route.js";
import { CONTROL_PATH } from "./control-path.js";

const WRONG_TYPE = "The body must be JSON and say so: send Content-Type: application/json.";

export function addRefusals(app: App): void {
  app.onError((error, context) => {
    if (error instanceof HTTPException) {
      return context.json(problemBody(error.status === 415 ? WRONG_TYPE : error.message), error.status);
    }
    if (error instanceof RangeError || error instanceof TypeError) {
      return context.json(problemBody(error.message), 400);
    }
    return context.json(problemBody(`The control plane failed: ${error.message}`), 500);
  });
  app.notFound((context) => {
    const { method, path } = context.req;
    const allow = methodsOf(app, path);
    if (allow.length === 0) {
      return context.json(problemBody(`There is no ${method} ${path}. See ${CONTROL_PATH}/openapi.json.`), 404);
    }
    const message = `${path} takes no ${method}. Allowed: ${allow.join(", ")}.`;
    return context.json(problemBody(message), 405, { allow: allow.join(", ") });
  });
}

/** The methods that a path has, HEAD wherever there is GET. */
function methodsOf(app: App, path: string): string[] {
  const methods = new Set<string>();
  for (const route of app.routes) {
    if (route.method === "ALL" || !samePath(path, route.path)) continue;
    methods.add(route.method);
    if (route.method === "GET") methods.add("HEAD");
  }
  return [...methods];
}

function samePath(path: string, template: string): boolean {
  const given = path.split("/");
  const wanted = template.split("/");
  return given.length === wanted.length && wanted.every((part, i) => part.startsWith(":") || part === given[i]);
}
