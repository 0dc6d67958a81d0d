// Sign-up, sign-in, who is calling, and the agents.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "mutx", seed: 1, now, ...options });
const REGISTER = "POST /auth/register";
const LOGIN = "POST /v1/auth/login";
const person = { email: "lin@example.net", name: "Lin", password: "Correct-Horse-7!" };
const jwt = expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]{43}$/);

describe("a sign-up", () => {
  test("makes an account on the FREE plan and signs in; it gives no permanent key", async () => {
    const mock = await make();
    const answer = await call(mock, REGISTER, { key: null, body: person });
    expect([answer.status, answer.body]).toEqual([
      201,
      { access_token: jwt, refresh_token: jwt, token_type: "bearer", expires_in: 1800 },
    ]);
    expect((await call(mock, "GET /auth/me", { key: String(answer.body.access_token) })).body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: "lin@example.net",
      name: "Lin",
      plan: "FREE",
      created_at: "2026-01-01T00:00:00.000000Z",
      is_active: true,
      is_email_verified: false,
    });
  });

  test("gives the permanent key of the documentation if told to; it is in no list and counts for no plan", async () => {
    const mock = await make({ userApiKey: true });
    const { body } = await call(mock, REGISTER, { key: null, body: person });
    const key = String(body.api_key);
    expect(key).toMatch(/^mutx_live_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect((await call(mock, "GET /api-keys", { key })).body.total).toBe(0);
    for (const status of [201, 201, 409]) {
      expect((await call(mock, "POST /api-keys", { key, body: { name: "x" } })).status).toBe(status);
    }
    mock.restore(mock.snapshot());
    expect((await call(mock, "GET /auth/me", { key })).status).toBe(200);
  });

  test.each([
    ["Short-7", "Password must be at least 8 characters long"],
    ["lower-case-7", "Password must contain at least one uppercase letter"],
    ["UPPER-CASE-7!", "Password must contain at least one lowercase letter"],
    ["No-Digit-Here!", "Password must contain at least one number"],
    ["NoSpecial77", "Password must contain at least one special character"],
  ])("with the weak password %s is 400", async (password, detail) => {
    const mock = await make();
    const answer = await call(mock, REGISTER, { key: null, body: { ...person, password } });
    expect([answer.status, answer.body]).toEqual([400, { detail }]);
  });

  test("with an email that is taken is 400, with none that is one 422", async () => {
    const mock = await make();
    const taken = await call(mock, REGISTER, { key: null, body: { ...person, email: "ada@EXAMPLE.com" } });
    expect([taken.status, taken.body]).toEqual([400, { detail: "Email already registered" }]);
    const none = await call(mock, REGISTER, { key: null, body: { ...person, email: "lin" } });
    expect(none.status).toBe(422);
    expect(none.body.details).toEqual([
      { loc: ["body", "email"], msg: "value is not a valid email address", type: "value_error" },
    ]);
  });
});

describe("a login", () => {
  test("gives a pair of tokens, of which the access token opens the account for half an hour", async () => {
    const mock = await make();
    const body = { email: "ada@example.com", password: "Correct-Horse-7!" };
    const answer = await call(mock, LOGIN, { key: null, body });
    expect([answer.status, answer.body]).toEqual([
      200,
      { access_token: jwt, refresh_token: jwt, token_type: "bearer", expires_in: 1800 },
    ]);
    const key = String(answer.body.access_token);
    expect((await call(mock, "GET /auth/me", { key })).body.plan).toBe("PRO");
    expect((await call(mock, "GET /auth/me", { key: String(answer.body.refresh_token) })).status).toBe(401);
    mock.clock.advance("31m");
    expect((await call(mock, "GET /auth/me", { key })).status).toBe(401);
  });

  test.each([
    { email: "ada@example.com", password: "wrong" },
    { email: "nobody@example.com", password: "Correct-Horse-7!" },
  ])("of %j is refused", async (body) => {
    const mock = await make();
    const answer = await call(mock, LOGIN, { key: null, body });
    expect([answer.status, answer.text]).toEqual([401, '{"detail":"Invalid email or password"}']);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });
});

test("agents come in pages, newest first, each account's own", async () => {
  const mock = await make();
  const { body } = await call(mock, "GET /agents?skip=1&limit=1");
  expect(body).toEqual({
    items: [
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: "Translation",
        description: "English to German and French",
        type: "openai",
        status: "failed",
        config: { model: "gpt-4o-mini" },
        config_version: 1,
        created_at: "2025-08-08T00:00:00.000000Z",
        updated_at: "2025-12-31T19:00:00.000000Z",
        user_id: mock.accounts.list()[0]?.id,
      },
    ],
    total: 6,
    skip: 1,
    limit: 1,
    has_more: true,
  });
  const other = mock.accounts.create({ email: "lin@example.net" });
  expect((await call(mock, "GET /agents", { key: other.apiKey })).body.total).toBe(0);
});
