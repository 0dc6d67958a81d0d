// The API keys of a Traylinx project: their fields and routes. Keys are pairs, and a new pair with the same note replaces an old one.
import { createRoute, z } from "@hono/zod-openapi";
import { documented, inferred } from "../provenance.js";
import { badRequest, errors, invalid, keyNotFound, projectNotFound, serverError, unauthenticated } from "./errors.js";
import { keyForm, publicKeyPrefix, withAccessToken } from "./security.js";
import { managementServers as servers } from "./servers.js";
import { sources } from "./sources.js";

const tags = ["API keys"];

const examples = {
  keyId: "clx7k2m9q0001",
  organizationId: "org-1",
  projectId: "project-1",
  publicKey: `${publicKeyPrefix}5c1e9d2a-7b3f-4a6e-8d0c-2f4b6a8c0e1d`,
  secretKey: `${keyForm.prefix}9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a`,
  displaySecretKey: `${keyForm.prefix}...2b1a`,
};

const inferredTime = (what: string) =>
  inferred(
    `That ${what} is documented at https://docs.traylinx.com/hubs/user-guide/security/api-keys/; the field's name and form are inferred.`,
  );

/** What is known of a key besides its secret. */
const attributesField = z
  .object({
    publicKey: z
      .string()
      .regex(new RegExp(`^${publicKeyPrefix}`))
      .openapi({
        ...sources.cli,
        description: `The public half of the pair, \`${publicKeyPrefix}...\`. No secret.`,
        example: examples.publicKey,
      }),
    displaySecretKey: z.string().openapi({
      ...sources.cli,
      description: "The secret half, masked for display.",
      example: examples.displaySecretKey,
    }),
    note: z
      .string()
      .nullable()
      .openapi({
        ...sources.cli,
        description: "What the key is for, or null. Not unique.",
        example: "GitHub Actions deploy",
      }),
    createdAt: z.string().openapi({
      ...sources.cli,
      description: "When the key was made. It starts with an ISO 8601 date; its exact form is not known.",
      example: "2026-01-15T09:30:00.000Z",
    }),
    expiresAt: z
      .string()
      .nullable()
      .optional()
      .openapi({
        ...inferredTime("a key can expire"),
        description: "When the key stops working: ISO 8601. Null or absent: never.",
        example: "2026-12-31T00:00:00.000Z",
      }),
    lastUsedAt: z
      .string()
      .nullable()
      .optional()
      .openapi({
        ...inferredTime("the list shows when a key was last used"),
        description: "When the key was last used: ISO 8601. Null or absent: never.",
        example: "2026-02-01T12:00:00.000Z",
      }),
  })
  .openapi({ ...sources.cli, description: "What is known of the key." });

const keyFields = {
  id: z.string().openapi({
    ...sources.cli,
    description: "The id of the key, which `deleteApiKey` takes.",
    example: examples.keyId,
  }),
  attributes: attributesField,
};

/** A key as it is listed: never with its secret. */
export const ApiKey = z.object(keyFields).openapi("ApiKey");

export const ApiKeyList = z
  .object({
    data: z.array(ApiKey).openapi({ ...sources.cli, description: "The keys of the project. There are no pages." }),
  })
  .openapi("ApiKeyList");

/** The answer to `createApiKey`: the only one that ever holds the secret. */
export const CreatedApiKey = z
  .object({
    data: z.object(keyFields).openapi({ ...sources.cli, description: "The new key." }),
    meta: z
      .object({
        secretKey: z
          .string()
          .regex(new RegExp(keyForm.pattern))
          .openapi({
            ...sources.apiKeysPage,
            "x-secret": true,
            description: `The secret half of the pair, shown this once: \`${keyForm.prefix}\` and a UUID. It goes into the \`Authorization\` header of model calls. Only a hash of it is kept.`,
            example: examples.secretKey,
          }),
      })
      .openapi({ ...sources.apiKeysPage, description: "What is shown this once." }),
  })
  .openapi("CreatedApiKey", { description: "A new key with its secret. This is the only answer that holds it." });

/** A date, or a date with a time, as ISO 8601 writes them. */
const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

