// Who may drive the mock: no web page of another origin, and with a token only who sends it.
import type { MiddlewareHandler } from "hono";
import { problemBody } from "./add-route.js";
import { CONTROL_PATH } from "./control-path.js";

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

/** False where a browser says that a page of another origin, or of another site, is asking. Programs other than browsers say nothing. */
function isLocalPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || origin === new URL(request.url).origin;
}
