// What the Terminus Hub document must say, fact by fact from the vendor's pages and our reading of them.
import { describe, expect, test } from "vitest";
import { buildDocument } from "../document.js";
import { CreateApiKeyBody, invalidApiKey, terminusHub } from "./index.js";

type Node = { readonly [key: string]: unknown };
const document = buildDocument(terminusHub);
const operation = (path: string, method: string) => document.paths[path]?.[method] as unknown as Node;
const statuses = (path: string, method: string) => Object.keys(operation(path, method).responses as Node).map(Number);

const everywhere = [401, 403, 429, 500, 503];

test.each([
  ["createApiKey", "post", "/api/v1/api_keys", [201, 400, 413, 415, 422]],
  ["listApiKeys", "get", "/api/v1/api_keys", [200, 422]],
  ["deleteApiKey", "delete", "/api/v1/api_keys/{id}", [204, 404]],
  ["listWorkspaces", "get", "/api/v1/workspaces", [200, 422]],
  ["getWorkspace", "get", "/api/v1/workspaces/{id}", [200, 404]],
  ["listGovernanceModels", "get", "/api/v1/governance_models", [200, 422]],
  ["listSubmissions", "get", "/api/v1/submissions", [200, 422]],
  ["createSubmission", "post", "/api/v1/submissions", [201, 400, 413, 415, 422]],
  ["listRecords", "get", "/api/v1/records", [200, 422]],
  ["getRecord", "get", "/api/v1/records/{id}", [200, 404]],
])("%s is %s %s and declares its statuses and no others", (id, method, path, own) => {
  expect(operation(path, method).operationId).toBe(id);
  expect(statuses(path, method).sort()).toEqual([...everywhere, ...own].sort());
});

test("has ten operations", () => {
  expect(Object.keys(terminusHub.routes)).toHaveLength(10);
});

test("lets only the key operations be called with a session cookie", () => {
  const withCookie = Object.values(terminusHub.routes)
    .filter(({ security }) => security.some((one) => "sessionCookie" in one))
    .map(({ operationId }) => operationId);
  expect(withCookie).toEqual(["createApiKey", "listApiKeys", "deleteApiKey"]);
});

test("answers every error of every operation with the one envelope", () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) {
      for (const [status, response] of Object.entries(operation(path, method).responses as Record<string, Node>)) {
        if (Number(status) < 400) continue;
        const media = (response.content as Record<string, Node>)["application/json"];
        expect(media?.schema).toEqual({ $ref: "#/components/schemas/ErrorEnvelope" });
      }
    }
  }
});

test("extends the one pagination envelope in every list", () => {
  const schemas = document.components.schemas as Record<string, { allOf?: Node[] }>;
  const pages = Object.keys(schemas).filter((name) => name.endsWith("Page") && name !== "Page");
  expect(pages).toEqual(["ApiKeyPage", "GovernanceModelPage", "RecordPage", "SubmissionPage", "WorkspacePage"]);
  for (const page of pages) expect(schemas[page]?.allOf?.[0]).toEqual({ $ref: "#/components/schemas/Page" });
});

test("gives the documented 401 body, byte for byte", () => {
  expect(JSON.stringify(invalidApiKey)).toBe(
    '{"error":{"type":"authentication_error","code":null,"message":"Invalid API key","param":null,"path":null}}',
  );
});

test("flags the secret of a created key, and nothing else", () => {
  const flagged = JSON.stringify(document).split('"x-secret":true').length - 1;
  expect(flagged).toBe(1);
  const created = document.components.schemas?.CreatedApiKey as unknown as {
    allOf: [Node, { properties: { key: Node } }];
  };
  expect(created.allOf[1].properties.key["x-secret"]).toBe(true);
});

test("keeps vocabularies open that the vendor has not published in full", () => {
  const { ErrorEnvelope, Submission } = document.components.schemas as unknown as Record<
    string,
    { properties: Record<string, Node> }
  >;
  const error = ErrorEnvelope?.properties.error as unknown as { properties: Record<string, Node> };
  expect(error.properties.type).not.toHaveProperty("enum");
  expect(error.properties.code).not.toHaveProperty("enum");
  expect(Submission?.properties.status).not.toHaveProperty("enum");
});

describe("the name of a new key", () => {
  const schemas = document.components.schemas as unknown as Record<
    string,
    { properties: Record<string, { pattern: string }> }
  >;
  const pattern = new RegExp(schemas.CreateApiKeyBody?.properties.name?.pattern ?? "missing", "u");
  test.each([
    ["a", true],
    ["  CI pipeline ", true],
    ["x".repeat(255), true],
    [` ${"x".repeat(255)} `, true],
    ["\u{1F511}".repeat(255), true],
    ["a b\nc", true],
    ["x".repeat(256), false],
    ["\u{1F511}".repeat(256), false],
    ["", false],
    [" \t\n", false],
  ])("%j is taken: %j, by the document and by the schema alike", (name, taken) => {
    expect(pattern.test(name)).toBe(taken);
    expect(CreateApiKeyBody.safeParse({ name }).success).toBe(taken);
  });

  test("is trimmed", () => {
    expect(CreateApiKeyBody.parse({ name: "  CI pipeline " })).toEqual({ name: "CI pipeline" });
  });
});
