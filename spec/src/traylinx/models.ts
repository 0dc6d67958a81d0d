// The models that a project's key opens: the simplest call with which to try a key.
import { createRoute, z } from "@hono/zod-openapi";
import { invalidApiKey, serverError } from "./errors.js";
import { withProjectKey } from "./security.js";
import { modelServers as servers } from "./servers.js";
import { sources } from "./sources.js";

export const Model = z
  .object({
    id: z.string().openapi({
      ...sources.openAi,
      description: "The model's name, as `POST /chat/completions` takes it.",
      example: "openai/gpt-oss-120b",
    }),
    object: z.string().openapi({ ...sources.openAi, description: "`model`.", example: "model" }),
    created: z
      .number()
      .int()
      .openapi({ ...sources.openAi, description: "When it was made, in seconds since 1970.", example: 1_709_251_200 }),
    owned_by: z.string().openapi({ ...sources.openAi, description: "Who offers it.", example: "openai" }),
  })
  .openapi("Model");

export const ModelList = z
  .object({
    object: z.string().openapi({ ...sources.openAi, description: "`list`.", example: "list" }),
    data: z.array(Model).openapi({ ...sources.openAi, description: "The models. There are no pages." }),
  })
  .openapi("ModelList");

const listModels = createRoute({
  operationId: "listModels",
  method: "get",
  path: "/models",
  tags: ["Models"],
  servers,
  summary: "List the models that the key opens",
  description:
    "Lives on the model host, which is OpenAI-compatible and takes the project's secret key. (Its other calls, such as `POST /chat/completions`, are not described here.)",
  ...sources.apiKeysPage,
  security: withProjectKey,
  responses: {
    200: {
      description: "The models.",
      ...sources.openAi,
      content: {
        "application/json": {
          schema: ModelList,
          example: {
            object: "list",
            data: [{ id: "openai/gpt-oss-120b", object: "model", created: 1_709_251_200, owned_by: "openai" }],
          },
        },
      },
    },
    401: invalidApiKey,
    500: serverError,
  },
});

export const modelRoutes = { listModels };
