// The key routes: who may, in which order a create is checked, what a list shows and what a delete leaves.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "termix", seed: 1, now, ...options });
const CREATE = "POST /users/api-keys";
const LIST = "GET /users/api-keys";

describe("create", () => {
  test("gives a key whose token has the observed form, and shows it this once", async () => {
    const mock = await make();
    const [, deploy] = mock.users.list();
    const userId = deploy?.userId ?? "";
    const { status, body } = await call(mock, CREATE, { body: { name: "  CI pipeline ", userId, extra: true } });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{21}$/),
      name: "CI pipeline",
      userId,
      username: "deploy",
      tokenPrefix: String(body.token).slice(0, 12),
      createdAt: "2026-01-01T00:00:00.000Z",
      expiresAt: null,
      token: expect.stringMatching(/^tmx_[0-9a-f]{64}$/),
    });
    expect((await call(mock, "GET /users/me", { key: String(body.token) })).body.username).toBe("deploy");
    expect((await call(mock, LIST)).text).not.toContain(String(body.token));
  });

  test("takes a form as well", async () => {
    const mock = await make();
    const userId = mock.users.list()[0]?.userId ?? "";
    const made = await call(mock, CREATE, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `name=backup+script&userId=${userId}&expiresAt=2099-12-31`,
    });
    expect([made.status, made.body.name, made.body.expiresAt]).toEqual([
      201,
      "backup script",
      "2099-12-31T00:00:00.000Z",
    ]);
  });

  test("takes a field that a form repeats for a list, which is no name", async () => {
    const mock = await make();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await call(mock, CREATE, { headers, body: "name=a&name=b&name=c&userId=x" });
    expect([answer.status, answer.text]).toEqual([400, '{"error":"name is required"}']);
  });

  test("reads bytes that are no UTF-8 as the server does, with a mark in their place", async () => {
    const mock = await make();
    const userId = mock.users.list()[0]?.userId ?? "";
    const [before = "", behind = ""] = JSON.stringify({ name: "a|b", userId }).split("|");
    const encoder = new TextEncoder();
    const made = await mock.fetch(`${mock.baseUrl}/users/api-keys`, {
      method: "POST",
      headers: { authorization: `Bearer ${mock.apiKey}`, "content-type": "application/json" },
      body: new Uint8Array([...encoder.encode(before), 0xff, ...encoder.encode(behind)]),
    });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ name: "a\ufffdb" });
  });

  test("checks one thing after the other, in the server's order", async () => {
    const mock = await make();
    const userId = mock.users.list()[0]?.userId ?? "";
    const refusals: readonly [body: unknown, status: number, error: string][] = [
      [{ userId: 1, expiresAt: "x" }, 400, "name is required"],
      [{ name: " ", userId }, 400, "name is required"],
      [{ name: 7, userId }, 400, "name is required"],
      [[], 400, "name is required"],
      [{ name: "a", expiresAt: "x" }, 400, "userId is required"],
      [{ name: "a", userId: "  " }, 400, "userId is required"],
      [{ name: "a", userId: "nobody", expiresAt: "x" }, 404, "Target user not found"],
      [{ name: "a", userId: ` ${userId}` }, 404, "Target user not found"],
      [{ name: "a", userId, expiresAt: "soon" }, 400, "Invalid expiresAt date"],
      [{ name: "a", userId, expiresAt: "2025-12-31" }, 400, "expiresAt must be in the future"],
      [{ name: "a", userId, expiresAt: now }, 400, "expiresAt must be in the future"],
    ];
    for (const [body, status, error] of refusals) {
      const answer = await call(mock, CREATE, { body });
      expect([body, answer.status, answer.body]).toEqual([body, status, { error }]);
    }
    expect(
      (await call(mock, CREATE, { body: { name: "a", userId, expiresAt: "2026-01-01T00:00:00.001Z" } })).status,
    ).toBe(201);
  });

  test("reads expiresAt as JavaScript does, and fails where JavaScript throws", async () => {
    const mock = await make();
    const userId = mock.users.list()[0]?.userId ?? "";
    const create = (expiresAt: unknown) => call(mock, CREATE, { body: { name: "a", userId, expiresAt } });
    expect((await create(4_102_444_800_000)).body.expiresAt).toBe("2100-01-01T00:00:00.000Z");
    expect((await create("31 December 2099 UTC")).body.expiresAt).toBe("2099-12-31T00:00:00.000Z");
    expect((await create("+012026-01-01T00:00:00Z")).body.expiresAt).toBe("+012026-01-01T00:00:00.000Z");
    expect((await create(true)).text).toBe('{"error":"expiresAt must be in the future"}');
    expect((await create({})).text).toBe('{"error":"Invalid expiresAt date"}');
    const thrown = await create({ toString: 1 });
    expect([thrown.status, thrown.text]).toEqual([500, '{"error":"Failed to create API key"}']);
  });

  test.each(["", null, 0, false])("takes the falsy expiresAt %j for never", async (expiresAt) => {
    const mock = await make();
    const userId = mock.users.list()[0]?.userId ?? "";
    expect((await call(mock, CREATE, { body: { name: "a", userId, expiresAt } })).body.expiresAt).toBeNull();
  });

  test("is refused to who is no admin, ahead of every look at the body", async () => {
    const mock = await make();
    const cookie = await mock.sessions.create({ username: "deploy" });
    const refused = await call(mock, CREATE, { cookie, body: {} });
    expect([refused.status, refused.text]).toEqual([403, '{"error":"Admin access required"}']);
    expect((await call(mock, CREATE, { cookie: await mock.sessions.create(), body: {} })).status).toBe(400);
  });

  test.each<[string, Record<string, string>, string | undefined]>([
    ["nothing", {}, undefined],
    ["an empty JSON text", { "content-type": "application/json" }, ""],
    ["plain text", { "content-type": "text/plain" }, '{"name":"a"}'],
  ])("without a body that the server reads (%s) fails with 500", async (_, headers, body) => {
    const mock = await make();
    const answer = await call(mock, CREATE, { headers, ...(body !== undefined && { body }) });
    expect([answer.status, answer.text]).toEqual([500, '{"error":"Failed to create API key"}']);
  });

  test("with a body larger than the mock takes fails with 500", async () => {
    const mock = await make();
    const answer = await call(mock, CREATE, { body: { name: "x".repeat(1_048_577) } });
    expect([answer.status, answer.text]).toEqual([500, '{"error":"Internal Server Error"}']);
  });
});

