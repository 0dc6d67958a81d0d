// Governance models: which taxonomies an account has agreed on. The API browses their names and descriptions.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import { errorAnswers } from "./errors.js";
import { exampleIds, id } from "./identifiers.js";
import { Page, pageQuery } from "./pagination.js";
import { withKey } from "./security.js";
import { sources } from "./sources.js";

const fieldName = inferred(
  "Names and descriptions are documented at https://docs.terminus.app/reference/governance-models; the field's name is inferred.",
);

export const GovernanceModel = z
  .object({
    id: id(fieldName, "The id of the model.", exampleIds.governanceModel),
    name: z.string().openapi({ ...fieldName, description: "Its name.", example: "Paid media" }),
    description: z
      .string()
      .nullable()
      .openapi({ ...fieldName, description: "What it governs, or null.", example: "Naming of paid campaigns" }),
  })
  .openapi("GovernanceModel", { description: "A set of taxonomies an account has agreed on." });

export const GovernanceModelPage = Page.extend({
  items: z.array(GovernanceModel).openapi({ ...sources.paginationAndErrors, description: "The models on this page." }),
}).openapi("GovernanceModelPage");

const listGovernanceModels = createRoute({
  operationId: "listGovernanceModels",
  method: "get",
  path: "/api/v1/governance_models",
  tags: ["Governance models"],
  summary: "List the governance models of the account",
  description: "Names and descriptions. No endpoint reveals the ids of a model's taxonomies. Newest first (inferred).",
  ...inferred("Browsing is documented at https://docs.terminus.app/api-reference/overview; the path is inferred."),
  security: withKey,
  request: { query: z.object(pageQuery) },
  responses: {
    200: {
      description: "One page of governance models.",
      ...sources.paginationAndErrors,
      content: {
        "application/json": {
          schema: GovernanceModelPage,
          example: {
            items: [{ id: exampleIds.governanceModel, name: "Paid media", description: "Naming of paid campaigns" }],
            has_more: false,
            total_count: 1,
          },
        },
      },
    },
    ...errorAnswers([422]),
  },
});

export const governanceModelRoutes = { listGovernanceModels };
