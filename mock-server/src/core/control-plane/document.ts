// The control plane's own OpenAPI document, made from its routes.
import { internalsOf } from "../mock/mock-internals.js";
import type { App, Target } from "./add-route.js";

const PROBLEM = { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } };

export function document(app: App, mock: Target, guarded: boolean): object {
  const described = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: `Control plane of a mock of ${mock.api}`,
      version: internalsOf(mock).version,
      description: "Drives a mock server of this package from any language. Not part of the API that is mocked.",
    },
    servers: [{ url: "/" }],
    ...(guarded && { security: [{ controlToken: [] }] }),
  });
  const { webhooks: _, components, ...rest } = described;
  const securitySchemes = { controlToken: { type: "http", scheme: "bearer", description: "Printed at the start." } };
  const unrouted = {
    404: { description: "No operation has this path.", content: PROBLEM },
    405: {
      description: "The path has no such method.",
      headers: { Allow: { description: "The methods it has.", required: true, schema: { type: "string" } } },
      content: PROBLEM,
    },
  };
  return {
    ...rest,
    "x-unrouted-responses": unrouted,
    components: { ...components, ...(guarded && { securitySchemes }) },
  };
}
