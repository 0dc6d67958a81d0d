// The API keys of a MUTX account: their fields and routes.
import { createRoute, z } from "@hono/zod-openapi";
import {
  conflict,
  errors,
  invalidBody,
  invalidKeyId,
  invalidPage,
  keyLimitReached,
  notFound,
  rateLimited,
  serverError,
  unauthenticated,
} from "./errors.js";
import { Page, pageQuery } from "./pagination.js";
import { authenticated, keyForm } from "./security.js";
import { sources } from "./sources.js";
import { time, utcTime } from "./times.js";

const tags = ["API keys"];

const exampleId = "3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60";
const exampleRotatedId = "a4c6e8f0-1b3d-4f5a-8c7e-9d0b2a4c6e80";
const exampleKey = `${keyForm.prefix}0123456789ab_${"0123456789ABCDEFGHIJabcdefghij".repeat(2).slice(0, 43)}`;

/** What every answer about a key tells. */
const keyFields = {
  id: z.uuid().openapi({ ...sources.server, description: "The id of the key.", example: exampleId }),
  name: z
    .string()
    .openapi({ ...sources.server, description: "What the key is for. Not unique.", example: "GitHub Actions" }),
  created_at: time("When the key was made."),
  expires_at: utcTime(sources.server, "When the key stops working, or null for never.", "2026-04-21T12:00:00.123456"),
};

/** What a list tells of a key: never the key itself. */
export const ApiKey = z
  .object({
    ...keyFields,
    last_used: utcTime(
      sources.server,
      "When the key last authenticated a request, or null if it never has.",
      "2026-03-23T08:15:30.000001",
    ),
    is_active: z.boolean().openapi({
      ...sources.server,
      description:
        "False once the key is revoked: deleted, or replaced by a rotation. An expired key still has true here.",
      example: true,
    }),
  })
  .openapi("ApiKey", { description: "A key as it is listed." });

/** The answer to `createApiKey` and `rotateApiKey`: the only ones that ever hold the key. */
export const CreatedApiKey = z
  .object({
    ...keyFields,
    key: z
      .string()
      .regex(new RegExp(keyForm.pattern))
      .openapi({
        ...sources.server,
        "x-secret": true,
        description: `The full key, shown this once: \`${keyForm.prefix}\`, 12 lower-case hex digits, \`_\`, and 43 of \`A-Z a-z 0-9 _ -\`. Only a hash of it is kept.`,
        example: exampleKey,
      }),
  })
  .openapi("CreatedApiKey", { description: "A new key. This is the only answer that holds it." });

export const ApiKeyPage = Page.extend({
  items: z.array(ApiKey).openapi({ ...sources.server, description: "The keys on this page, newest first." }),
}).openapi("ApiKeyPage");

export const CreateApiKeyBody = z
  .object({
    name: z.string().openapi({
      ...sources.server,
      description: "What the key is for. Need not be unique.",
      example: "GitHub Actions",
    }),
    expires_in_days: z
      .number()
      .int()
      .min(1)
      .max(365)
      .nullable()
      .optional()
      .openapi({
        ...sources.server,
        description: "In how many days the key should stop working: 1 to 365. Null or absent: never.",
        example: 30,
      }),
  })
  .openapi("CreateApiKeyBody");

// Looser than `z.uuid()`: the server takes any version and variant.
const keyIdParam = z.object({
  key_id: z
    .string()
    .regex(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, "must be a UUID")
    .openapi({
      ...sources.page,
      param: { name: "key_id", in: "path" },
      format: "uuid",
      description: "The id of the key.",
      example: exampleId,
    }),
});

const record = {
  id: exampleId,
  name: "GitHub Actions",
  created_at: "2026-03-22T12:00:00.123456Z",
  expires_at: "2026-04-21T12:00:00.123456",
  last_used: null,
  is_active: true,
};

const created = {
  id: exampleId,
  name: "GitHub Actions",
  created_at: "2026-03-22T12:00:00.123456Z",
  expires_at: "2026-04-21T12:00:00.123456",
  key: exampleKey,
};

const whoMay =
  "The page asks for a JWT (documented); today's server takes any API key of the account as well (observed).";

const noSuchKey = "No key of this account has this id. Another account's key looks the same.";

const listApiKeys = createRoute({
  operationId: "listApiKeys",
  method: "get",
  path: "/api-keys",
  tags,
  summary: "List the API keys of the account",
  description: `Newest first, never with the key itself. ${whoMay} The page promises all *active* keys, and this document follows it: revoked keys are not listed, though today's server lists them too; expired keys are, with \`is_active\` true. The page object is today's server's.`,
  ...sources.page,
  security: authenticated,
  request: { query: z.object(pageQuery) },
  responses: {
    200: {
      description: "One page of keys.",
      ...sources.server,
      content: {
        "application/json": {
          schema: ApiKeyPage,
          example: { items: [record], total: 1, skip: 0, limit: 50, has_more: false },
        },
      },
      links: {
        getApiKey: {
          operationId: "getApiKey",
          parameters: { key_id: "$response.body#/items/0/id" },
          description: "The first key of the page.",
        },
        rotateApiKey: {
          operationId: "rotateApiKey",
          parameters: { key_id: "$response.body#/items/0/id" },
          description: "Replaces the first key of the page.",
        },
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { key_id: "$response.body#/items/0/id" },
          description: "Revokes the first key of the page.",
        },
      },
    },
    401: unauthenticated,
    422: invalidPage,
    429: rateLimited(),
    500: serverError,
  },
});

