// The key routes under both addresses: plans and quota, rotation in place, what stays readable, and pages.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "mutx", seed: 1, now, ...options });
const nobodys = "5f0a3c1e-0000-4000-8000-000000000000";
const ME = "GET /auth/me";

const namesOf = (body: unknown): string[] => (body as { items: { name: string }[] }).items.map(({ name }) => name);

describe.each(["", "/v1"])("under %j", (prefix) => {
  test("a key is made, listed, read, rotated and revoked", async () => {
    const mock = await make({ preset: "empty" });
    const made = await call(mock, `POST ${prefix}/api-keys`, { body: { name: "GitHub Actions", expires_in_days: 30 } });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "GitHub Actions",
      key: expect.stringMatching(/^mutx_live_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/),
      created_at: "2026-01-01T00:00:00.000000Z",
      expires_at: "2026-01-31T00:00:00.000000",
    });
    expect(String(made.body.key)).toHaveLength(66);
    const read = await call(mock, `GET ${prefix}/api-keys/${made.body.id}`);
    expect(read.body).toEqual({
      id: made.body.id,
      name: "GitHub Actions",
      created_at: "2026-01-01T00:00:00.000000Z",
      expires_at: "2026-01-31T00:00:00.000000",
      last_used: null,
      is_active: true,
    });
    const list = await call(mock, `GET ${prefix}/api-keys`);
    expect(list.text).not.toContain("mutx_live_");
    expect([list.body.total, list.body.skip, list.body.limit, list.body.has_more]).toEqual([2, 0, 50, false]);
    const rotated = await call(mock, `POST ${prefix}/api-keys/${made.body.id}/rotate`);
    expect([rotated.status, rotated.body.name]).toEqual([200, "GitHub Actions"]);
    const gone = await call(mock, `DELETE ${prefix}/api-keys/${rotated.body.id}`);
    expect([gone.status, gone.text, gone.headers.has("content-type")]).toEqual([204, "", false]);
  });
});

describe("the list", () => {
  test("shows active and expired keys newest first, all with is_active true, and no revoked one", async () => {
    const mock = await make();
    const { body } = await call(mock, "GET /api-keys");
    expect(namesOf(body)).toEqual(["Mock key", "Staging server", "Trial", "GitHub Actions"]);
    const items = body.items as unknown as { is_active: boolean; expires_at: string | null }[];
    expect(items.every(({ is_active }) => is_active)).toBe(true);
    expect(items[2]?.expires_at).toBe("2025-12-22T00:00:00.000000");
  });

  test("comes in pages", async () => {
    const mock = await make({ preset: "full-page" });
    const { body } = await call(mock, "GET /api-keys?skip=200&limit=100");
    expect([namesOf(body).length, body.total, body.skip, body.limit, body.has_more]).toEqual([
      51,
      251,
      200,
      100,
      false,
    ]);
    const ids = new Set<string>();
    for (let skip = 0; skip < 251; skip += 50) {
      const page = await call(mock, `GET /api-keys?skip=${skip}`);
      expect(page.body.has_more).toBe(skip < 250);
      for (const { id } of page.body.items as unknown as { id: string }[]) ids.add(id);
    }
    expect(ids.size).toBe(251);
    expect((await call(mock, "GET /api-keys?skip=1000")).body).toMatchObject({ items: [], has_more: false });
  });

  test("holds nothing of another account, whose keys look like none", async () => {
    const mock = await make();
    const other = mock.accounts.create({ email: "lin@example.net" });
    const { body } = await call(mock, "GET /api-keys", { key: other.apiKey });
    expect(namesOf(body)).toEqual(["First key"]);
    const theirs = (body.items as unknown as { id: string }[])[0]?.id;
    for (const line of [`GET /api-keys/${theirs}`, `POST /api-keys/${theirs}/rotate`, `DELETE /api-keys/${theirs}`]) {
      const answer = await call(mock, line);
      expect([line, answer.status, answer.text]).toEqual([line, 404, '{"detail":"API key not found"}']);
    }
    expect((await call(mock, ME, { key: other.apiKey })).status).toBe(200);
  });
});

