// Users and sessions: who is listed, who is calling, how one joins, signs in, is locked out and signs out.
import { clearSessionCookie } from "@terminus-hub/spec/termix";
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "termix", seed: 1, now, ...options });
const password = "correct horse battery staple";
const LOGIN = "POST /users/login";
const open = { key: null } as const;

const names = (body: unknown): string[] =>
  (body as { users: { username: string }[] }).users.map(({ username }) => username);

describe("the list of users", () => {
  test("is open to any user, and tells only admins about locks and second factors", async () => {
    const mock = await make();
    const admin = await call(mock, "GET /users/list");
    expect(admin.body).toEqual({
      users: expect.arrayContaining([
        {
          userId: expect.stringMatching(/^[A-Za-z0-9_-]{21}$/),
          username: "maria",
          is_admin: true,
          is_oidc: false,
          password_hash: "set",
          data_unlocked: true,
          totp_enabled: true,
        },
      ]),
      total: 5,
    });
    const cookie = await mock.sessions.create({ username: "deploy" });
    const { body } = await call(mock, "GET /users/list", { cookie });
    const yusuf = (body.users as unknown as Record<string, unknown>[])[4];
    expect(yusuf).toEqual({
      userId: mock.users.list()[4]?.userId,
      username: "yusuf",
      is_admin: false,
      is_oidc: true,
      password_hash: null,
    });
  });

  test("is cut by limit and offset, which it then shows; the total counts all", async () => {
    const mock = await make();
    const { body } = await call(mock, "GET /users/list?limit=2&offset=1");
    expect(names(body)).toEqual(["deploy", "maria"]);
    expect([body.total, body.limit, body.offset]).toEqual([5, 2, 1]);
    const first = await call(mock, "GET /users/list?limit=2");
    expect([names(first.body), first.body.offset]).toEqual([["admin", "deploy"], 0]);
  });

  test("reads a larger limit as 500 and what is no number as absent", async () => {
    const mock = await make({ preset: "full-page" });
    expect(names((await call(mock, "GET /users/list?limit=9999")).body)).toHaveLength(500);
    const all = await call(mock, "GET /users/list?limit=many&offset=-1");
    expect([names(all.body).length, all.body.total, all.body.limit]).toEqual([750, 750, undefined]);
  });

  test("finds a part of a name, whatever the case", async () => {
    const mock = await make();
    const { body } = await call(mock, "GET /users/list?search=A&limit=10");
    expect(names(body)).toEqual(["admin", "maria", "backup"]);
    expect(body.total).toBe(3);
  });
});

test("who is calling is told with every flag", async () => {
  const mock = await make();
  expect((await call(mock, "GET /users/me")).body).toEqual({
    userId: mock.users.list()[0]?.userId,
    username: "admin",
    is_admin: true,
    is_oidc: false,
    is_dual_auth: false,
    totp_enabled: false,
    show_donation_modal: false,
  });
});

describe("a new user", () => {
  test("is an admin if it is the first of its instance, and the next is not", async () => {
    const mock = await make({ preset: "fresh" });
    expect(mock.apiKey).toBe("");
    const first = await call(mock, "POST /users/create", { ...open, body: { username: "ada", password } });
    expect([first.status, first.body]).toEqual([
      200,
      { message: "User created", is_admin: true, toast: { type: "success", message: "User created: ada" } },
    ]);
    const second = await call(mock, "POST /users/create", { ...open, body: { username: "bob", password } });
    expect(second.body.is_admin).toBe(false);
    expect((await call(mock, LOGIN, { ...open, body: { username: "ada", password } })).body.is_admin).toBe(true);
  });

  test("needs a name and a password, and a name of its own", async () => {
    const mock = await make();
    for (const body of [{}, { username: "x" }, { username: " ", password }, { username: "x", password: 7 }]) {
      const answer = await call(mock, "POST /users/create", { ...open, body });
      expect([answer.status, answer.text]).toEqual([400, '{"error":"Username and password are required"}']);
    }
    const taken = await call(mock, "POST /users/create", { ...open, body: { username: "admin", password } });
    expect([taken.status, taken.text]).toEqual([409, '{"error":"Username already exists"}']);
    expect((await call(mock, "POST /users/create", open)).status).toBe(500);
  });
});

