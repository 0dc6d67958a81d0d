// What the Termix document must say, fact by fact from the server's behaviour and where the documentation differs from it.
import { describe, expect, test } from "vitest";
import { describeApi } from "../../test/describe-api.js";
import {
  ApiKey,
  CreateApiKeyBody,
  CreatedApiKey,
  clearSessionCookie,
  errorEnvelope,
  errors,
  impersonationCode,
  keyForm,
  notFoundPage,
  sessionMaxAge,
  setSessionCookie,
  termix,
  tokenPrefixLength,
} from "./index.js";

const { document, judge, secrets } = describeApi(termix, {
  createApiKey: ["POST /users/api-keys", [201, 400, 401, 403, 404, 500]],
  listApiKeys: ["GET /users/api-keys", [200, 401, 403, 500]],
  deleteApiKey: ["DELETE /users/api-keys/{keyId}", [200, 401, 403, 404, 500]],
  listUsers: ["GET /users/list", [200, 401, 403, 500]],
  me: ["GET /users/me", [200, 401, 403, 500]],
  createUser: ["POST /users/create", [200, 400, 409, 500]],
  login: ["POST /users/login", [200, 400, 401, 429, 500]],
  logout: ["POST /users/logout", [200, 401, 403, 500]],
  getHealth: ["GET /health", [200]],
});
const json = { "content-type": "application/json" };

test("opens sign-up, sign-in and health to anyone, and nothing else", () => {
  const open = Object.values(termix.routes)
    .filter(({ security }) => security.length === 0)
    .map(({ operationId }) => operationId);
  expect(open).toEqual(["createUser", "login", "getHealth"]);
});

test("has no /api prefix, and says that the documentation has one", () => {
  expect(Object.keys(document.paths).filter((path) => path.startsWith("/api"))).toEqual([]);
  expect(document.info.description).toContain("there is no `/api` prefix");
});

test("flags the token of a new key, the session token and the passwords, and nothing else", () => {
  expect(secrets).toEqual([
    "CreateUserBody.password",
    "CreatedApiKey.token",
    "Login.token",
    "LoginBody.password",
    "LoginForm.password",
  ]);
});

describe("a key", () => {
  const key = {
    id: "V1StGXR8_Z5jdHi6B-myT",
    name: "ci",
    userId: "x7Kp2Qm9LrT4vWc8Yb1Nd",
    username: "deploy",
    tokenPrefix: "tmx_01234567",
    createdAt: "2026-01-15T09:30:00.000Z",
    expiresAt: null,
  };
  const token = `tmx_${"0123456789abcdef".repeat(4)}`;

  test("has a token of 68 characters, of which a list shows the first 12", () => {
    expect(token).toHaveLength(68);
    expect(token).toMatch(new RegExp(keyForm.pattern));
    expect(token.toUpperCase()).not.toMatch(new RegExp(keyForm.pattern));
    expect(token.slice(0, tokenPrefixLength)).toBe(key.tokenPrefix);
    expect(CreatedApiKey.safeParse({ ...key, token }).success).toBe(true);
    expect(CreatedApiKey.safeParse({ ...key, token: "tmx_short" }).success).toBe(false);
  });

  test.each([
    ["2099-12-31T00:00:00.000Z", true],
    ["+010000-01-01T00:00:00.000Z", true],
    ["2099-12-31", false],
    ["2099-12-31T00:00:00Z", false],
  ])("that expires at %s is as the server writes it: %j", (expiresAt, taken) => {
    const listed = { ...key, expiresAt, lastUsedAt: null, isActive: true };
    expect(ApiKey.safeParse(listed).success).toBe(taken);
    const answer = { method: "GET", path: "/users/api-keys", status: 200, headers: json };
    expect(judge.response({ ...answer, body: { apiKeys: [listed] } }).problems.length === 0).toBe(taken);
  });
});

