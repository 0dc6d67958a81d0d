// Presets, own fixtures, snapshots, the banner's commands, and that no secret is written down.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock, type MockOptions } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "mutx", seed: 1, now, ...options });
const key = `mutx_live_0123456789ab_${"K".repeat(43)}`;

describe("a preset", () => {
  test("expired-key refuses the mock's own key", async () => {
    const mock = await make({ preset: "expired-key" });
    expect((await call(mock, "GET /agents")).body.detail).toBe("Invalid or expired token");
    expect(mock.calls().at(-1)?.why).toBe("the key expired 3600 s ago");
  });

  test("flaky fails now and then", async () => {
    const mock = await make({ preset: "flaky", rateLimit: false });
    const outcomes = new Set<string>();
    for (let i = 0; i < 200; i += 1) {
      outcomes.add(
        await call(mock, "GET /agents").then(
          ({ status }) => String(status),
          () => "reset",
        ),
      );
    }
    expect([...outcomes].sort()).toEqual(["200", "500", "reset"]);
  });

  test("empty has one key and no agent", async () => {
    const mock = await make({ preset: "empty" });
    expect((await call(mock, "GET /agents")).body.total).toBe(0);
    expect((await call(mock, "GET /api-keys")).body.total).toBe(1);
  });
});

describe("own state", () => {
  test("is taken, with its keys, agents and passwords", async () => {
    const mock = await make({
      state: {
        accounts: [
          {
            email: "root@example.com",
            plan: "STARTER",
            password: "open sesame",
            api_keys: [{ name: "fixture", key }],
            agents: [{ name: "only" }],
          },
        ],
      },
    });
    expect(mock.apiKey).toBe(key);
    expect((await call(mock, "GET /auth/me")).body).toMatchObject({ name: "root", plan: "STARTER" });
    expect((await call(mock, "GET /agents")).body.total).toBe(1);
    const body = { email: "root@example.com", password: "open sesame" };
    expect((await call(mock, "POST /auth/login", { key: null, body })).status).toBe(200);
  });

  test.each<[state: MockOptions<"mutx">["state"], message: string]>([
    [
      { accounts: [{ email: "a@example.com" }, { email: "a@example.com" }] },
      'The state cannot be used: state.accounts.1.email: "a@example.com" is taken. Correct it there.',
    ],
    [
      { accounts: [{ email: "a@example.com", api_keys: [{ name: "k", key: "mutx_live_x" }] }] },
      "The state cannot be used: state.accounts.0.api_keys.0.key: must be mutx_live_ and 12 lower-case hex digits, _ and 43 of A-Z, a-z, 0-9, _ and -. Correct it there.",
    ],
  ])("is refused with the failing path named (%#)", async (state, message) => {
    await expect(make({ state })).rejects.toThrow(message);
  });
});

test("a snapshot holds keys, revoked ones, tokens, plans and the window of logins, but no secret", async () => {
  const mock = await make();
  const token = mock.tokens.create();
  const { id } = mock.accounts.createKey({ name: "revoked" });
  await call(mock, `DELETE /api-keys/${id}`);
  const login = () =>
    call(mock, "POST /auth/login", { key: null, body: { email: "ada@example.com", password: "wrong" } });
  for (let i = 0; i < 10; i += 1) await login();
  const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
  expect(JSON.stringify(snapshot)).not.toMatch(/mutx_live_|eyJ/);
  const before = (await call(mock, "GET /api-keys")).text;
  mock.reset("empty");
  mock.restore(snapshot);
  expect((await call(mock, "GET /api-keys", { key: token })).text).toBe(before);
  expect((await call(mock, `GET /api-keys/${id}`, { key: token })).body.is_active).toBe(false);
  expect((await login()).status).toBe(429);
});

test("the journal, the log, HAR and JSON Lines hold no key, token or password", async () => {
  const logged: string[] = [];
  const mock = await make({ log: (entry: unknown) => logged.push(JSON.stringify(entry)) });
  const made = await call(mock, "POST /api-keys", { body: { name: "x" } });
  const headers = { "x-api-key": mock.apiKey };
  await call(mock, `GET /agents?key=${mock.apiKey}`, { key: null, headers });
  const body = { email: "ada@example.com", password: "Correct-Horse-7!" };
  const signedIn = await call(mock, "POST /auth/login", { key: null, body });
  await call(mock, "GET /agents", { key: String(signedIn.body.access_token) });
  const written = [JSON.stringify(mock.calls()), JSON.stringify(mock.har()), mock.jsonLines(), ...logged].join("\n");
  const secrets = [mock.apiKey, made.body.key, signedIn.body.access_token, signedIn.body.refresh_token, body.password];
  for (const secret of secrets) expect(written.includes(String(secret)), `${secret} was written down`).toBe(false);
  expect(written).toContain("ada@example.com");
});

test("the banner's commands and the environment name a key that works", async () => {
  const mock = await make();
  const { facts, commands } = mock.banner("http://127.0.0.1:4010");
  expect(Object.fromEntries(facts)).toMatchObject({ "API key": mock.apiKey, plan: "PRO" });
  for (const [, command] of commands) {
    const [, path = ""] = /"http:\/\/127\.0\.0\.1:4010([^"]+)"/.exec(command) ?? [];
    const [, sent] = /-d '(.*)'/.exec(command) ?? [];
    const headers = { "x-api-key": mock.apiKey };
    const method = sent === undefined ? "GET" : "POST";
    const answer = await call(mock, `${method} ${path}`, { key: null, headers, ...(sent && { body: sent }) });
    expect(answer.status).toBe(sent === undefined ? 200 : 201);
  }
  expect(mock.environment("http://127.0.0.1:4010")).toEqual({
    MUTX_API_KEY: mock.apiKey,
    MUTX_BASE_URL: "http://127.0.0.1:4010",
  });
});
