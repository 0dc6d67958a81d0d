// Who gets in, by which header, and the three sentences of a refusal, one of which misleads.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "mutx", seed: 1, now, ...options });
const wrongKey = `mutx_live_0123456789ab_${"x".repeat(43)}`;
const ME = "GET /auth/me";
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const byKey = (key: string) => ({ "x-api-key": key });

const MISSING = "Missing authorization header";
const INVALID_FORM = "Invalid authorization header format";
const INVALID = "Invalid or expired token";

test.each<[what: string, headers: Record<string, string>, detail: string]>([
  ["nothing", {}, MISSING],
  ["an empty Authorization", { authorization: "" }, MISSING],
  ["a wrong X-API-Key", byKey(wrongKey), MISSING],
  ["an empty X-API-Key", byKey(""), MISSING],
  ["an X-API-Key that is no key", byKey("secret"), MISSING],
  ["Basic", { authorization: "Basic YTpi" }, INVALID_FORM],
  ["Bearer and nothing", { authorization: "Bearer" }, INVALID_FORM],
  ["Bearer and two words", { authorization: "Bearer a b" }, INVALID_FORM],
  ["a bare key", { authorization: wrongKey }, INVALID_FORM],
  ["a wrong X-API-Key beside Basic", { ...byKey(wrongKey), authorization: "Basic YTpi" }, INVALID_FORM],
  ["a wrong key as Bearer", bearer(wrongKey), INVALID],
  ["a wrong token", bearer("eyJhbGciOiJIUzI1NiJ9.e30.x"), INVALID],
])("%s is 401 with its sentence and a challenge", async (_, headers, detail) => {
  const mock = await make();
  const answer = await call(mock, ME, { key: null, headers });
  expect([answer.status, answer.body, answer.headers.get("www-authenticate")]).toEqual([401, { detail }, "Bearer"]);
});

describe("a key", () => {
  test("opens every operation, in either header; the word Bearer may be written in any case", async () => {
    const mock = await make();
    for (const line of ["GET /agents", "GET /api-keys", "GET /auth/me", "GET /v1/agents", "GET /v1/api-keys"]) {
      for (const headers of [byKey(mock.apiKey), bearer(mock.apiKey), { authorization: `bEARER  ${mock.apiKey}` }]) {
        expect([line, (await call(mock, line, { key: null, headers })).status]).toEqual([line, 200]);
      }
    }
  });

  test("in X-API-Key is looked at only where there is no Bearer", async () => {
    const mock = await make();
    const both = await call(mock, ME, { key: null, headers: { ...byKey(mock.apiKey), ...bearer(wrongKey) } });
    expect([both.status, both.body.detail]).toEqual([401, INVALID]);
    const other = mock.accounts.create({ email: "lin@example.net" });
    const first = await call(mock, ME, { key: null, headers: { ...byKey(mock.apiKey), ...bearer(other.apiKey) } });
    expect(first.body.email).toBe("lin@example.net");
    const basic = await call(mock, ME, { key: null, headers: { ...byKey(mock.apiKey), authorization: "Basic YTpi" } });
    expect(basic.status).toBe(200);
  });

  test("that is revoked is told apart by its header alone", async () => {
    const mock = await make({ preset: "revoked-key" });
    mock.clock.advance("3s");
    expect((await call(mock, ME, { key: null, headers: byKey(mock.apiKey) })).body.detail).toBe(MISSING);
    expect((await call(mock, ME)).body.detail).toBe(INVALID);
    expect(mock.calls().at(-1)?.why).toBe("the key was revoked 3 s ago");
  });

  test("stops working when it expires by the mock's clock", async () => {
    const mock = await make();
    const { key } = mock.accounts.createKey({ name: "soon over", expiresIn: "1h" });
    expect((await call(mock, ME, { key: null, headers: byKey(key) })).status).toBe(200);
    mock.clock.advance("2h");
    expect((await call(mock, ME, { key: null, headers: byKey(key) })).body.detail).toBe(MISSING);
    expect((await call(mock, ME, { key })).body.detail).toBe(INVALID);
    expect(mock.calls().at(-1)?.why).toBe("the key expired 3600 s ago");
  });

  test("moves its last use at every successful authentication, refusals that follow included", async () => {
    const mock = await make();
    const { key, id } = mock.accounts.createKey({ name: "watched" });
    const lastUsed = async () => (await call(mock, `GET /api-keys/${id}`)).body.last_used;
    expect(await lastUsed()).toBeNull();
    mock.clock.advance("1s");
    await call(mock, "GET /nowhere", { key });
    expect(await lastUsed()).toBe("2026-01-01T00:00:01.000000");
    mock.clock.advance("1s");
    await call(mock, "GET /api-keys?limit=0", { key: null, headers: byKey(key) });
    expect(await lastUsed()).toBe("2026-01-01T00:00:02.000000");
  });

  test("that looks real and is not of this mock is pointed out in the log", async () => {
    const mock = await make();
    await call(mock, ME, { key: wrongKey });
    expect(mock.calls().at(-1)?.why).toMatch(/If it is a live key, it does not belong here/);
  });
});

