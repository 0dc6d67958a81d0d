// Records, the approved rows of a workspace: their fields and routes.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import { errorAnswers } from "./errors.js";
import { exampleIds, pathId } from "./identifiers.js";
import { filter, Page, pageQuery } from "./pagination.js";
import { withKey } from "./security.js";
import { sources } from "./sources.js";

const tags = ["Records"];
const recordStatus = ["active", "archived"] as const;
const example = {
  id: exampleIds.record,
  status: "active" as const,
  terminus_id: "trm0kf8m2a1q",
  data: { utm_source: "newsletter", utm_medium: "email", utm_campaign: "spring_launch" },
};

export const TerminusRecord = z
  .object({
    id: z.uuid().openapi({
      ...sources.paginationAndErrors,
      description: "The id of the record: a UUID.",
      example: exampleIds.record,
    }),
    status: z.enum(recordStatus).openapi({
      ...sources.records,
      description: "`active` or `archived`. A deleted record is not shown at all.",
      example: "active",
    }),
    terminus_id: z.string().openapi({
      ...sources.paginationAndErrors,
      description:
        "The name the record is known by outside: `trm0` and lower-case letters and digits (8 or 16 were seen).",
      example: "trm0kf8m2a1q",
    }),
    data: z.record(z.string(), z.unknown()).openapi({
      ...inferred("The field is documented as an object; that it is keyed by field name is inferred."),
      description: "The record's values, keyed by field name.",
      example: example.data,
    }),
  })
  .openapi("Record", { description: "An approved row of a workspace. Read-only." });

export const RecordPage = Page.extend({
  items: z.array(TerminusRecord).openapi({ ...sources.paginationAndErrors, description: "The records on this page." }),
}).openapi("RecordPage");

const listRecords = createRoute({
  operationId: "listRecords",
  method: "get",
  path: "/api/v1/records",
  tags,
  summary: "List records",
  description:
    "The records of the account, of one workspace or taxonomy or status if asked. Deleted records are hidden. Newest first (inferred).",
  ...sources.signIn,
  security: withKey,
  request: {
    query: z.object({
      ...pageQuery,
      workspace_id: filter("Only records of this workspace. An unknown id matches nothing.", exampleIds.workspace),
      taxonomy_id: filter("Only records of this taxonomy. An unknown id matches nothing.", exampleIds.taxonomy),
      status: z
        .enum(recordStatus)
        .optional()
        .openapi({
          ...inferred(
            "The two statuses are documented at https://docs.terminus.app/reference/records; the filter's name is inferred.",
          ),
          description: "Only records with this status.",
          example: "active",
        }),
    }),
  },
  responses: {
    200: {
      description: "One page of records.",
      ...sources.paginationAndErrors,
      content: {
        "application/json": { schema: RecordPage, example: { items: [example], has_more: true, total_count: 142 } },
      },
      links: {
        getRecord: {
          operationId: "getRecord",
          parameters: { id: "$response.body#/items/0/id" },
          description: "The first record of the page.",
        },
      },
    },
    ...errorAnswers([422]),
  },
});

const getRecord = createRoute({
  operationId: "getRecord",
  method: "get",
  path: "/api/v1/records/{id}",
  tags,
  summary: "Retrieve a record",
  description: "One record of the account, by id. A deleted record is not found.",
  ...inferred(
    '"Not found" for a deleted record is documented at https://docs.terminus.app/reference/records; the path is inferred.',
  ),
  security: withKey,
  request: { params: pathId("record", exampleIds.record) },
  responses: {
    200: {
      description: "The record.",
      ...inferred("The operation is documented; its answer is not shown."),
      content: { "application/json": { schema: TerminusRecord, example } },
    },
    ...errorAnswers([404], { 404: { type: "not_found_error", message: "No such record" } }),
  },
});

export const recordRoutes = { listRecords, getRecord };