describe("a login", () => {
  test("sets the session cookie for a day, or with rememberMe for thirty", async () => {
    const mock = await make();
    const day = await call(mock, LOGIN, { ...open, body: { username: "admin", password } });
    expect([day.status, day.body]).toEqual([200, { success: true, is_admin: true, username: "admin" }]);
    expect(day.headers.get("set-cookie")).toMatch(/^jwt=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/);
    const month = await call(mock, LOGIN, { ...open, body: { username: "deploy", password, rememberMe: true } });
    expect(month.headers.get("set-cookie")).toMatch(/Max-Age=2592000;/);
    expect(month.body.is_admin).toBe(false);
    mock.clock.advance("2d");
    const cookieOf = (headers: Headers) => headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await call(mock, "GET /users/me", { cookie: cookieOf(day.headers) })).status).toBe(401);
    expect((await call(mock, "GET /users/me", { cookie: cookieOf(month.headers) })).body.username).toBe("deploy");
  });

  test("puts the token into the body for the desktop app", async () => {
    const mock = await make();
    const headers = { "x-electron-app": "true" };
    const { body } = await call(mock, LOGIN, { ...open, headers, body: { username: "admin", password } });
    expect((await call(mock, "GET /users/me", { key: String(body.token) })).body.username).toBe("admin");
  });

  test("takes a form", async () => {
    const mock = await make();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = `username=admin&password=${password.replaceAll(" ", "+")}&rememberMe=true`;
    const answer = await call(mock, LOGIN, { ...open, headers, body });
    expect(answer.headers.get("set-cookie")).toMatch(/Max-Age=2592000;/);
  });

  test("says the same whether a field is missing, the name unknown or the password wrong; only the status differs", async () => {
    const mock = await make();
    const text = '{"error":"Invalid username or password"}';
    for (const [body, status] of [
      [{ username: "admin" }, 400],
      [{ password }, 400],
      [{ username: "", password }, 400],
      [{ username: "nobody", password }, 401],
      [{ username: "admin", password: "wrong" }, 401],
      [{ username: "yusuf", password }, 401],
    ] as const) {
      const answer = await call(mock, LOGIN, { ...open, body });
      expect([body, answer.status, answer.text]).toEqual([body, status, text]);
    }
  });

  test("without a body fails with 500", async () => {
    const mock = await make();
    const answer = await call(mock, LOGIN, open);
    expect([answer.status, answer.text]).toEqual([500, '{"error":"Internal Server Error"}']);
  });

  test("is locked by five failures within ten minutes, for ten minutes, even with the right password", async () => {
    const mock = await make();
    const fail = () => call(mock, LOGIN, { ...open, body: { username: "admin", password: "wrong" } });
    const right = () => call(mock, LOGIN, { ...open, body: { username: "admin", password } });
    for (let i = 0; i < 5; i += 1) expect((await fail()).status).toBe(401);
    const locked = await right();
    expect([locked.status, locked.body]).toEqual([
      429,
      { error: "Too many login attempts. Please try again later.", remainingTime: 600 },
    ]);
    expect(locked.headers.has("retry-after")).toBe(false);
    expect((await call(mock, LOGIN, { ...open, body: { username: "deploy", password } })).status).toBe(200);
    mock.clock.advance("599.5s");
    expect((await right()).body.remainingTime).toBe(1);
    mock.clock.advance("1s");
    expect((await right()).status).toBe(200);
  });

  test("is not locked by failures that lie further apart, and a success forgets them", async () => {
    const mock = await make();
    const fail = () => call(mock, LOGIN, { ...open, body: { username: "admin", password: "wrong" } });
    for (let i = 0; i < 4; i += 1) await fail();
    mock.clock.advance("11m");
    expect((await fail()).status).toBe(401);
    for (let i = 0; i < 3; i += 1) await fail();
    expect((await call(mock, LOGIN, { ...open, body: { username: "admin", password } })).status).toBe(200);
    for (let i = 0; i < 4; i += 1) expect((await fail()).status).toBe(401);
  });
});

describe("a logout", () => {
  test("ends the session and clears the cookie", async () => {
    const mock = await make();
    const cookie = await mock.sessions.create();
    const answer = await call(mock, "POST /users/logout", { cookie });
    expect([answer.status, answer.text]).toEqual([200, '{"success":true,"message":"Logged out successfully"}']);
    expect(answer.headers.get("set-cookie")).toBe(clearSessionCookie);
    expect((await call(mock, "GET /users/me", { cookie })).text).toBe('{"error":"Invalid token"}');
  });

  test("with a key answers the same and ends nothing", async () => {
    const mock = await make();
    expect((await call(mock, "POST /users/logout")).status).toBe(200);
    expect((await call(mock, "GET /users/me")).status).toBe(200);
  });
});