describe("the body of a new key", () => {
  test("is trimmed in its name only, and its unknown fields are ignored", () => {
    expect(CreateApiKeyBody.parse({ name: " ci ", userId: " u ", expiresAt: "", extra: 1 })).toEqual({
      name: "ci",
      userId: " u ",
      expiresAt: "",
    });
  });

  test.each([[{ userId: "u" }], [{ name: " ", userId: "u" }], [{ name: 1, userId: "u" }], [{ name: "ci" }]])(
    "%j is refused",
    (body) => {
      expect(CreateApiKeyBody.safeParse(body).success).toBe(false);
    },
  );

  test("may be a form", () => {
    const request = { method: "POST", url: "/users/api-keys", body: { name: "ci", userId: "u" } };
    const headers = { authorization: "Bearer tmx_x", "content-type": "application/x-www-form-urlencoded" };
    expect(judge.request({ ...request, headers }).problems).toEqual([]);
  });
});

describe("an answer", () => {
  test("may be the HTML page of an unknown route, which escapes what it repeats", () => {
    const body = notFoundPage("GET", "/api/<users>&'\"");
    expect(body).toContain("<pre>Cannot GET /api/&lt;users&gt;&amp;&#39;&quot;</pre>");
    const answer = { method: "GET", path: "/api/users", status: 404, body };
    expect(judge.response({ ...answer, headers: { "content-type": "text/html; charset=utf-8" } }).problems).toEqual([]);
    expect(judge.response({ ...answer, headers: json, body: { error: "x" } }).problems).toHaveLength(1);
  });

  test("with 401 may clear the cookie, and must do it right", () => {
    const answer = { method: "GET", path: "/users/me", status: 401, body: errorEnvelope(errors.invalidToken) };
    expect(judge.response({ ...answer, headers: json }).problems).toEqual([]);
    expect(judge.response({ ...answer, headers: { ...json, "set-cookie": clearSessionCookie } }).problems).toEqual([]);
    const kept = { ...json, "set-cookie": "jwt=still-here; Path=/" };
    expect(judge.response({ ...answer, headers: kept }).problems.join()).toContain("Set-Cookie");
  });

  test("to a login must set the cookie", () => {
    const body = { success: true, is_admin: true, username: "admin" };
    const answer = { method: "POST", path: "/users/login", status: 200, body };
    expect(judge.response({ ...answer, headers: json }).problems.join()).toContain('"Set-Cookie" is missing');
    const cookie = setSessionCookie("a.b.c", sessionMaxAge.rememberMe);
    expect(cookie).toBe("jwt=a.b.c; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax");
    expect(judge.response({ ...answer, headers: { ...json, "set-cookie": cookie } }).problems).toEqual([]);
  });

  test("to an impersonation has a code, and other refusals have none", () => {
    expect(errorEnvelope(errors.impersonation, impersonationCode)).toEqual({
      error: "Impersonation is not allowed with API key authentication",
      code: "IMPERSONATION_NOT_ALLOWED",
    });
    expect(errorEnvelope(errors.notAdmin)).toEqual({ error: "Admin access required" });
  });

  test("to a locked login tells the seconds that remain", () => {
    const answer = { method: "POST", path: "/users/login", status: 429, headers: json };
    const locked = { error: errors.loginLocked, remainingTime: 600 };
    expect(judge.response({ ...answer, body: locked }).problems).toEqual([]);
    expect(judge.response({ ...answer, body: errorEnvelope(errors.loginLocked) }).problems).not.toEqual([]);
  });

  test("about a user without a password has a null there", () => {
    const user = { userId: "x7Kp2Qm9LrT4vWc8Yb1Nd", username: "a", is_admin: false, is_oidc: true };
    const answer = { method: "GET", path: "/users/list", status: 200, headers: json };
    const list = (password_hash: unknown) => ({ users: [{ ...user, password_hash }], total: 1 });
    expect(judge.response({ ...answer, body: list(null) }).problems).toEqual([]);
    expect(judge.response({ ...answer, body: list("set") }).problems).toEqual([]);
    expect(judge.response({ ...answer, body: list("$2b$10$") }).problems).not.toEqual([]);
  });
});