describe("an access token", () => {
  test("opens the key operations for half an hour", async () => {
    const mock = await make();
    const token = mock.tokens.create();
    expect((await call(mock, "GET /api-keys", { key: token })).status).toBe(200);
    mock.clock.advance("30m");
    expect((await call(mock, "GET /api-keys", { key: token })).body.detail).toBe(INVALID);
    expect(mock.calls().at(-1)?.why).toBe("the access token has expired");
  });

  test("does not count as an X-API-Key", async () => {
    const mock = await make();
    expect((await call(mock, ME, { key: null, headers: byKey(mock.tokens.create()) })).body.detail).toBe(MISSING);
  });
});

describe("the order of checks", () => {
  test("puts paths and methods before credentials", async () => {
    const mock = await make();
    const unknown = await call(mock, "GET /nowhere", { key: null });
    expect([unknown.status, unknown.text]).toEqual([404, '{"detail":"Not Found"}']);
    const wrong = await call(mock, "PUT /v1/api-keys", { key: null });
    expect([wrong.status, wrong.text, wrong.headers.get("allow")]).toEqual([
      405,
      '{"detail":"Method Not Allowed"}',
      "GET, HEAD, POST",
    ]);
  });

  test("puts credentials before the input, and the input before the look-up", async () => {
    const mock = await make();
    expect((await call(mock, "POST /api-keys", { key: null, body: "{" })).status).toBe(401);
    expect((await call(mock, "GET /api-keys/no-uuid")).status).toBe(422);
  });

  test("puts the limit before everything, unknown paths included", async () => {
    const mock = await make({ preset: "rate-limited" });
    expect((await call(mock, "GET /nowhere")).status).toBe(429);
  });
});

describe("the rate limit", () => {
  test("is a hundred requests in sixty seconds for each key, with a report and Retry-After", async () => {
    const mock = await make({ preset: "near-limit" });
    expect((await call(mock, ME)).status).toBe(200);
    mock.clock.advance("10s");
    const limited = await call(mock, ME);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(limited.body).toEqual({
      status: "error",
      error_code: "RATE_LIMIT_EXCEEDED",
      message: "Too many requests. Please try again later.",
      details: null,
      request_id: null,
      timestamp: "2026-01-01T00:00:10.000000Z",
      retry_after: 60,
    });
    expect((await call(mock, ME, { key: mock.accounts.createKey({ name: "other" }).key })).status).toBe(200);
    mock.clock.advance("50s");
    expect((await call(mock, ME)).status).toBe(200);
  });

  test("counts callers without a key together, and a wrong key for itself", async () => {
    const mock = await make({ rateLimit: { limit: 2, window: "60s" } });
    for (const status of [401, 401, 429]) expect((await call(mock, ME, { key: null })).status).toBe(status);
    expect((await call(mock, "GET /agents", { key: mock.tokens.create() })).status).toBe(429);
    for (const status of [401, 401, 429]) expect((await call(mock, ME, { key: wrongKey })).status).toBe(status);
    expect((await call(mock, ME)).status).toBe(200);
  });

  test("lets ten logins through in sixty seconds", async () => {
    const mock = await make();
    const body = { email: "ada@example.com", password: "wrong" };
    const login = () => call(mock, "POST /auth/login", { key: null, body });
    for (let i = 0; i < 10; i += 1) expect((await login()).status).toBe(401);
    const limited = await login();
    expect([limited.status, limited.headers.get("retry-after"), limited.body.retry_after]).toEqual([429, "60", 60]);
    expect((await call(mock, ME, { key: null })).status).toBe(401);
    mock.clock.advance("60s");
    expect((await login()).status).toBe(401);
  });

  test("can be switched off, for logins too", async () => {
    const mock = await make({ rateLimit: false });
    const body = { email: "ada@example.com", password: "wrong" };
    for (let i = 0; i < 12; i += 1)
      expect((await call(mock, "POST /auth/login", { key: null, body })).status).toBe(401);
  });
});
