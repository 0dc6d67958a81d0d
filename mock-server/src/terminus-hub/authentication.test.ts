// Who gets in, who does not, and what the log says about it.
import { describe, expect, test } from "vitest";
import { call, INVALID_KEY } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";

describe("an API key", () => {
  test.each<[cause: string, authorization: string | null, why: RegExp]>([
    ["is missing", null, /no Authorization header/],
    ["comes as Basic", "Basic dGh1Yl94", /does not start with "Bearer "/],
    ["comes in lower-case bearer", `bearer thub_${"a".repeat(32)}`, /does not start with "Bearer "/],
    ["has another prefix", `Bearer sk_${"a".repeat(32)}`, /does not start with "thub_"/],
    ["is truncated", `Bearer thub_${"a".repeat(31)}`, /malformed.*this one has 31/],
    ["holds other characters", `Bearer thub_${"-".repeat(32)}`, /malformed/],
    [
      "looks real and is not of this mock",
      `Bearer thub_${"a".repeat(32)}`,
      /If it is a live key, it does not belong here/,
    ],
  ])("is refused with the one 401 body if it %s, and the journal says why", async (_, authorization, why) => {
    const mock = await createMock({ seed: 1, now });
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const answer = await call(mock, "GET /api/v1/workspaces", { key: null, headers });
    expect([answer.status, answer.text]).toEqual([401, INVALID_KEY]);
    expect(mock.calls().at(-1)?.why).toMatch(why);
  });

  test("is refused at once when deleted, and the journal says how long ago that was", async () => {
    const mock = await createMock({ seed: 1, now });
    const made = await call(mock, "POST /api/v1/api_keys", { body: { name: "CI pipeline" } });
    const key = String(made.body.key);
    expect((await call(mock, "GET /api/v1/workspaces", { key })).status).toBe(200);
    expect((await call(mock, `DELETE /api/v1/api_keys/${made.body.id}`)).status).toBe(204);
    mock.clock.advance("3s");
    const refused = await call(mock, "GET /api/v1/workspaces", { key });
    expect([refused.status, refused.text]).toEqual([401, INVALID_KEY]);
    expect(mock.calls().at(-1)?.why).toBe("the key was deleted 3 s ago");
  });

  test("may delete itself", async () => {
    const mock = await createMock({ seed: 1, now });
    const { body } = await call(mock, "POST /api/v1/api_keys", { body: { name: "once" } });
    expect((await call(mock, `DELETE /api/v1/api_keys/${body.id}`, { key: String(body.key) })).status).toBe(204);
    expect((await call(mock, "GET /api/v1/workspaces", { key: String(body.key) })).status).toBe(401);
  });

  test("has the documented form and is shown once", async () => {
    const mock = await createMock();
    const { body, status } = await call(mock, "POST /api/v1/api_keys", { body: { name: "  CI pipeline " } });
    expect(status).toBe(201);
    expect(body.key).toMatch(/^thub_[0-9A-Za-z]{32}$/);
    expect(body.name).toBe("CI pipeline");
    const list = await call(mock, "GET /api/v1/api_keys");
    expect(list.text).not.toContain("thub_");
    expect(list.text).toContain(String(body.id));
  });

  test("is stamped as used by each request that it authenticates, refusals by the handler and 429 included", async () => {
    const mock = await createMock({ preset: "empty", seed: 1, now, rateLimit: { limit: 2, window: "60s" } });
    const { body } = await call(mock, "POST /api/v1/api_keys", { body: { name: "CI" } });
    expect(body.last_used_at).toBeNull();
    const used = async () => {
      mock.rateLimits.set(false);
      const list = await call(mock, "GET /api/v1/api_keys");
      mock.rateLimits.set({ limit: 2, window: "60s" });
      const items = list.body.items as unknown as readonly { id: string; last_used_at: string | null }[];
      return items.find(({ id }) => id === String(body.id))?.last_used_at;
    };
    expect(await used()).toBeNull();
    for (const [path, status] of [
      ["/api/v1/records/unknown", 404],
      ["/api/v1/nothing", 404],
      ["/api/v1/records", 429],
    ] as const) {
      mock.clock.advance("1s");
      const before = mock.clock.iso();
      expect((await call(mock, `GET ${path}`, { key: String(body.key) })).status).toBe(status);
      expect(await used()).toBe(before);
    }
  });

  test("of another account sees nothing of this one, whose ids look unknown to it", async () => {
    const mock = await createMock({ seed: 1, now });
    const other = mock.accounts.create({ name: "Other" });
    const id = async (path: string) => {
      const { body } = await call(mock, `GET ${path}`);
      return String((body.items as unknown as readonly { id: string }[])[0]?.id);
    };
    const unknown = await call(mock, "GET /api/v1/records/unknown", { key: other.apiKey });
    const record = await call(mock, `GET /api/v1/records/${await id("/api/v1/records")}`, { key: other.apiKey });
    expect([record.status, record.text]).toEqual([404, unknown.text]);
    const key = await id("/api/v1/api_keys");
    expect((await call(mock, `DELETE /api/v1/api_keys/${key}`, { key: other.apiKey })).status).toBe(404);
    const workspace_id = await id("/api/v1/workspaces");
    expect((await call(mock, `GET /api/v1/records?workspace_id=${workspace_id}`, { key: other.apiKey })).body).toEqual({
      items: [],
      has_more: false,
      total_count: 0,
    });
    const taxonomy_id = mock.taxonomies.list()[0]?.id;
    const body = { workspace_id, taxonomy_id, rows: [{ data: {} }] };
    const refused = await call(mock, "POST /api/v1/submissions", { key: other.apiKey, body });
    expect([refused.status, refused.body.error?.param]).toEqual([422, "workspace_id"]);
  });
});

