// Who may drive the mock: no web page of another origin, and with a token only who sends it.
import type { MiddlewareHandler } from "hono";
import { CONTROL_PATH } from "./control-path.js";
import { isLocalPage } from "./is-local-page.js";
import { problemBody } from "./route-parts.js";

/** Neither holds anything of the mock's data: container health checks and readers of the document need no token. */
const OPEN_PATHS = new Set([`${CONTROL_PATH}/health`, `${CONTROL_PATH}/openapi.json`]);

export const guard =
  (token: string | undefined): MiddlewareHandler =>
  async (context, next) => {
    if (!isLocalPage(context.req.raw)) {
      return context.json(problemBody("A web page of another origin may not drive the mock."), 403);
    }
    const isOpen = OPEN_PATHS.has(context.req.path);
    if (token !== undefined && !isOpen && context.req.header("authorization") !== `Bearer ${token}`) {
      return context.json(problemBody("Send the token that the mock printed, as Authorization: Bearer <token>."), 401);
    }
    return next();
  };
