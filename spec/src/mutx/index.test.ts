// What the MUTX document must say, fact by fact from its page and today's server, and which of the two it follows.
import { describe, expect, test } from "vitest";
import { describeApi, type Node } from "../../test/describe-api.js";
import {
  CreateApiKeyBody,
  challenge,
  errorCodes,
  errorEnvelope,
  errorReport,
  errors,
  formatTime,
  formatUtcTime,
  keyForm,
  keyLimitReached,
  mutx,
  planLimits,
  rateLimitReport,
} from "./index.js";

const { document, judge, secrets } = describeApi(mutx, {
  listApiKeys: ["GET /api-keys", [200, 401, 422, 429, 500]],
  getApiKey: ["GET /api-keys/{key_id}", [200, 401, 404, 422, 429, 500]],
  createApiKey: ["POST /api-keys", [201, 401, 409, 422, 429, 500]],
  rotateApiKey: ["POST /api-keys/{key_id}/rotate", [200, 401, 404, 409, 422, 429, 500]],
  deleteApiKey: ["DELETE /api-keys/{key_id}", [204, 401, 404, 422, 429, 500]],
  listAgents: ["GET /agents", [200, 401, 422, 429, 500]],
  register: ["POST /auth/register", [201, 400, 422, 429, 500]],
  login: ["POST /auth/login", [200, 401, 422, 429, 500]],
  me: ["GET /auth/me", [200, 401, 429, 500]],
});
const json = { "content-type": "application/json" };

test("has its operations under two addresses", () => {
  for (const path of ["/v1/api-keys", "/api-keys"]) {
    expect(judge.request({ method: "GET", url: path, headers: { "x-api-key": "k" } })).toEqual({
      operationId: "listApiKeys",
      problems: [],
    });
  }
});

test("takes a key in either header, and a token as Bearer, on every operation but sign-up and sign-in", () => {
  for (const { operationId, security } of Object.values(mutx.routes)) {
    const open = operationId === "register" || operationId === "login";
    expect(security).toEqual(open ? [] : [{ apiKeyHeader: [] }, { bearerAuth: [] }]);
  }
  const list = { method: "GET", url: "/agents" };
  expect(judge.request({ ...list, headers: { authorization: "bearer x" } }).problems).toEqual([]);
  expect(judge.request({ ...list, headers: {} }).problems.join()).toContain("no credential");
});

test("flags keys, tokens and passwords, and nothing else", () => {
  expect(secrets).toEqual([
    "CreatedApiKey.key",
    "LoginBody.password",
    "RegisterBody.password",
    "Registration.api_key",
    "TokenPair.access_token",
    "TokenPair.refresh_token",
  ]);
});

test("has keys of 66 characters", () => {
  const key = `mutx_live_0123456789ab_${"a".repeat(43)}`;
  expect(key).toHaveLength(66);
  expect(new RegExp(keyForm.pattern).test(key)).toBe(true);
  expect(new RegExp(keyForm.pattern).test(key.slice(1))).toBe(false);
  expect(new RegExp(keyForm.pattern).test(`${key}a`)).toBe(false);
});

describe("a time without an offset", () => {
  const { ApiKey } = document.components.schemas as unknown as Record<string, { properties: Record<string, Node> }>;

  test.each(["expires_at", "last_used"])("in %s is a string with a pattern and no format, and means UTC", (field) => {
    const schema = ApiKey?.properties[field];
    expect(schema).not.toHaveProperty("format");
    expect(schema?.description).toContain("UTC");
    const pattern = new RegExp(String(schema?.pattern));
    expect(pattern.test("2026-04-21T12:00:00.123456")).toBe(true);
    expect(pattern.test("2026-04-21T12:00:00")).toBe(true);
    expect(pattern.test("2026-04-21T12:00:00.123456Z")).toBe(true);
    expect(pattern.test("2026-04-21T12:00:00+02:00")).toBe(true);
    expect(pattern.test("2026-04-21 12:00:00")).toBe(false);
    expect(pattern.test("2026-04-21")).toBe(false);
  });

  test("is no created_at, which is a date-time", () => {
    expect(ApiKey?.properties.created_at?.format).toBe("date-time");
  });

  test("is written with microseconds, as created_at is", () => {
    const moment = new Date("2026-03-22T12:00:00.123Z");
    expect(formatTime(moment)).toBe("2026-03-22T12:00:00.123000Z");
    expect(formatUtcTime(moment)).toBe("2026-03-22T12:00:00.123000");
  });
});