describe("a session", () => {
  test.each(["owner", "admin"] as const)("of an %s manages keys without an API key", async (role) => {
    const mock = await createMock({ seed: 1, now });
    const cookie = await mock.sessions.create({ role });
    const made = await call(mock, "POST /api/v1/api_keys", { cookie, body: { name: "CI pipeline" } });
    expect(made.status).toBe(201);
    expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(200);
    expect((await call(mock, `DELETE /api/v1/api_keys/${made.body.id}`, { cookie })).status).toBe(204);
  });

  test("of a member gets 403 on the key operations", async () => {
    const mock = await createMock({ seed: 1, now });
    const cookie = await mock.sessions.create({ role: "member" });
    for (const line of ["GET /api/v1/api_keys", "POST /api/v1/api_keys", "DELETE /api/v1/api_keys/x"]) {
      const answer = await call(mock, line, { cookie });
      expect([line, answer.status, answer.body.error?.type]).toEqual([line, 403, "permission_error"]);
    }
  });

  test("opens nothing but the key operations", async () => {
    const mock = await createMock({ seed: 1, now });
    const cookie = await mock.sessions.create();
    expect((await call(mock, "GET /api/v1/workspaces", { cookie })).text).toBe(INVALID_KEY);
  });

  test("expires by the mock's clock", async () => {
    const mock = await createMock({ seed: 1, now });
    const cookie = await mock.sessions.create({ expiresIn: "1h" });
    mock.clock.advance("59m");
    expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(200);
    mock.clock.advance("1m");
    expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(401);
    expect(mock.calls().at(-1)?.why).toBe("the session has expired");
  });

  test("that nobody made is refused", async () => {
    const mock = await createMock({ seed: 1, now });
    expect((await call(mock, "GET /api/v1/api_keys", { cookie: "terminus_session=made-up" })).status).toBe(401);
    expect((await call(mock, "GET /api/v1/api_keys", { cookie: "other=1" })).status).toBe(401);
  });

  test("lets wrong methods through to a 405 on the paths it opens", async () => {
    const mock = await createMock({ seed: 1, now });
    const cookie = await mock.sessions.create();
    expect((await call(mock, "PATCH /api/v1/api_keys", { cookie })).status).toBe(405);
  });
});

describe("who may manage keys", () => {
  test('an API key gets 403 where keyManagement is "session", and a session does not', async () => {
    const mock = await createMock({ seed: 1, now, keyManagement: "session" });
    expect((await call(mock, "GET /api/v1/api_keys")).status).toBe(403);
    expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(200);
    const cookie = await mock.sessions.create({ role: "admin" });
    expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(200);
  });
});

describe("the plan", () => {
  test("Free has no API access, for keys and sessions alike, ahead of the limiter, which counts them all the same", async () => {
    const mock = await createMock({ seed: 1, now, rateLimit: { limit: 1, window: "60s" } });
    const cookie = await mock.sessions.create();
    mock.accounts.setPlan("free");
    for (let i = 0; i < 3; i += 1) expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(403);
    expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(403);
    mock.accounts.setPlan("enterprise");
    expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(429);
    mock.clock.advance("60s");
    expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(200);
  });
});
