// The mock's own HTTP interface under /__mock, for tests in other languages and other containers. Its document is made from these routes.
import { OpenAPIHono } from "@hono/zod-openapi";
import { schemaProblem } from "../state/schema-problem.js";
import { addActions } from "./action-routes.js";
import type { Target } from "./add-route.js";
import { CONTROL_PATH } from "./control-path.js";
import { document } from "./document.js";
import { guard } from "./guard.js";
import { addMockRoutes } from "./mock-routes.js";
import { addRefusals } from "./refusals.js";

/** Makes the control plane of a mock. Callers must send `token` as `Authorization: Bearer`; undefined asks for nothing. */
export function createControlPlane(mock: Target, { token }: { readonly token: string | undefined }) {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const { data } = result as { readonly data?: unknown };
      throw new RangeError(`${schemaProblem(PLACES[result.target] ?? result.target, data, result.error.issues)}.`);
    },
  }).basePath(CONTROL_PATH);
  app.use("*", guard(token));
  addRefusals(app);
  addMockRoutes(app, mock);
  addActions(app, mock);
  app.get("/openapi.json", (context) => context.json(document(app, mock, token !== undefined)));
  return { fetch: (request: Request) => app.fetch(request) };
}

const PLACES: Readonly<Record<string, string>> = { json: "body", query: "query", param: "path" };
