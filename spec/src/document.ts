// Routes to an OpenAPI 3.1 document: the one place where a document is put together. The emitted files come from here.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDefinition } from "./define-api.js";

/** A JSON value, as documents are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An OpenAPI document as plain JSON. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly [key: string]: Json };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly [key: string]: Json | undefined;
}

/**
 * Builds the OpenAPI 3.1 document of an API. The same definition always gives the same document, key order included.
 *
 * @example
 * const document = buildDocument(terminusHub);
 * document.paths["/api/v1/api_keys"];
 */
export function buildDocument(api: ApiDefinition): OpenApiDocument {
  const app = new OpenAPIHono();
  for (const route of Object.values(api.routes)) app.openAPIRegistry.registerPath(route);
  const generated = toJson(
    app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: api.title, version: api.version } }),
  ) as unknown as OpenApiDocument;

  return {
    openapi: generated.openapi,
    info: {
      title: api.title,
      version: api.version,
      description: api.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    ...(api.externalDocs && { externalDocs: toJson(api.externalDocs) }),
    servers: toJson(api.servers),
    tags: toJson(api.tags),
    paths: generated.paths,
    components: {
      securitySchemes: toJson(api.securitySchemes) as Record<string, Json>,
      schemas: sortKeys((generated.components?.schemas ?? {}) as Record<string, Json>),
    },
    ...(api.rateLimit && { "x-rate-limit": toJson(api.rateLimit) }),
    "x-unrouted-responses": toJson(api.unroutedResponses),
  };
}

/** Components are met in the order of their first use; by name they stay where a reader looks for them. */
function sortKeys(value: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Drops what JSON cannot hold (undefined, prototypes), so that what is compared is what is written. */
function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
