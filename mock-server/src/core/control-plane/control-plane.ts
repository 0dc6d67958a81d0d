// The mock's own HTTP interface under /__mock, for tests in other languages and other containers. Its document is made from these routes.
import { OpenAPIHono } from "@hono/zod-openapi";
import { schemaProblem } from "../state/schema-problem.js";
import { addActions } from "./action-routes.js";
import { addClockAndFaults } from "./clock-and-faults-routes.js";
import { CONTROL_PATH } from "./control-path.js";
import { document } from "./document.js";
import { guard } from "./guard.js";
import { addInspection } from "./journal-routes.js";
import { addRefusals } from "./refusals.js";
import type { Target } from "./route-parts.js";
import { addState } from "./state-routes.js";

export interface ControlPlane {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface ControlPlaneOptions {
  /** What callers must send as `Authorization: Bearer`; undefined asks for nothing. */
  readonly token: string | undefined;
}

/** Makes the control plane of a mock. */
export function createControlPlane(mock: Target, { token }: ControlPlaneOptions): ControlPlane {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const { data } = result as { readonly data?: unknown };
      throw new RangeError(`${schemaProblem(PLACES[result.target] ?? result.target, data, result.error.issues)}.`);
    },
  }).basePath(CONTROL_PATH);
  app.use("*", guard(token));
  addRefusals(app);
  addInspection(app, mock);
  addClockAndFaults(app, mock);
  addState(app, mock);
  addActions(app, mock);
  app.get("/openapi.json", (context) => context.json(document(app, mock, token !== undefined)));
  return { fetch: (request) => app.fetch(request) };
}

const PLACES: Readonly<Record<string, string>> = { json: "body", query: "query", param: "path" };
