// What the Terminus Hub document must say, fact by fact from the vendor's pages and our reading of them.
import { describe, expect, test } from "vitest";
import { describeApi, type Node } from "../../test/describe-api.js";
import { CreateApiKeyBody, invalidApiKey, terminusHub } from "./index.js";

const everywhere = [401, 403, 429, 500, 503];
const { document, secrets } = describeApi(terminusHub, {
  createApiKey: ["POST /api/v1/api_keys", [201, 400, 413, 415, 422, ...everywhere]],
  listApiKeys: ["GET /api/v1/api_keys", [200, 422, ...everywhere]],
  deleteApiKey: ["DELETE /api/v1/api_keys/{id}", [204, 404, ...everywhere]],
  listWorkspaces: ["GET /api/v1/workspaces", [200, 422, ...everywhere]],
  getWorkspace: ["GET /api/v1/workspaces/{id}", [200, 404, ...everywhere]],
  listGovernanceModels: ["GET /api/v1/governance_models", [200, 422, ...everywhere]],
  listSubmissions: ["GET /api/v1/submissions", [200, 422, ...everywhere]],
  createSubmission: ["POST /api/v1/submissions", [201, 400, 413, 415, 422, ...everywhere]],
  listRecords: ["GET /api/v1/records", [200, 422, ...everywhere]],
  getRecord: ["GET /api/v1/records/{id}", [200, 404, ...everywhere]],
});

test("lets only the key operations be called with a session cookie", () => {
  for (const { operationId, security, tags } of Object.values(terminusHub.routes)) {
    const withCookie = security.some((one) => "sessionCookie" in one);
    expect(withCookie, `${operationId} in spec/src/terminus-hub`).toBe(tags.includes("API keys"));
  }
});

test("answers every error of every operation with the one envelope", () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { responses } = operation as unknown as { responses: Record<string, Node> };
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 400) continue;
        const media = (response.content as Record<string, Node>)["application/json"];
        expect(media?.schema, `${method} ${path} ${status}`).toEqual({ $ref: "#/components/schemas/ErrorEnvelope" });
      }
    }
  }
});

test("extends the one pagination envelope in every list", () => {
  const schemas = document.components.schemas as Record<string, { allOf?: Node[] }>;
  const pages = Object.keys(schemas).filter((name) => name.endsWith("Page") && name !== "Page");
  expect(pages).toEqual(expect.arrayContaining(["ApiKeyPage", "GovernanceModelPage", "RecordPage", "SubmissionPage"]));
  expect(pages).toContain("WorkspacePage");
  for (const page of pages) expect(schemas[page]?.allOf?.[0]).toEqual({ $ref: "#/components/schemas/Page" });
});

test("gives the documented 401 body, byte for byte", () => {
  expect(JSON.stringify(invalidApiKey)).toBe(
    '{"error":{"type":"authentication_error","code":null,"message":"Invalid API key","param":null,"path":null}}',
  );
});

test("flags the secret of a created key, and nothing else", () => {
  expect(secrets).toEqual(["CreatedApiKey.key"]);
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
