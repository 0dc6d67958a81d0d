// Workspaces: where an account keeps its records and submissions.
import { createRoute, z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import { errorAnswers } from "./errors.js";
import { exampleIds, id, pathId } from "./identifiers.js";
import { Page, pageQuery } from "./pagination.js";
import { withKey } from "./security.js";
import { sources } from "./sources.js";

const tags = ["Workspaces"];
const fieldName = inferred(
  "The concept is documented at https://docs.terminus.app/reference/workspaces; the field's name is inferred.",
);
const example = { id: exampleIds.workspace, name: "Main", description: null };

export const Workspace = z
  .object({
    id: id(fieldName, "The id of the workspace.", exampleIds.workspace),
    name: z.string().openapi({
      ...fieldName,
      description: "Its name, unique in the account. A new account has one workspace, named `Main`.",
      example: "Main",
    }),
    description: z
      .string()
      .nullable()
      .openapi({ ...fieldName, description: "What it is for, or null.", example: "Campaigns for EMEA" }),
  })
  .openapi("Workspace", { description: "A place in an account that holds records and submissions." });

export const WorkspacePage = Page.extend({
  items: z.array(Workspace).openapi({ ...sources.paginationAndErrors, description: "The workspaces on this page." }),
}).openapi("WorkspacePage");

const listWorkspaces = createRoute({
  operationId: "listWorkspaces",
  method: "get",
  path: "/api/v1/workspaces",
  tags,
  summary: "List the workspaces of the account",
  description: "Newest first (inferred).",
  ...sources.overview,
  security: withKey,
  request: { query: z.object(pageQuery) },
  responses: {
    200: {
      description: "One page of workspaces.",
      ...sources.paginationAndErrors,
      content: {
        "application/json": { schema: WorkspacePage, example: { items: [example], has_more: false, total_count: 1 } },
      },
      links: {
        getWorkspace: {
          operationId: "getWorkspace",
          parameters: { id: "$response.body#/items/0/id" },
          description: "The first workspace of the page.",
        },
        listRecords: {
          operationId: "listRecords",
          parameters: { workspace_id: "$response.body#/items/0/id" },
          description: "The records of the first workspace of the page.",
        },
      },
    },
    ...errorAnswers([422]),
  },
});

const getWorkspace = createRoute({
  operationId: "getWorkspace",
  method: "get",
  path: "/api/v1/workspaces/{id}",
  tags,
  summary: "Retrieve a workspace",
  description: "One workspace of the account, by id.",
  ...inferred('"Retrieve" is documented at https://docs.terminus.app/reference/workspaces; the path is inferred.'),
  security: withKey,
  request: { params: pathId("workspace", exampleIds.workspace) },
  responses: {
    200: {
      description: "The workspace.",
      ...inferred("The operation is documented; its answer is not shown."),
      content: { "application/json": { schema: Workspace, example } },
      links: {
        listRecords: {
          operationId: "listRecords",
          parameters: { workspace_id: "$response.body#/id" },
          description: "The records of this workspace.",
        },
        listSubmissions: {
          operationId: "listSubmissions",
          parameters: { workspace_id: "$response.body#/id" },
          description: "The submissions to this workspace.",
        },
      },
    },
    ...errorAnswers([404], { 404: { type: "not_found_error", message: "No such workspace" } }),
  },
});

export const workspaceRoutes = { listWorkspaces, getWorkspace };