export const CreateApiKeyBody = z
  .object({
    data: z
      .object({
        attributes: z
          .object({
            note: z
              .string()
              .nullable()
              .optional()
              .openapi({
                ...sources.cli,
                description:
                  "What the key is for. The manual calls it optional, another page of the documentation required; this document follows the manual.",
                example: "GitHub Actions deploy",
              }),
            expiresAt: z
              .string()
              .regex(isoDate, "must be an ISO 8601 date")
              .nullable()
              .optional()
              .openapi({
                ...inferredTime("an expiry can be given, in ISO 8601"),
                description: "When the key should stop working: a date, or a date with a time. Null or absent: never.",
                example: "2026-12-31",
              }),
          })
          .openapi({ ...sources.cli, description: "What the key should be." }),
      })
      .openapi({ ...sources.cli, description: "The key to make." }),
  })
  .openapi("CreateApiKeyBody");

const pathField = (name: string, description: string, example: string) =>
  z
    .string()
    .min(1)
    .openapi({ ...sources.cli, param: { name, in: "path" }, description, example });

const projectParams = {
  organizationId: pathField("organizationId", "The organisation the project belongs to.", examples.organizationId),
  projectId: pathField("projectId", "The project the key belongs to.", examples.projectId),
};

const attributes = {
  publicKey: examples.publicKey,
  displaySecretKey: examples.displaySecretKey,
  note: "GitHub Actions deploy",
  createdAt: "2026-01-15T09:30:00.000Z",
  expiresAt: "2026-12-31T00:00:00.000Z",
  lastUsedAt: null,
};

const projectOfRequest = {
  organizationId: "$request.path.organizationId",
  projectId: "$request.path.projectId",
};

const createApiKey = createRoute({
  operationId: "createApiKey",
  method: "post",
  path: "/organizations/{organizationId}/projects/{projectId}/api_keys",
  tags,
  servers,
  summary: "Create an API key for a project",
  description:
    "Makes a key pair for the project and shows the secret half, this once. It grants full access to the project. A repeated call makes a second pair.",
  ...sources.cli,
  security: withAccessToken,
  request: {
    params: z.object(projectParams),
    body: {
      required: true,
      content: {
        "application/json": {
          schema: CreateApiKeyBody,
          example: { data: { attributes: { note: "GitHub Actions deploy", expiresAt: "2026-12-31" } } },
        },
      },
    },
  },
  responses: {
    201: {
      description: "The new pair with its secret.",
      ...sources.cli,
      content: {
        "application/json": {
          schema: CreatedApiKey,
          example: { data: { id: examples.keyId, attributes }, meta: { secretKey: examples.secretKey } },
        },
      },
      links: {
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { ...projectOfRequest, id: "$response.body#/data/id" },
          description: "Deletes the key that was made.",
        },
      },
    },
    400: badRequest,
    401: unauthenticated,
    404: projectNotFound,
    422: invalid("A field is missing or wrong, or `expiresAt` is not later than now.", errors.invalidExpiresAt),
    500: serverError,
  },
});

const listApiKeys = createRoute({
  operationId: "listApiKeys",
  method: "get",
  path: "/organizations/{organizationId}/projects/{projectId}/api_keys",
  tags,
  servers,
  summary: "List the API keys of a project",
  description: "The keys of the project, never with a secret. There are no pages; the order is not known.",
  ...sources.cli,
  security: withAccessToken,
  request: { params: z.object(projectParams) },
  responses: {
    200: {
      description: "The keys of the project.",
      ...sources.cli,
      content: {
        "application/json": { schema: ApiKeyList, example: { data: [{ id: examples.keyId, attributes }] } },
      },
      links: {
        deleteApiKey: {
          operationId: "deleteApiKey",
          parameters: { ...projectOfRequest, id: "$response.body#/data/0/id" },
          description: "Deletes the first key of the list.",
        },
      },
    },
    401: unauthenticated,
    404: projectNotFound,
    500: serverError,
  },
});

const deleteApiKey = createRoute({
  operationId: "deleteApiKey",
  method: "delete",
  path: "/organizations/{organizationId}/projects/{projectId}/api_keys/{id}",
  tags,
  servers,
  summary: "Delete an API key",
  description:
    "Immediate and for good: the next call with the key gets 401. The vendor's command-line client takes 200, 204 and 404 alike as done.",
  ...documented("https://docs.traylinx.com/hubs/user-guide/security/api-keys/"),
  security: withAccessToken,
  request: { params: z.object({ ...projectParams, id: pathField("id", "The id of the key.", examples.keyId) }) },
  responses: {
    200: {
      description: "The key is gone. If there is a body, what it holds is not known: ignore it.",
      ...sources.cli,
    },
    204: { description: "The key is gone.", ...sources.cli },
    401: unauthenticated,
    404: keyNotFound,
    500: serverError,
  },
});

export const apiKeyRoutes = { createApiKey, listApiKeys, deleteApiKey };
