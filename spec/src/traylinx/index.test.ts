// What the Traylinx document must say, fact by fact from its manual and from what the vendor's client sends and reads.
import { describe, expect, test } from "vitest";
import { describeApi } from "../../test/describe-api.js";
import { CreateApiKeyBody, errorEnvelope, errors, keyForm, traylinx } from "./index.js";

const keys = "/organizations/{organizationId}/projects/{projectId}/api_keys";
const { document, judge, secrets } = describeApi(traylinx, {
  createApiKey: [`POST ${keys}`, [201, 400, 401, 404, 422, 500]],
  listApiKeys: [`GET ${keys}`, [200, 401, 404, 500]],
  deleteApiKey: [`DELETE ${keys}/{id}`, [200, 204, 401, 404, 500]],
  listModels: ["GET /models", [200, 401, 500]],
  login: ["POST /oauth/token", [200, 400, 401, 422, 500]],
});
const json = { "content-type": "application/json" };

test("places each operation on the host of its kind, with the credential that belongs there", () => {
  const kinds: Record<string, readonly [host: string, credentials: readonly string[]]> = {
    "API keys": ["https://api.traylinx.com/ma-metrics-wsp-ms/v1/api", ["accessToken"]],
    Models: ["https://switchai.traylinx.com/v1", ["projectKey"]],
    Auth: ["https://api.traylinx.com/ma-authentication-ms/v1/api", []],
  };
  for (const { operationId, servers, security, tags } of Object.values(traylinx.routes)) {
    const placed = [servers.map(({ url }) => url), security.flatMap((one) => Object.keys(one))];
    const [host, credentials] = kinds[tags[0] ?? ""] ?? [];
    expect(placed, `${operationId} in spec/src/traylinx`).toEqual([[host], credentials]);
  }
});

test("knows an operation under its own host's path and under a base URL that replaces it, not under another host's", () => {
  const headers = { authorization: "Bearer x" };
  const called = (url: string) => judge.request({ method: "GET", url, headers }).operationId;
  const list = "/organizations/o/projects/p/api_keys";
  expect(called("https://switchai.traylinx.com/v1/models")).toBe("listModels");
  expect(called("http://127.0.0.1:4010/models")).toBe("listModels");
  expect(called("https://api.traylinx.com/ma-metrics-wsp-ms/v1/api/models")).toBeUndefined();
  expect(called(`https://api.traylinx.com/ma-metrics-wsp-ms/v1/api${list}`)).toBe("listApiKeys");
  expect(called(`http://127.0.0.1:4010${list}`)).toBe("listApiKeys");
  expect(called(`https://switchai.traylinx.com/v1${list}`)).toBeUndefined();
});

test("flags the secret key, the tokens and the password, and nothing else", () => {
  expect(secrets).toEqual([
    "CreatedApiKey.secretKey",
    "LoginBody.password",
    "Session.accessToken",
    "Session.refreshToken",
  ]);
});

test("has secret keys of 42 characters", () => {
  const secret = "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a";
  expect(secret).toHaveLength(42);
  expect(new RegExp(keyForm.pattern).test(secret)).toBe(true);
  expect(new RegExp(keyForm.pattern).test(secret.replace("sk", "pk"))).toBe(false);
});

describe("a refusal", () => {
  const answer = { method: "GET", path: "/models", status: 401, headers: json };

  test("reads in each of the three shapes that were seen", () => {
    expect(errorEnvelope(401, errors.invalidApiKey)).toEqual({
      errors: [{ status: "401", title: "Unauthorized", detail: "Invalid API key" }],
    });
    for (const body of [errorEnvelope(401, "x"), { error: "x" }, { message: "x" }]) {
      expect(judge.response({ ...answer, body }).problems).toEqual([]);
    }
  });

  test.each([[{}], [{ errors: "x" }], [{ error: { message: "x" } }], ["x"], [{ error: "x", message: "y" }]])(
    "is none of them as %j",
    (body) => {
      expect(judge.response({ ...answer, body }).problems).not.toEqual([]);
    },
  );
});

test("marks expiry and last use as inferred, and what the client reads as observed", () => {
  const { ApiKey } = document.components.schemas as unknown as Record<
    string,
    { properties: { attributes: { properties: Record<string, { "x-provenance": { status: string } }> } } }
  >;
  const attributes = ApiKey?.properties.attributes.properties ?? {};
  const status = (name: string) => attributes[name]?.["x-provenance"].status;
  expect(["expiresAt", "lastUsedAt"].map(status)).toEqual(["inferred", "inferred"]);
  expect(["publicKey", "displaySecretKey", "note", "createdAt"].map(status)).toEqual(Array(4).fill("observed"));
});

test.each([
  [{}, true],
  [{ note: "ci" }, true],
  [{ note: null, expiresAt: null }, true],
  [{ expiresAt: "2026-12-31" }, true],
  [{ expiresAt: "2026-12-31T00:00:00Z" }, true],
  [{ expiresAt: "2026-12-31T00:00:00.000+02:00" }, true],
  [{ expiresAt: "tomorrow" }, false],
  [{ expiresAt: "" }, false],
  [{ note: 1 }, false],
])("a new key with the attributes %j is taken: %j", (attributes, taken) => {
  const body = { data: { attributes } };
  expect(CreateApiKeyBody.safeParse(body).success).toBe(taken);
  const headers = { ...json, authorization: "Bearer x" };
  const url = "/organizations/o/projects/p/api_keys";
  expect(judge.request({ method: "POST", url, headers, body }).problems.length === 0).toBe(taken);
});

test("takes a sign-in with and without the header that names the application", () => {
  const body = { username: "ada@example.com", password: "x" };
  const request = { method: "POST", url: "/oauth/token", body };
  expect(judge.request({ ...request, headers: json }).problems).toEqual([]);
  expect(judge.request({ ...request, headers: { ...json, "api-key": "app" } }).problems).toEqual([]);
});
