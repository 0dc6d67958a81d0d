// The API keys of an account: their fields and routes.
import { createRoute, z } from "@hono/zod-openapi";
import { documented, inferred } from "../provenance.js";
import { errorAnswers } from "./errors.js";
import { exampleIds, pathId } from "./identifiers.js";
import { Page, pageQuery } from "./pagination.js";
import { keyForm, withKeyOrSession } from "./security.js";
import { sources } from "./sources.js";

const tags = ["API keys"];
const exampleKey = `${keyForm.prefix}${"x".repeat(32)}`;
const fieldName = inferred(
  "That the answer carries it is documented at https://docs.terminus.app/account/api-keys; the field's name is inferred.",
);
const wholePath = inferred(
  "The operation is documented in prose at https://docs.terminus.app/authentication; its path is inferred.",
);

const notAllowed = { type: "permission_error", message: "Only account owners and admins can manage API keys" };

/** What a list tells of a key: never the secret. */
export const ApiKey = z
  .object({
    id: z.uuid().openapi({
      ...inferred("Something must name the key that is to be deleted; a UUID as for records."),
      description: "The id of the key, which `deleteApiKey` takes.",
      example: exampleIds.apiKey,
    }),
    name: z.string().openapi({ ...fieldName, description: "What the key is for. Not unique.", example: "CI pipeline" }),
    created_at: z.iso.datetime({ offset: true }).openapi({
      ...fieldName,
      description: "When the key was made: an RFC 3339 time.",
      example: "2026-01-15T09:30:00.000Z",
    }),
    last_used_at: z.iso
      .datetime({ offset: true })
      .nullable()
      .openapi({
        ...fieldName,
        description:
          "When the key last authenticated a request, or null if it never has. Each successful authentication moves it.",
        example: "2026-02-01T12:00:00.000Z",
      }),
  })
  .openapi("ApiKey", {
    description: "A key as it is listed. Its secret is shown once, by `createApiKey`, and never again.",
  });

/** The answer to `createApiKey`: the only one that ever holds the secret. */
export const CreatedApiKey = ApiKey.extend({
  key: z
    .string()
    .regex(new RegExp(`^${keyForm.prefix}`))
    .openapi({
      ...inferred(
        "That the full key is shown once is documented at https://docs.terminus.app/account/api-keys; the field's name is inferred.",
      ),
      "x-secret": true,
      description: `The full key, shown this once: \`${keyForm.prefix}\` and random characters. Only a one-way hash of it is kept.`,
      example: exampleKey,
    }),
}).openapi("CreatedApiKey", { description: "A new key with its secret. This is the only answer that holds it." });

export const ApiKeyPage = Page.extend({
  items: z.array(ApiKey).openapi({
    ...inferred("The envelope is documented for every list endpoint; that it holds for keys is inferred."),
    description: "The keys on this page.",
  }),
}).openapi("ApiKeyPage");

export const CreateApiKeyBody = z
  .object({
    name: z
      .string()
      // The bound holds after trimming, which JSON Schema cannot say otherwise: the pattern is the rule for both.
      .regex(/^\s*\S(?:[\s\S]{0,253}\S)?\s*$/u, "must hold 1 to 255 characters")
      .transform((name) => name.trim())
      .openapi({
        ...documented("https://docs.terminus.app/authentication"),
        type: "string",
        pattern: "^\\s*\\S(?:[\\s\\S]{0,253}\\S)?\\s*$",
        description:
          "What the key is for: 1 to 255 characters after trimming (the bounds are inferred). Need not be unique.",
        example: "CI pipeline",
      }),
  })
  .openapi("CreateApiKeyBody");

const createApiKey = createRoute({
  operationId: "createApiKey",
  method: "post",
  path: "/api/v1/api_keys",
  tags,
  summary: "Create an API key",
  description:
    "Makes a key for the account and shows its secret, this once. Who may: an owner's or admin's session, and (inferred, since the vendor's pages disagree) any key of the account. The API has no idempotency key, so a repeated call makes a second key.",
  ...sources.signIn,
  security: withKeyOrSession,
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: CreateApiKeyBody, example: { name: "CI pipeline" } } },
    },
  },
  responses: {
    201: {
      description: "The new key with its secret.",
      ...inferred(
        "That the answer carries the full key is documented at https://docs.terminus.app/authentication; the status is inferred. Accept any 2xx.",
      ),
      content: {
        "application/json": {
          schema: CreatedApiKey,
          example: {
            id: exampleIds.apiKey,
            name: "CI pipeline",
            created_at: "2026-01-15T09:30:00.000Z",
            last_used_at: null,
            key: exampleKey,
          },
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
    ...errorAnswers([400, 413, 415, 422], {
      403: notAllowed,
      422: { type: "invalid_request_error", message: "name must hold 1 to 255 characters", param: "name" },
    }),
  },
});

const listApiKeys = createRoute({
  operationId: "listApiKeys",
  method: "get",
  path: "/api/v1/api_keys",
  tags,
  summary: "List the API keys of the account",
  description: "Name, creation and last use of each key; never a secret. Newest first (inferred).",
  ...wholePath,
  security: withKeyOrSession,
  request: { query: z.object(pageQuery) },
  responses: {
    200: {
      description: "One page of keys.",
      ...sources.signIn,
      content: {
        "application/json": {
          schema: ApiKeyPage,
          example: {
            items: [
              {
                id: exampleIds.apiKey,
                name: "CI pipeline",
                created_at: "2026-01-15T09:30:00.000Z",
                last_used_at: "2026-02-01T12:00:00.000Z",
              },
            ],
            has_more: false,
            total_count: 1,
          },
        },
      },
      links: {
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { id: "$response.body#/items/0/id" },
          description: "Revokes the first key of the page.",
        },
      },
    },
    ...errorAnswers([422], { 403: notAllowed }),
  },
});

const deleteApiKey = createRoute({
  operationId: "deleteApiKey",
  method: "delete",
  path: "/api/v1/api_keys/{id}",
  tags,
  summary: "Delete an API key",
  description: "Revokes the key: its token stops working at once, for good. A key may delete itself (inferred).",
  ...wholePath,
  security: withKeyOrSession,
  request: { params: pathId("key", exampleIds.apiKey) },
  responses: {
    204: {
      description: "The key is gone.",
      ...inferred(
        "The effect is documented at https://docs.terminus.app/authentication; the status and the empty body are inferred. Accept any 2xx.",
      ),
    },
    ...errorAnswers([404], {
      403: notAllowed,
      404: { type: "not_found_error", message: "No such API key" },
    }),
  },
});

export const apiKeyRoutes = {
  createApiKey,
  listApiKeys,
  deleteApiKey,
};
