// Submissions: rows proposed for one taxonomy of one workspace, which become records once approved in the web app.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import { errorAnswers } from "./errors.js";
import { exampleIds, id } from "./identifiers.js";
import { filter, Page, pageQuery } from "./pagination.js";
import { withKey } from "./security.js";
import { sources } from "./sources.js";

const tags = ["Submissions"];
const fieldName = inferred(
  "The concept is documented at https://docs.terminus.app/reference/submissions; the field's name is inferred.",
);
const wholePath = inferred(
  "The operation is documented in prose at https://docs.terminus.app/reference/submissions; its path is inferred.",
);

const example = {
  id: exampleIds.submission,
  workspace_id: exampleIds.workspace,
  taxonomy_id: exampleIds.taxonomy,
  status: "draft",
  rows: [{ data: { utm_source: "newsletter", utm_medium: "email", utm_campaign: "spring_launch" } }],
  created_at: "2026-01-20T08:00:00.000Z",
};

const rowData = () =>
  z.record(z.string(), z.unknown()).openapi({
    ...inferred(
      "Rows are documented at https://docs.terminus.app/reference/submissions; that their values are keyed by field name under `data` is inferred from records.",
    ),
    description: "The row's values, keyed by field name.",
    example: { utm_source: "newsletter", utm_medium: "email" },
  });

export const SubmissionRow = z
  .object({ data: rowData() })
  .openapi("SubmissionRow", { description: "One row of a submission. Invalid values may be saved in a draft." });

export const Submission = z
  .object({
    id: id(fieldName, "The id of the submission.", exampleIds.submission),
    workspace_id: id(fieldName, "The workspace it is for.", exampleIds.workspace),
    taxonomy_id: id(fieldName, "The taxonomy its rows follow.", exampleIds.taxonomy),
    status: z.string().openapi({
      ...inferred(
        "`draft` is documented at https://docs.terminus.app/reference/submissions; the spelling of the other values is inferred.",
      ),
      description:
        "Where it stands: `draft`, `in_review`, `approved`, `rejected` or `cancelled` (only `draft` is documented in this spelling, so the field is an open string). Approval happens in the web app, is final, and turns each row into a record.",
      examples: ["draft", "in_review", "approved", "rejected", "cancelled"],
    }),
    rows: z.array(SubmissionRow).openapi({ ...fieldName, description: "One or more rows." }),
    created_at: z.iso.datetime({ offset: true }).openapi({
      ...fieldName,
      description: "When it was made: an RFC 3339 time.",
      example: "2026-01-20T08:00:00.000Z",
    }),
  })
  .openapi("Submission", { description: "Rows proposed for one taxonomy of one workspace." });

export const SubmissionPage = Page.extend({
  items: z.array(Submission).openapi({ ...sources.paginationAndErrors, description: "The submissions on this page." }),
}).openapi("SubmissionPage");

export const CreateSubmissionBody = z
  .object({
    workspace_id: id(fieldName, "The workspace it is for. An unknown one is refused with 422.", exampleIds.workspace),
    taxonomy_id: id(
      fieldName,
      "The taxonomy its rows follow. No endpoint lists taxonomies: take it from an existing submission. An unknown one is refused with 422.",
      exampleIds.taxonomy,
    ),
    rows: z
      .array(SubmissionRow)
      .min(1)
      .openapi({ ...fieldName, description: "One or more rows." }),
  })
  .openapi("CreateSubmissionBody");

const listSubmissions = createRoute({
  operationId: "listSubmissions",
  method: "get",
  path: "/api/v1/submissions",
  tags,
  summary: "List submissions",
  description: "The submissions of the account, filtered by workspace and taxonomy if asked. Newest first (inferred).",
  ...wholePath,
  security: withKey,
  request: {
    query: z.object({
      ...pageQuery,
      workspace_id: filter("Only submissions to this workspace. An unknown id matches nothing.", exampleIds.workspace),
      taxonomy_id: filter("Only submissions for this taxonomy. An unknown id matches nothing.", exampleIds.taxonomy),
    }),
  },
  responses: {
    200: {
      description: "One page of submissions.",
      ...sources.paginationAndErrors,
      content: {
        "application/json": { schema: SubmissionPage, example: { items: [example], has_more: false, total_count: 1 } },
      },
      links: {
        getWorkspace: {
          operationId: "getWorkspace",
          parameters: { id: "$response.body#/items/0/workspace_id" },
          description: "The workspace of the first submission.",
        },
      },
    },
    ...errorAnswers([422]),
  },
});

const createSubmission = createRoute({
  operationId: "createSubmission",
  method: "post",
  path: "/api/v1/submissions",
  tags,
  summary: "Create a submission",
  description:
    "Saves rows as a new `draft`. Review and approval happen in the web app. The API has no idempotency key, so a repeated call makes a second submission.",
  ...wholePath,
  security: withKey,
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: CreateSubmissionBody,
          example: { workspace_id: example.workspace_id, taxonomy_id: example.taxonomy_id, rows: example.rows },
        },
      },
    },
  },
  responses: {
    201: {
      description: "The new submission.",
      ...inferred("The operation is documented; its status and answer are not shown. Accept any 2xx."),
      content: { "application/json": { schema: Submission, example } },
      links: {
        listSubmissions: {
          operationId: "listSubmissions",
          parameters: { workspace_id: "$response.body#/workspace_id", taxonomy_id: "$response.body#/taxonomy_id" },
          description: "All submissions to the same workspace and taxonomy.",
        },
      },
    },
    ...errorAnswers([400, 413, 415, 422], {
      400: {
        type: "invalid_request_error",
        message: "Missing required parameter: workspace_id",
        param: "workspace_id",
      },
      422: {
        type: "invalid_request_error",
        message: "rows.0.data must be an object",
        param: "rows",
        path: "rows.0.data",
      },
    }),
  },
});

export const submissionRoutes = { listSubmissions, createSubmission };
