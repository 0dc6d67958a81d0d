// The agents of a MUTX account: the page's own example of what a key opens.
import { createRoute, z } from "@hono/zod-openapi";
import { invalidPage, rateLimited, serverError, unauthenticated } from "./errors.js";
import { Page, pageQuery } from "./pagination.js";
import { authenticated } from "./security.js";
import { sources } from "./sources.js";
import { time } from "./times.js";

const exampleId = "7d1e5a3c-9b2f-4c8d-a6e0-4f3b2c1d0e90";
const exampleUserId = "b8e2d4f6-0a1c-4e3d-9f5b-6c7a8d9e0f10";

export const Agent = z
  .object({
    id: z.uuid().openapi({ ...sources.server, description: "The id of the agent.", example: exampleId }),
    name: z.string().openapi({ ...sources.server, description: "Its name.", example: "Support triage" }),
    description: z
      .string()
      .nullable()
      .openapi({ ...sources.server, description: "What it does, or null.", example: "Sorts incoming tickets" }),
    type: z.string().openapi({
      ...sources.server,
      description: "The kind of agent.",
      examples: ["openai", "anthropic", "langchain", "custom", "openclaw"],
    }),
    status: z.string().openapi({
      ...sources.server,
      description: "What it is doing.",
      examples: ["creating", "running", "stopped", "failed", "deleting"],
    }),
    config: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({
        ...sources.server,
        description: "Its configuration, which depends on its type, or null.",
        example: { model: "gpt-4o" },
      }),
    config_version: z
      .number()
      .int()
      .min(1)
      .openapi({ ...sources.server, description: "Counts the changes of its configuration, from 1.", example: 1 }),
    created_at: time("When it was made."),
    updated_at: time("When it was last changed."),
    user_id: z.uuid().openapi({ ...sources.server, description: "The user it belongs to.", example: exampleUserId }),
  })
  .openapi("Agent");

export const AgentPage = Page.extend({
  items: z.array(Agent).openapi({ ...sources.server, description: "The agents on this page." }),
}).openapi("AgentPage");

const listAgents = createRoute({
  operationId: "listAgents",
  method: "get",
  path: "/agents",
  tags: ["Agents"],
  summary: "List the agents of the account",
  description:
    "The page's example of a call with `X-API-Key`. It writes `https://api.mutx.dev/agents`; today's server has it under `/v1`.",
  ...sources.page,
  security: authenticated,
  request: { query: z.object(pageQuery) },
  responses: {
    200: {
      description: "One page of agents.",
      ...sources.server,
      content: {
        "application/json": {
          schema: AgentPage,
          example: {
            items: [
              {
                id: exampleId,
                name: "Support triage",
                description: null,
                type: "openai",
                status: "running",
                config: { model: "gpt-4o" },
                config_version: 1,
                created_at: "2026-03-22T12:00:00.123456Z",
                updated_at: "2026-03-22T12:00:00.123456Z",
                user_id: exampleUserId,
              },
            ],
            total: 1,
            skip: 0,
            limit: 50,
            has_more: false,
          },
        },
      },
    },
    401: unauthenticated,
    422: invalidPage,
    429: rateLimited(),
    500: serverError,
  },
});

export const agentRoutes = { listAgents };
