// The API keys of a Termix instance, which an admin manages for all users: their fields and routes.
import { createRoute, z } from "@hono/zod-openapi";
import { adminRequired, badRequest, errors, notFound, serverError, unauthenticated } from "./errors.js";
import { examples, id, keyIdParam, time, tokenPrefixPattern } from "./identifiers.js";
import { authenticated, keyForm } from "./security.js";
import { sources } from "./sources.js";

const tags = ["API keys"];

// Not `format: date-time`: the server stores whatever moment JavaScript can tell, beyond the year 9999 too.
const expiry = z
  .string()
  .regex(/^(?:\d{4}|\+\d{6})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .nullable()
  .openapi({
    ...sources.server,
    description:
      "When the key stops working, or null for never: ISO 8601 in UTC, with milliseconds; a year after 9999 is written as `+010000`.",
    example: "2099-12-31T00:00:00.000Z",
  });

/** What every answer about a key tells. */
const keyFields = {
  id: id(sources.server, "The id of the key, which `deleteApiKey` takes.", examples.keyId),
  name: z
    .string()
    .openapi({ ...sources.server, description: "What the key is for, trimmed. Not unique.", example: "ci-pipeline" }),
  userId: id(sources.server, "The user the key acts as.", examples.userId),
  username: z.string().openapi({ ...sources.server, description: "That user's name.", example: "deploy" }),
  tokenPrefix: z
    .string()
    .regex(tokenPrefixPattern)
    .openapi({
      ...sources.server,
      description: `The first 12 characters of the token: \`${keyForm.prefix}\` and 8 hex digits. (The documentation's sample has 14.)`,
      example: examples.tokenPrefix,
    }),
  createdAt: time("When the key was made.", "2026-01-15T09:30:00.000Z"),
  expiresAt: expiry,
};

/** What a list tells of a key: never the token. */
export const ApiKey = z
  .object({
    ...keyFields,
    lastUsedAt: time("When the key last passed authentication, or null.", "2026-02-01T12:00:00.000Z")
      .nullable()
      .openapi({
        ...sources.server,
        description:
          "When the key last passed authentication, or null if it never has: ISO 8601 in UTC, with milliseconds. It moves whatever the operation then says, but never on a 401 nor on the 403 of the key operations.",
      }),
    isActive: z
      .boolean()
      .openapi({ ...sources.server, description: "True, even for a key that has expired.", example: true }),
  })
  .openapi("ApiKey", { description: "A key as it is listed." });

/** The answer to `createApiKey`: the only one that ever holds the token. */
export const CreatedApiKey = z
  .object({
    ...keyFields,
    token: z
      .string()
      .regex(new RegExp(keyForm.pattern))
      .openapi({
        ...sources.server,
        "x-secret": true,
        description: `The full token, shown this once: \`${keyForm.prefix}\` and 64 lower-case hex digits. Only a hash of it is kept.`,
        example: examples.token,
      }),
  })
  .openapi("CreatedApiKey", { description: "A new key with its token. This is the only answer that holds it." });

export const ApiKeyList = z
  .object({
    apiKeys: z.array(ApiKey).openapi({
      ...sources.server,
      description: "All keys of the instance, oldest first, expired ones included. There are no pages.",
    }),
  })
  .openapi("ApiKeyList");

export const CreateApiKeyBody = z
  .object({
    name: z
      .string()
      .regex(/\S/, "must not be blank")
      .transform((name) => name.trim())
      .openapi({
        ...sources.server,
        type: "string",
        pattern: "\\S",
        description: "What the key is for. Stored trimmed; need not be unique.",
        example: "ci-pipeline",
      }),
    userId: z
      .string()
      .regex(/\S/, "must not be blank")
      .openapi({
        ...sources.server,
        description: "The id of the user the key acts as, as it is: it is not trimmed.",
        example: examples.userId,
      }),
    expiresAt: z
      .string()
      .nullable()
      .optional()
      .openapi({
        ...sources.server,
        description:
          "When the key should stop working: a date or time that JavaScript's `Date` reads, later than now. Null, an empty string or nothing means never. Stored as ISO 8601 in UTC: `2099-12-31` becomes `2099-12-31T00:00:00.000Z`.",
        example: "2099-12-31",
      }),
  })
  .openapi("CreateApiKeyBody", { description: "Fields that are not listed are ignored." });

const createExample = { name: "ci-pipeline", userId: examples.userId, expiresAt: "2099-12-31" };

const created = {
  id: examples.keyId,
  name: "ci-pipeline",
  userId: examples.userId,
  username: "deploy",
  tokenPrefix: examples.tokenPrefix,
  createdAt: "2026-01-15T09:30:00.000Z",
  expiresAt: "2099-12-31T00:00:00.000Z",
};

const createApiKey = createRoute({
  operationId: "createApiKey",
  method: "post",
  path: "/users/api-keys",
  tags,
  summary: "Create an API key for a user",
  description:
    "Makes a key that acts as the given user, and shows its token, this once. Admins only: a session, or an admin's own key. The body is checked in this order: `name`, `userId`, whether the user exists, whether `expiresAt` is a date, whether it is later than now (now counts as past). A repeated call makes a second key.",
  ...sources.server,
  security: authenticated,
  request: {
    body: {
      required: true,
      content: {
        "application/json": { schema: CreateApiKeyBody, example: createExample },
        "application/x-www-form-urlencoded": { schema: CreateApiKeyBody, example: createExample },
      },
    },
  },
  responses: {
    201: {
      description: "The new key with its token.",
      ...sources.server,
      content: { "application/json": { schema: CreatedApiKey, example: { ...created, token: examples.token } } },
      links: {
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { keyId: "$response.body#/id" },
          description: "Revokes the key that was made.",
        },
      },
    },
    400: badRequest(
      `\`${errors.nameRequired}\` (absent, blank, or not a string), \`${errors.userIdRequired}\` (the same), \`${errors.invalidExpiresAt}\`, or \`${errors.pastExpiresAt}\`.`,
      errors.nameRequired,
    ),
    401: unauthenticated,
    403: adminRequired,
    404: notFound("No user has the id `userId`.", errors.userNotFound),
    500: serverError(
      `The server failed: \`${errors.createKeyFailed}\`, also where the request has no body; \`${errors.internal}\` where its JSON cannot be parsed, before authentication.`,
      errors.createKeyFailed,
    ),
  },
});

