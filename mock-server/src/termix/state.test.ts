// Presets, own fixtures, snapshots, the banner's commands, and that no secret is written down.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock, type MockOptions } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "termix", seed: 1, now, ...options });
const password = "correct horse battery staple";

describe("a preset", () => {
  test("empty is one admin with a key", async () => {
    const mock = await make({ preset: "empty" });
    expect(mock.users.list()).toEqual([{ userId: expect.any(String), username: "admin", isAdmin: true }]);
    expect((await call(mock, "GET /users/api-keys")).body.apiKeys).toHaveLength(1);
  });

  test("full-page has more than fits", async () => {
    const mock = await make({ preset: "full-page" });
    expect((await call(mock, "GET /users/api-keys")).body.apiKeys).toHaveLength(1_000);
  });

  test("near-limit leaves one failed login, rate-limited none", async () => {
    const mock = await make({ preset: "near-limit" });
    const body = { username: "admin", password };
    const wrong = await call(mock, "POST /users/login", { key: null, body: { ...body, password: "no" } });
    expect(wrong.status).toBe(401);
    expect((await call(mock, "POST /users/login", { key: null, body })).status).toBe(429);
    mock.reset("rate-limited");
    expect((await call(mock, "POST /users/login", { key: null, body })).status).toBe(429);
    mock.logins.unlock();
    expect((await call(mock, "POST /users/login", { key: null, body })).status).toBe(200);
  });

  test("expired-key refuses the mock's own key as expired", async () => {
    const mock = await make({ preset: "expired-key" });
    expect((await call(mock, "GET /users/me")).text).toBe('{"error":"API key has expired"}');
  });

  test("flaky fails now and then, health excepted where 500 is not declared", async () => {
    const mock = await make({ preset: "flaky" });
    const outcomes = new Map<string, number>();
    for (let i = 0; i < 200; i += 1) {
      const outcome = await call(mock, "GET /users/me").then(
        ({ status }) => String(status),
        () => "reset",
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(["200", "500", "reset"]);
  });
});

describe("own state", () => {
  test("is taken, with its keys and passwords", async () => {
    const token = `tmx_${"ab".repeat(32)}`;
    const mock = await make({
      state: {
        users: [{ username: "root", password: "open sesame", is_admin: true }],
        api_keys: [{ name: "fixture", username: "root", token, expires_at: "2026-02-01T00:00:00Z" }],
      },
    });
    expect(mock.apiKey).toBe(token);
    expect((await call(mock, "GET /users/me")).body.username).toBe("root");
    const body = { username: "root", password: "open sesame" };
    expect((await call(mock, "POST /users/login", { key: null, body })).status).toBe(200);
  });

  test.each<[state: MockOptions<"termix">["state"], message: string]>([
    [
      { users: [{ username: "a" }, { username: "a" }] },
      'The state cannot be used: state.users.1.username: "a" is taken. Correct it there.',
    ],
    [
      { users: [{ username: "a" }], api_keys: [{ name: "k", username: "b" }] },
      'The state cannot be used: state.api_keys.0.username: no user is named "b". Correct it there.',
    ],
    [
      { users: [{ username: "a", id: "short" }] },
      "The state cannot be used: state.users.0.id: must be 21 of A-Z, a-z, 0-9, _ and -. Correct it there.",
    ],
  ])("is refused with the failing path named (%#)", async (state, message) => {
    await expect(make({ state })).rejects.toThrow(message);
  });
});

test("a snapshot holds keys, sessions, expiry and locks, but no secret", async () => {
  const mock = await make();
  const cookie = await mock.sessions.create({ username: "deploy" });
  const far = mock.users.createKey({ name: "far", expiresIn: "3000000d" });
  mock.logins.leave(0, "maria");
  const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
  expect(JSON.stringify(snapshot)).not.toMatch(/tmx_[0-9a-f]{9}/);
  expect(JSON.stringify(snapshot)).not.toContain(cookie.slice("jwt=".length));
  const before = await call(mock, "GET /users/api-keys");
  mock.users.delete("deploy");
  mock.logins.unlock("maria");
  mock.restore(snapshot);
  expect((await call(mock, "GET /users/me", { cookie })).body.username).toBe("deploy");
  expect((await call(mock, "GET /users/me", { key: far.token })).status).toBe(200);
  expect((await call(mock, "POST /users/login", { key: null, body: { username: "maria", password } })).status).toBe(
    429,
  );
  const names = (body: unknown) => (body as { apiKeys: { id: string }[] }).apiKeys.map(({ id }) => id);
  expect(names((await call(mock, "GET /users/api-keys")).body)).toEqual(names(before.body));
});

test("the journal, the log, HAR and JSON Lines hold no key, token or password", async () => {
  const logged: string[] = [];
  const mock = await make({ log: (entry: unknown) => logged.push(JSON.stringify(entry)) });
  const userId = mock.users.list()[0]?.userId;
  const made = await call(mock, "POST /users/api-keys", { body: { name: "x", userId } });
  const headers = { "x-electron-app": "true" };
  const signedIn = await call(mock, "POST /users/login", { key: null, headers, body: { username: "admin", password } });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  await call(mock, "POST /users/login", { key: null, headers: form, body: "username=admin&password=form-password" });
  await call(mock, "POST /users/login", { key: null, body: '{"username":"admin","password":"cut-password' });
  await call(mock, `GET /users/me?token=${mock.apiKey}`, { cookie: `jwt=${String(signedIn.body.token)}` });
  const written = [JSON.stringify(mock.calls()), JSON.stringify(mock.har()), mock.jsonLines(), ...logged].join("\n");
  for (const secret of [
    mock.apiKey,
    String(made.body.token),
    String(signedIn.body.token),
    password,
    "form-password",
    "cut-password",
  ]) {
    expect(written.includes(secret), `${secret} was written down`).toBe(false);
  }
  expect(written).toContain('\\"username\\":\\"admin\\"');
});

test("the banner's commands and the environment name a key that works", async () => {
  const mock = await make();
  const { facts, commands } = mock.banner("http://127.0.0.1:4010");
  expect(Object.fromEntries(facts)["API key"]).toBe(mock.apiKey);
  expect(commands.map(([label]) => label)).toEqual(["list users", "create a key", "list keys"]);
  const sent = /-d '(.*)'/.exec(commands[1]?.[1] ?? "")?.[1];
  expect((await call(mock, "POST /users/api-keys", { body: sent })).status).toBe(201);
  expect(mock.environment("http://127.0.0.1:4010")).toEqual({
    TERMIX_API_KEY: mock.apiKey,
    TERMIX_BASE_URL: "http://127.0.0.1:4010",
  });
  const fresh = await make({ preset: "fresh" });
  expect(fresh.banner("http://127.0.0.1:4010").commands).toHaveLength(1);
});
