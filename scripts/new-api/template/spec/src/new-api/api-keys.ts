// The API keys of an account.
import { createRoute, z } from "@hono/zod-openapi";
import { everywhere, ofBodies, ofOne } from "./errors.js";
import { keyForm, withKey } from "./security.js";
import { sources } from "./sources.js";

const tags = ["API keys"];
const exampleId = "0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10";
const exampleKey = { id: exampleId, name: "CI pipeline", created_at: "2026-01-15T09:30:00.000Z" };

const time = (description: string) =>
  z.iso.datetime({ offset: true }).openapi({ ...sources.guess, description, example: "2026-01-15T09:30:00.000Z" });

/** What a list tells of a key: never the secret. */
export const ApiKey = z
  .object({
    id: z.uuid().openapi({ ...sources.guess, description: "The id of the key.", example: exampleId }),
    name: z.string().openapi({ ...sources.guess, description: "What the key is for.", example: "CI pipeline" }),
    created_at: time("When the key was made."),
    last_used_at: time("When the key last authenticated a request, or null if it never has.").nullable(),
  })
  .openapi("ApiKey", { description: "A key as it is listed." });

/** The answer to `createApiKey`: the only one that ever holds the secret. */
export const CreatedApiKey = ApiKey.extend({
  key: z
    .string()
    .regex(new RegExp(keyForm.pattern))
    .openapi({
      ...sources.guess,
      "x-secret": true,
      description: "The full key, shown this once.",
      example: `${keyForm.prefix}${"x".repeat(32)}`,
    }),
}).openapi("CreatedApiKey", { description: "A new key with its secret." });

export const ApiKeyList = z
  .object({ items: z.array(ApiKey).openapi({ ...sources.guess, description: "All keys, newest first." }) })
  .openapi("ApiKeyList");

export const CreateApiKeyBody = z
  .object({
    name: z
      .string()
      // Said for zod and for the document: zod's own bounds count the halves of an emoji, JSON Schema counts characters.
      .regex(/^[\s\S]{1,100}$/u, "must hold 1 to 100 characters")
      .openapi({
        ...sources.guess,
        type: "string",
        pattern: "^[\\s\\S]{1,100}$",
        description: "What the key is for: 1 to 100 characters.",
        example: "CI pipeline",
      }),
  })
  .openapi("CreateApiKeyBody");

const createApiKey = createRoute({
  operationId: "createApiKey",
  method: "post",
  path: "/v1/api_keys",
  tags,
  summary: "Create an API key",
  description: "Makes a key and shows its secret, this once.",
  ...sources.guess,
  security: withKey,
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: CreateApiKeyBody, example: { name: "CI pipeline" } } },
    },
  },
  responses: {
    201: {
      description: "The new key with its secret.",
      ...sources.guess,
      content: {
        "application/json": {
          schema: CreatedApiKey,
          example: { ...exampleKey, last_used_at: null, key: `${keyForm.prefix}${"x".repeat(32)}` },
        },
      },
      links: {
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { id: "$response.body#/id" },
          description: "Revokes the key that was made.",
        },
      },
    },
    ...everywhere,
    ...ofBodies,
  },
});

const listApiKeys = createRoute({
  operationId: "listApiKeys",
  method: "get",
  path: "/v1/api_keys",
  tags,
  summary: "List the API keys",
  description: "All keys of the account, newest first, without their secrets.",
  ...sources.guess,
  security: withKey,
  responses: {
    200: {
      description: "The keys.",
      ...sources.guess,
      content: {
        "application/json": {
          schema: ApiKeyList,
          example: { items: [{ ...exampleKey, last_used_at: "2026-02-01T12:00:00.000Z" }] },
        },
      },
    },
    ...everywhere,
  },
});

const deleteApiKey = createRoute({
  operationId: "deleteApiKey",
  method: "delete",
  path: "/v1/api_keys/{id}",
  tags,
  summary: "Delete an API key",
  description: "The key stops working at once, for good.",
  ...sources.guess,
  security: withKey,
  request: {
    params: z.object({
      id: z.string().openapi({
        param: { name: "id", in: "path" },
        ...sources.guess,
        description: "The id of the key.",
        example: exampleId,
      }),
    }),
  },
  responses: { 204: { description: "The key is gone.", ...sources.guess }, ...everywhere, ...ofOne },
});

export const apiKeyRoutes = { createApiKey, listApiKeys, deleteApiKey };