const listApiKeys = createRoute({
  operationId: "listApiKeys",
  method: "get",
  path: "/users/api-keys",
  tags,
  summary: "List the API keys of the instance",
  description:
    "The keys of all users, oldest first, never with a token. Admins only. Expired keys stay in the list, with `isActive` true; deleted ones are gone.",
  ...sources.server,
  security: authenticated,
  responses: {
    200: {
      description: "All keys.",
      ...sources.server,
      content: {
        "application/json": {
          schema: ApiKeyList,
          example: { apiKeys: [{ ...created, lastUsedAt: "2026-02-01T12:00:00.000Z", isActive: true }] },
        },
      },
      links: {
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { keyId: "$response.body#/apiKeys/0/id" },
          description: "Revokes the first key of the list.",
        },
      },
    },
    401: unauthenticated,
    403: adminRequired,
    500: serverError("The server failed.", errors.listKeysFailed),
  },
});

const deleteApiKey = createRoute({
  operationId: "deleteApiKey",
  method: "delete",
  path: "/users/api-keys/{keyId}",
  tags,
  summary: "Delete an API key",
  description: "Revokes the key for good: its token stops working at once. Admins only.",
  ...sources.server,
  security: authenticated,
  request: { params: keyIdParam },
  responses: {
    200: {
      description: "The key is gone.",
      ...sources.server,
      content: {
        "application/json": {
          schema: z
            .object({ success: z.boolean().openapi({ ...sources.server, description: "True.", example: true }) })
            .openapi("Success"),
          example: { success: true },
        },
      },
    },
    401: unauthenticated,
    403: adminRequired,
    404: notFound("No key has this id; so also the second time.", errors.keyNotFound),
    500: serverError("The server failed.", errors.deleteKeyFailed),
  },
});

export const apiKeyRoutes = { createApiKey, listApiKeys, deleteApiKey };