describe("list", () => {
  test("shows the keys of all users, oldest first, expired ones active, and no token", async () => {
    const mock = await make();
    const { body, text } = await call(mock, LIST);
    const keys = body.apiKeys as unknown as Record<string, unknown>[];
    expect(keys.map(({ name }) => name)).toEqual([
      "backup-script",
      "migration",
      "github-actions-deploy",
      "monitoring-readonly",
      "Mock key",
    ]);
    expect(keys[1]).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{21}$/),
      name: "migration",
      userId: mock.users.list()[2]?.userId,
      username: "maria",
      tokenPrefix: expect.stringMatching(/^tmx_[0-9a-f]{8}$/),
      createdAt: "2025-10-03T00:00:00.000Z",
      expiresAt: "2025-12-02T00:00:00.000Z",
      lastUsedAt: "2025-12-01T00:00:00.000Z",
      isActive: true,
    });
    expect(text).not.toMatch(/tmx_[0-9a-f]{9}/);
  });
});

describe("delete", () => {
  test("kills the key at once; the second time there is none", async () => {
    const mock = await make();
    const { id, token } = mock.users.createKey({ name: "short-lived" });
    const done = await call(mock, `DELETE /users/api-keys/${id}`);
    expect([done.status, done.text]).toEqual([200, '{"success":true}']);
    expect((await call(mock, "GET /users/me", { key: token })).text).toBe('{"error":"Invalid API key"}');
    const again = await call(mock, `DELETE /users/api-keys/${id}`);
    expect([again.status, again.text]).toEqual([404, '{"error":"API key not found"}']);
    expect((await call(mock, LIST)).text).not.toContain(id);
  });

  test("lets a key delete itself", async () => {
    const mock = await make();
    const { id, token } = mock.users.createKey({ name: "once" });
    expect((await call(mock, `DELETE /users/api-keys/${id}`, { key: token })).status).toBe(200);
    expect((await call(mock, "GET /users/me", { key: token })).status).toBe(401);
  });
});
