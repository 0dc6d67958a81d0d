// Whether a Termix instance is up.
import { createRoute, z } from "@hono/zod-openapi";
import { anyone } from "./security.js";
import { sources } from "./sources.js";

export const Health = z
  .object({ status: z.string().openapi({ ...sources.server, description: "`ok`.", example: "ok" }) })
  .openapi("Health");

const getHealth = createRoute({
  operationId: "getHealth",
  method: "get",
  path: "/health",
  tags: ["Health"],
  summary: "Whether the instance is up",
  description: "Anyone may ask.",
  ...sources.server,
  security: anyone,
  responses: {
    200: {
      description: "It is up.",
      ...sources.server,
      content: { "application/json": { schema: Health, example: { status: "ok" } } },
    },
  },
});

export const healthRoutes = { getHealth };
