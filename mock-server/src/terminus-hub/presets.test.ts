// Each preset does what it says; own state, reset, snapshot and restore.
import { expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";
import { presets } from "./presets.js";

const R2 = "11111111-1111-4111-8111-111111111111";
const now = "2026-01-01T00:00:00Z";

test("empty: one workspace and nothing in it, in each of two accounts", async () => {
  const mock = await createMock({ preset: "empty", rateLimit: false });
  expect(mock.accounts.list()).toHaveLength(2);
  for (const [path, count] of [
    ["workspaces", 1],
    ["records", 0],
    ["submissions", 0],
    ["governance_models", 0],
    ["api_keys", 1],
  ] as const) {
    expect([path, (await call(mock, `GET /api/v1/${path}`)).body.total_count]).toEqual([path, count]);
  }
});

test("near-limit: one request passes, the next is refused", async () => {
  const mock = await createMock({ preset: "near-limit", now });
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(200);
  const refused = await call(mock, "GET /api/v1/workspaces");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
});

test("rate-limited: refused until the window has passed", async () => {
  const mock = await createMock({ preset: "rate-limited", now });
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(429);
  mock.clock.advance("59001ms");
  expect((await call(mock, "GET /api/v1/workspaces")).headers.get("retry-after")).toBe("1");
  mock.clock.advance("999ms");
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(200);
});

test("revoked-key: the key is refused as deleted", async () => {
  const mock = await createMock({ preset: "revoked-key" });
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(401);
  expect(mock.calls()[0]?.why).toMatch(/deleted 0 s ago/);
});

test("flaky: about one request in five fails, the same ones with the same seed", async () => {
  const run = async () => {
    const mock = await createMock({ preset: "flaky", seed: 7, rateLimit: false });
    const outcomes: (number | string)[] = [];
    for (let i = 0; i < 200; i += 1) {
      outcomes.push(
        await call(mock, "GET /api/v1/workspaces").then(
          ({ status }) => status,
          () => "reset",
        ),
      );
    }
    return outcomes;
  };
  const outcomes = await run();
  const failed = outcomes.filter((outcome) => outcome !== 200);
  expect(failed.length).toBeGreaterThan(20);
  expect(failed.length).toBeLessThan(70);
  expect(new Set(outcomes)).toEqual(new Set([200, 500, 503, "reset"]));
  expect(await run()).toEqual(outcomes);
});

test("every preset has a summary, and an unknown one is refused by name", async () => {
  for (const { summary } of Object.values(presets)) expect(summary).toMatch(/^[a-z]/);
  await expect(createMock({ preset: "nope" as "empty" })).rejects.toThrow(
    'There is no preset "nope". Known: default, empty, full-page, near-limit, rate-limited, revoked-key, flaky.',
  );
});

test("reset goes back to the start or to a preset, and clears store, limiter, clock, faults, journal and seed", async () => {
  const mock = await createMock({ seed: 1, now, rateLimit: { limit: 2, window: "60s" } });
  const start = mock.snapshot();
  const { apiKey } = mock;
  const first = await call(mock, "POST /api/v1/api_keys", { body: { name: "a" } });
  mock.faults.add({ status: 503 });
  mock.clock.advance("1h");
  mock.rateLimits.set(false);
  mock.reset();
  expect(mock.snapshot()).toEqual(start);
  expect([mock.calls(), mock.faults.list(), mock.clock.iso(), mock.apiKey]).toEqual([
    [],
    [],
    "2026-01-01T00:00:00.000Z",
    apiKey,
  ]);
  expect(mock.rateLimits.get()).toEqual({ limit: 2, window: 60_000 });
  const again = await call(mock, "POST /api/v1/api_keys", { body: { name: "a" } });
  expect(again.text).toBe(first.text);
  mock.reset("rate-limited");
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(429);
  mock.reset();
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(200);
  expect(() => mock.reset("nope" as "empty")).toThrow(/There is no preset "nope"/);
});

test("without a seed the key that was handed out survives a reset, and differs between mocks", async () => {
  const [mock, other] = [await createMock(), await createMock()];
  const { apiKey } = mock;
  mock.reset();
  expect(mock.apiKey).toBe(apiKey);
  expect((await call(mock, "GET /api/v1/workspaces")).status).toBe(200);
  expect(other.apiKey).not.toBe(apiKey);
});

test("a snapshot holds no secret, and restoring it brings everything back", async () => {
  const mock = await createMock({ seed: 1, now });
  const made = await call(mock, "POST /api/v1/api_keys", { body: { name: "kept" } });
  const cookie = await mock.sessions.create();
  const snapshot = mock.snapshot();
  expect(JSON.stringify(snapshot)).not.toContain("thub_");
  await call(mock, `DELETE /api/v1/api_keys/${made.body.id}`);
  mock.records.delete(String((await call(mock, "GET /api/v1/records?limit=1")).body.items?.[0]?.id));
  mock.accounts.setPlan("free");
  mock.clock.advance("2h");
  mock.restore(JSON.parse(JSON.stringify(snapshot)));
  expect(mock.snapshot()).toEqual(snapshot);
  expect((await call(mock, "GET /api/v1/api_keys", { key: String(made.body.key) })).status).toBe(200);
  expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(200);
  expect((await call(mock, "GET /api/v1/records?limit=1")).body.total_count).toBe(342);
});

test("state without a taxonomy survives a snapshot, too", async () => {
  const accounts = [{ name: "Mine", records: [{ data: {} }], submissions: [{ rows: [{ data: {} }] }] }];
  const mock = await createMock({ now, state: { accounts } });
  const snapshot = mock.snapshot();
  mock.restore(snapshot);
  expect(mock.snapshot()).toEqual(snapshot);
});

test("a snapshot of another API is refused", async () => {
  const mock = await createMock();
  expect(() => mock.restore({ ...mock.snapshot(), api: "other" })).toThrow(
    'The snapshot is of "other", this mock is of "terminus-hub"',
  );
});

test("own state is used as given, with what it leaves out made up, and survives a reset", async () => {
  const secret = `thub_${"k".repeat(32)}`;
  const mock = await createMock({
    now,
    state: {
      accounts: [
        {
          name: "Mine",
          api_keys: [{ name: "known", secret, last_used_at: null }],
          governance_models: [{ name: "Model", taxonomies: [{ id: "tax", name: "T" }] }],
          submissions: [{ rows: [{ data: { a: 1 } }] }],
          records: [
            { data: { a: 1 }, terminus_id: "trm0abcd1234" },
            { id: R2, data: {}, status: "archived", created_at: "2025-01-01T00:00:00Z" },
          ],
        },
      ],
    },
  });
  expect(mock.apiKey).toBe(secret);
  const check = async () => {
    const { body } = await call(mock, "GET /api/v1/records");
    expect(body).toMatchObject({
      total_count: 2,
      items: [
        { terminus_id: "trm0abcd1234", status: "active" },
        { id: R2, status: "archived" },
      ],
    });
    expect((await call(mock, "GET /api/v1/submissions")).body.items?.[0]).toMatchObject({
      taxonomy_id: "tax",
      status: "draft",
    });
    expect((await call(mock, "GET /api/v1/workspaces")).body.items?.[0]).toMatchObject({ name: "Main" });
  };
  await check();
  mock.reset();
  await check();
});

test.each<[state: unknown, message: RegExp]>([
  [{ accounts: [] }, /state\.accounts: /],
  [{ accounts: [{ name: "A", plan: "gold" }] }, /state\.accounts\.0\.plan: /],
  [{ accounts: [{ name: "A", records: [{ data: {} }, { data: 3 }] }] }, /state\.accounts\.0\.records\.1\.data: /],
  [
    { accounts: [{ name: "A", api_keys: [{ name: "k", secret: "thub_short" }] }] },
    /state\.accounts\.0\.api_keys\.0\.secret: must be thub_/,
  ],
  [{ accounts: [{ name: "A", colour: "red" }] }, /state\.accounts\.0\.colour: /],
  [
    {
      accounts: [
        { id: "a", name: "A" },
        { id: "a", name: "B" },
      ],
    },
    /state\.accounts\.1\.id: must differ from accounts\.0\.id/,
  ],
])("state that cannot be used is refused with its path: %j", async (state, message) => {
  await expect(createMock({ state: state as never })).rejects.toThrow(message);
});