describe("a plan", () => {
  test("allows so many active keys: expired ones count, revoked ones do not, rotation does not", async () => {
    const mock = await make({ preset: "full-quota" });
    const create = () => call(mock, "POST /api-keys", { body: { name: "one more" } });
    const full = await create();
    expect([full.status, full.body]).toEqual([
      409,
      { detail: "Active API key limit reached for your plan (FREE): 2 keys" },
    ]);
    const { body } = await call(mock, "GET /api-keys");
    const other = (body.items as unknown as { id: string; name: string }[]).find(({ name }) => name !== "Mock key");
    const rotated = await call(mock, `POST /api-keys/${other?.id}/rotate`);
    expect(rotated.status).toBe(200);
    mock.clock.advance("400d");
    expect((await create()).status).toBe(409);
    await call(mock, `DELETE /api-keys/${rotated.body.id}`);
    expect((await create()).status).toBe(201);
  });

  test.each([
    ["STARTER", 10],
    ["PRO", 50],
  ] as const)("%s allows %i", async (plan, limit) => {
    const mock = await make({ preset: "empty", rateLimit: false });
    mock.accounts.setPlan(plan);
    for (let i = 1; i < limit; i += 1) {
      expect((await call(mock, "POST /api-keys", { body: { name: `key ${i}` } })).status).toBe(201);
    }
    expect((await call(mock, "POST /api-keys", { body: { name: "too many" } })).body.detail).toBe(
      `Active API key limit reached for your plan (${plan}): ${limit} keys`,
    );
    mock.accounts.setPlan("ENTERPRISE");
    for (let i = 0; i < 20; i += 1) {
      expect((await call(mock, "POST /api-keys", { body: { name: `key ${i}` } })).status).toBe(201);
    }
  });
});

describe("a rotation", () => {
  test("gives a new id and key, the same name and the same absolute expiry, and kills the old key in the same instant", async () => {
    const mock = await make();
    const made = await call(mock, "POST /api-keys", { body: { name: "Deploy", expires_in_days: 10 } });
    mock.clock.advance("3d");
    const rotated = await call(mock, `POST /api-keys/${made.body.id}/rotate`, { key: String(made.body.key) });
    expect(rotated.status).toBe(200);
    expect(rotated.body.id).not.toBe(made.body.id);
    expect(rotated.body.key).not.toBe(made.body.key);
    expect([rotated.body.name, rotated.body.expires_at]).toEqual(["Deploy", "2026-01-11T00:00:00.000000"]);
    expect(rotated.body.created_at).toBe("2026-01-04T00:00:00.000000Z");
    expect((await call(mock, ME, { key: String(made.body.key) })).status).toBe(401);
    expect((await call(mock, ME, { key: String(rotated.body.key) })).status).toBe(200);
    mock.clock.advance("7d");
    expect((await call(mock, ME, { key: String(rotated.body.key) })).status).toBe(401);
  });

  test("of a key that is revoked or was rotated is refused", async () => {
    const mock = await make();
    const { id } = mock.accounts.createKey({ name: "once" });
    expect((await call(mock, `POST /api-keys/${id}/rotate`)).status).toBe(200);
    const again = await call(mock, `POST /api-keys/${id}/rotate`);
    expect([again.status, again.text]).toEqual([409, '{"detail":"API key is already revoked and cannot be rotated"}']);
    expect((await call(mock, `POST /api-keys/${nobodys}/rotate`)).status).toBe(404);
  });

  test("whose answer is lost leaves neither key in anybody's hand", async () => {
    const mock = await make();
    const { id, key } = mock.accounts.createKey({ name: "unlucky" });
    mock.faults.add({ operationId: "rotateApiKey", times: 1, afterCommit: true });
    await expect(call(mock, `POST /api-keys/${id}/rotate`)).rejects.toThrow("fetch failed");
    expect((await call(mock, ME, { key })).status).toBe(401);
    expect((await call(mock, `GET /api-keys/${id}`)).body.is_active).toBe(false);
  });
});