describe("an answer", () => {
  const list = { method: "GET", path: "/v1/api-keys" };
  const timestamp = "2026-03-22T12:00:00.000000Z";

  test("with 401 names the scheme", () => {
    const refused = { ...list, status: 401, body: errorEnvelope(errors.missingAuthorization) };
    expect(judge.response({ ...refused, headers: json }).problems.join()).toContain('"WWW-Authenticate" is missing');
    expect(judge.response({ ...refused, headers: { ...json, ...challenge } }).problems).toEqual([]);
  });

  test("with 422 or 500 is a report, with 429 a report with the seconds to wait", () => {
    const invalid = errorReport({
      errorCode: errorCodes.validation,
      message: errors.validation,
      details: [{ loc: ["query", "limit"], msg: "x", type: "y" }],
      requestId: "r",
      timestamp,
    });
    expect(judge.response({ ...list, status: 422, headers: json, body: invalid }).problems).toEqual([]);
    expect(judge.response({ ...list, status: 500, headers: json, body: errorEnvelope("x") }).problems).not.toEqual([]);
    const limited = { ...list, status: 429, body: rateLimitReport(timestamp, 60) };
    expect(judge.response({ ...limited, headers: { ...json, "retry-after": "60" } }).problems).toEqual([]);
    expect(judge.response({ ...limited, headers: json }).problems.join()).toContain('"Retry-After" is missing');
  });

  test("about a full plan names the plan and its limit", () => {
    expect(keyLimitReached("FREE", planLimits.FREE)).toBe("Active API key limit reached for your plan (FREE): 2 keys");
    expect(planLimits).toEqual({ FREE: 2, STARTER: 10, PRO: 50, ENTERPRISE: null });
  });

  test("about an unknown path is 404 and needs no credential; a wrong method is 405 with Allow", () => {
    const lost = { method: "GET", path: "/v2/nothing", status: 404, headers: json };
    expect(judge.response({ ...lost, body: errorEnvelope(errors.notFound) }).problems).toEqual([]);
    const wrong = { ...list, method: "PATCH", status: 405, body: errorEnvelope(errors.methodNotAllowed) };
    expect(judge.response({ ...wrong, headers: json }).problems.join()).toContain('"Allow" is missing');
  });
});

test.each([
  [{ name: "ci" }, true],
  [{ name: "", expires_in_days: null }, true],
  [{ name: "ci", expires_in_days: 1 }, true],
  [{ name: "ci", expires_in_days: 365 }, true],
  [{ name: "ci", expires_in_days: 0 }, false],
  [{ name: "ci", expires_in_days: 366 }, false],
  [{ name: "ci", expires_in_days: 1.5 }, false],
  [{ name: null }, false],
  [{}, false],
])("a new key from %j is taken: %j", (body, taken) => {
  expect(CreateApiKeyBody.safeParse(body).success).toBe(taken);
  const headers = { ...json, "x-api-key": "k" };
  const { problems } = judge.request({ method: "POST", url: "/api-keys", headers, body });
  expect(problems.length === 0).toBe(taken);
});

test("says where the page and today's server differ", () => {
  expect(mutx.routes.listApiKeys.description).toContain("today's server lists them too");
  expect(mutx.routes.deleteApiKey.description).toContain("The page says it is deleted");
  expect(mutx.routes.createApiKey.description).toContain("The page asks for a JWT");
});