const getApiKey = createRoute({
  operationId: "getApiKey",
  method: "get",
  path: "/api-keys/{key_id}",
  tags,
  summary: "Retrieve an API key",
  description: `One key of the account. A revoked one stays readable here, with \`is_active\` false. The page does not mention this operation.`,
  ...sources.server,
  security: authenticated,
  request: { params: keyIdParam },
  responses: {
    200: {
      description: "The key, without its secret.",
      ...sources.server,
      content: { "application/json": { schema: ApiKey, example: record } },
    },
    401: unauthenticated,
    404: notFound(noSuchKey),
    422: invalidKeyId,
    429: rateLimited(),
    500: serverError,
  },
});

const createApiKey = createRoute({
  operationId: "createApiKey",
  method: "post",
  path: "/api-keys",
  tags,
  summary: "Create an API key",
  description: `Makes a key for the account and shows it, this once. ${whoMay} It inherits the whole account and has no scopes. A repeated call makes a second key.`,
  ...sources.page,
  security: authenticated,
  request: {
    body: {
      required: true,
      content: {
        "application/json": { schema: CreateApiKeyBody, example: { name: "GitHub Actions", expires_in_days: 30 } },
      },
    },
  },
  responses: {
    201: {
      description: "The new key.",
      ...sources.server,
      content: { "application/json": { schema: CreatedApiKey, example: created } },
      links: {
        getApiKey: {
          operationId: "getApiKey",
          parameters: { key_id: "$response.body#/id" },
          description: "The key that was made, without its secret.",
        },
        rotateApiKey: {
          operationId: "rotateApiKey",
          parameters: { key_id: "$response.body#/id" },
          description: "Replaces the key that was made.",
        },
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { key_id: "$response.body#/id" },
          description: "Revokes the key that was made.",
        },
      },
    },
    401: unauthenticated,
    409: conflict(
      "The plan has no room for another active key: FREE 2, STARTER 10, PRO 50, ENTERPRISE without limit. Expired keys count, revoked ones do not.",
      keyLimitReached("FREE", 2),
    ),
    422: invalidBody("name"),
    429: rateLimited(),
    500: serverError,
  },
});

const rotateApiKey = createRoute({
  operationId: "rotateApiKey",
  method: "post",
  path: "/api-keys/{key_id}/rotate",
  tags,
  summary: "Rotate an API key in place",
  description: `Makes a new key with a new id, the same name and the same absolute \`expires_at\`, and shows it, this once. **The old key is dead in the same instant**: whoever still uses it is refused until it has the new one, and if this answer is lost, so is the new key. ${whoMay} A key may rotate itself. Rotation does not count towards the plan's limit.`,
  ...sources.page,
  security: authenticated,
  request: { params: keyIdParam },
  responses: {
    200: {
      description: "The new key. (200, not 201.)",
      ...sources.server,
      content: { "application/json": { schema: CreatedApiKey, example: { ...created, id: exampleRotatedId } } },
      links: {
        getApiKey: {
          operationId: "getApiKey",
          parameters: { key_id: "$response.body#/id" },
          description: "The new key, without its secret.",
        },
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { key_id: "$response.body#/id" },
          description: "Revokes the new key.",
        },
      },
    },
    401: unauthenticated,
    404: notFound(noSuchKey),
    409: conflict("The key is revoked: deleted, or replaced by an earlier rotation.", errors.keyRevoked),
    422: invalidKeyId,
    429: rateLimited(),
    500: serverError,
  },
});

const deleteApiKey = createRoute({
  operationId: "deleteApiKey",
  method: "delete",
  path: "/api-keys/{key_id}",
  tags,
  summary: "Revoke an API key",
  description: `The key stops working at once, for good, and is gone from the list. ${whoMay} The page says it is deleted; today's server keeps the record with \`is_active\` false, so that \`getApiKey\` still finds it and a second call answers 204 again. A key may delete itself.`,
  ...sources.page,
  security: authenticated,
  request: { params: keyIdParam },
  responses: {
    204: { description: "The key is revoked, now or before.", ...sources.server },
    401: unauthenticated,
    404: notFound(noSuchKey),
    422: invalidKeyId,
    429: rateLimited(),
    500: serverError,
  },
});

export const apiKeyRoutes = { listApiKeys, getApiKey, createApiKey, rotateApiKey, deleteApiKey };
