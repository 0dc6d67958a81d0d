// Pages, filters and order, and the laws that hold between what is written and what is listed.
import { expect, test } from "vitest";
import { call, type JsonBody } from "../../test/calling.js";
import { createMock, type Mock } from "../index.js";

const ids = (body: JsonBody): string[] => (body.items as unknown as readonly { id: string }[]).map(({ id }) => id);

async function allPages(mock: Mock, path: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await call(mock, `GET ${path}${path.includes("?") ? "&" : "?"}limit=${limit}&page=${page}`);
    seen.push(...ids(body));
    if (!body.has_more) return seen;
  }
}

test.each([
  "/api/v1/records",
  "/api/v1/submissions",
  "/api/v1/workspaces",
  "/api/v1/governance_models",
  "/api/v1/api_keys",
])("paging through %s meets each item exactly once, whatever the page size, and total_count is right", async (path) => {
  const mock = await createMock({ seed: 1, rateLimit: false });
  const { body } = await call(mock, `GET ${path}?limit=10000`);
  const all = ids(body);
  expect(new Set(all).size).toBe(all.length);
  expect(body.total_count).toBe(all.length);
  for (const limit of [1, 7, 100]) {
    if (all.length / limit > 60) continue;
    expect(await allPages(mock, path, limit)).toEqual(all);
  }
});

test("a page that ends with the last item says that there is no more", async () => {
  const mock = await createMock({ seed: 1 });
  const { body } = await call(mock, "GET /api/v1/records?limit=171&page=2");
  expect([ids(body).length, body.has_more, body.total_count]).toEqual([171, false, 342]);
});

test.each(["2", "9007199254740991"])("page %s past the end is empty and has no more", async (page) => {
  const mock = await createMock({ preset: "empty" });
  const { body } = await call(mock, `GET /api/v1/workspaces?page=${page}&limit=10000`);
  expect(body).toEqual({ items: [], has_more: false, total_count: 1 });
});

test("the default page holds 100", async () => {
  const mock = await createMock({ preset: "full-page" });
  const { body } = await call(mock, "GET /api/v1/records");
  expect([ids(body).length, body.has_more, body.total_count]).toEqual([100, true, 10_250]);
});

test("the largest page holds 10,000", async () => {
  const mock = await createMock({ preset: "full-page" });
  const { body } = await call(mock, "GET /api/v1/records?limit=10000");
  expect([ids(body).length, body.has_more]).toEqual([10_000, true]);
});

test("new items come first, and of the same moment the smaller id comes first", async () => {
  const mock = await createMock({ preset: "empty", now: "2026-01-01T00:00:00Z" });
  const made: string[] = [];
  for (let i = 0; i < 5; i += 1)
    made.push(String((await call(mock, "POST /api/v1/api_keys", { body: { name: "a" } })).body.id));
  mock.clock.advance("1s");
  const late = String((await call(mock, "POST /api/v1/api_keys", { body: { name: "b" } })).body.id);
  const listed = ids((await call(mock, "GET /api/v1/api_keys")).body);
  const first = listed.filter((id) => id === late || made.includes(id));
  expect(first).toEqual([late, ...made.sort()]);
});

test("filters on records add up, and an unknown id matches nothing", async () => {
  const mock = await createMock({ seed: 1, rateLimit: false });
  const all = ids((await call(mock, "GET /api/v1/records?limit=10000")).body);
  const active = ids((await call(mock, "GET /api/v1/records?limit=10000&status=active")).body);
  const archived = ids((await call(mock, "GET /api/v1/records?limit=10000&status=archived")).body);
  expect(archived.length).toBeGreaterThan(0);
  expect([...active, ...archived].sort()).toEqual([...all].sort());
  const { body } = await call(mock, "GET /api/v1/workspaces");
  const byWorkspace = await Promise.all(
    ids(body).map((id) => allPages(mock, `/api/v1/records?workspace_id=${id}`, 100)),
  );
  expect(byWorkspace.flat().sort()).toEqual([...all].sort());
  const byTaxonomy = await Promise.all(
    mock.taxonomies.list().map(({ id }) => allPages(mock, `/api/v1/records?taxonomy_id=${id}`, 100)),
  );
  expect(byTaxonomy.flat().sort()).toEqual([...all].sort());
  expect((await call(mock, "GET /api/v1/records?workspace_id=unknown")).body.total_count).toBe(0);
});

test("a submission is found under its workspace and its taxonomy, and in no other", async () => {
  const mock = await createMock({ seed: 1 });
  const [here, there] = ids((await call(mock, "GET /api/v1/workspaces")).body);
  const [taxonomy] = mock.taxonomies.list();
  const body = {
    workspace_id: here,
    taxonomy_id: taxonomy?.id,
    rows: [{ data: { utm_source: "x", nested: { deep: [1, null] } } }],
  };
  const made = await call(mock, "POST /api/v1/submissions", { body });
  expect(made.body).toMatchObject({ ...body, status: "draft" });
  const listed = async (query: string) => ids((await call(mock, `GET /api/v1/submissions?${query}`)).body);
  expect(await listed(`workspace_id=${here}&taxonomy_id=${taxonomy?.id}`)).toContain(made.body.id);
  expect(await listed(`workspace_id=${there}`)).not.toContain(made.body.id);
});

test("what is created is listed first, and what is deleted is listed no more", async () => {
  const mock = await createMock({ seed: 1 });
  const { body } = await call(mock, "POST /api/v1/api_keys", { body: { name: "CI pipeline" } });
  const before = (await call(mock, "GET /api/v1/api_keys")).body;
  expect(before.items?.[0]).toEqual({
    id: body.id,
    name: "CI pipeline",
    created_at: body.created_at,
    last_used_at: null,
  });
  await call(mock, `DELETE /api/v1/api_keys/${body.id}`);
  const after = (await call(mock, "GET /api/v1/api_keys")).body;
  expect(after.total_count).toBe(Number(before.total_count) - 1);
  expect(ids(after)).not.toContain(body.id);
  expect((await call(mock, `DELETE /api/v1/api_keys/${body.id}`)).status).toBe(404);
});

test("the demo data looks like the field: two workspaces, submissions in each status, campaigns in the records", async () => {
  const mock = await createMock({ seed: 1 });
  const workspaces = (await call(mock, "GET /api/v1/workspaces")).body.items as unknown as readonly { name: string }[];
  expect(workspaces.map(({ name }) => name).sort()).toEqual(["EMEA Sales", "Main"]);
  const submissions = (await call(mock, "GET /api/v1/submissions")).body.items as unknown as readonly {
    status: string;
  }[];
  expect([...new Set(submissions.map(({ status }) => status))].sort()).toEqual([
    "approved",
    "cancelled",
    "draft",
    "in_review",
    "rejected",
  ]);
  const { body } = await call(mock, "GET /api/v1/records?limit=1");
  expect(body.items?.[0]).toMatchObject({
    terminus_id: expect.stringMatching(/^trm0[a-z0-9]{8}$/),
    data: { utm_source: expect.any(String), utm_medium: expect.any(String), utm_campaign: expect.any(String) },
  });
});