describe("a revoked key", () => {
  test("is gone from the list, readable by its id with is_active false, and may be revoked again", async () => {
    const mock = await make();
    const { id, key } = mock.accounts.createKey({ name: "short-lived" });
    expect((await call(mock, `DELETE /api-keys/${id}`, { key })).status).toBe(204);
    expect((await call(mock, ME, { key })).status).toBe(401);
    expect((await call(mock, "GET /api-keys")).text).not.toContain(id);
    expect((await call(mock, `GET /api-keys/${id.toUpperCase()}`)).body.is_active).toBe(false);
    expect((await call(mock, `DELETE /api-keys/${id}`)).status).toBe(204);
    expect((await call(mock, `DELETE /api-keys/${nobodys}`)).text).toBe('{"detail":"API key not found"}');
  });
});

describe("input that is wrong", () => {
  const request_id = expect.stringMatching(/^[0-9a-f-]{36}$/);
  test.each<[line: string, body: unknown, details: unknown[]]>([
    ["GET /api-keys?limit=101", undefined, [[["query", "limit"], "less_than_equal"]]],
    [
      "GET /api-keys?limit=0&skip=-1",
      undefined,
      [
        [["query", "skip"], "int_parsing"],
        [["query", "limit"], "greater_than_equal"],
      ],
    ],
    ["GET /agents?limit=many", undefined, [[["query", "limit"], "int_parsing"]]],
    ["GET /api-keys/no-uuid", undefined, [[["path", "key_id"], "uuid_parsing"]]],
    ["POST /api-keys", {}, [[["body", "name"], "missing"]]],
    [
      "POST /api-keys",
      { name: 7, expires_in_days: 0 },
      [
        [["body", "name"], "string_type"],
        [["body", "expires_in_days"], "greater_than_equal"],
      ],
    ],
    ["POST /api-keys", { name: "a", expires_in_days: 366 }, [[["body", "expires_in_days"], "less_than_equal"]]],
    ["POST /api-keys", { name: "a", expires_in_days: 1.5 }, [[["body", "expires_in_days"], "int_type"]]],
    ["POST /api-keys", [], [[["body"], "model_attributes_type"]]],
    ["POST /api-keys", undefined, [[["body"], "missing"]]],
    ["POST /api-keys", "{", [[["body"], "json_invalid"]]],
  ])("%s %j is 422 with every problem named", async (line, body, details) => {
    const mock = await make();
    const answer = await call(mock, line, body === undefined ? {} : { body });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      status: "error",
      error_code: "VALIDATION_ERROR",
      message: "Request validation failed",
      request_id,
      timestamp: "2026-01-01T00:00:00.000000Z",
    });
    const shown = answer.body.details as unknown as { loc: string[]; msg: string; type: string }[];
    expect(shown.map(({ loc, type }) => [loc, type])).toEqual(details);
    expect(shown.every(({ msg }) => msg !== "")).toBe(true);
  });

  test("is 422 also where the body is of another type, or too large", async () => {
    const mock = await make();
    const text = await call(mock, "POST /api-keys", {
      headers: { "content-type": "text/plain" },
      body: '{"name":"a"}',
    });
    expect(text.status).toBe(422);
    expect((await call(mock, "POST /api-keys", { body: { name: "x".repeat(1_048_577) } })).status).toBe(422);
  });

  test("takes null for no expiry", async () => {
    const mock = await make();
    const { body } = await call(mock, "POST /api-keys", { body: { name: "", expires_in_days: null } });
    expect([body.name, body.expires_at]).toEqual(["", null]);
  });
});
