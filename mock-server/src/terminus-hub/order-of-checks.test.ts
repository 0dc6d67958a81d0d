// Which refusal wins when several would be due: one test for each step of the order.
import { expect, test } from "vitest";
import { call, INVALID_KEY } from "../../test/calling.js";
import { createMock } from "../index.js";

const huge = JSON.stringify({ name: "x".repeat(1_048_577) });

test("authentication comes before everything", async () => {
  const mock = await createMock({ rateLimit: { limit: 0, window: "60s" } });
  mock.accounts.setPlan("free");
  expect((await call(mock, "PATCH /nowhere", { key: null, body: huge })).text).toBe(INVALID_KEY);
});

test("the plan comes before the limiter", async () => {
  const mock = await createMock({ rateLimit: { limit: 0, window: "60s" } });
  mock.accounts.setPlan("free");
  expect((await call(mock, "GET /nowhere")).status).toBe(403);
});

test("the limiter comes before an unknown path", async () => {
  const mock = await createMock({ rateLimit: { limit: 0, window: "60s" } });
  expect((await call(mock, "GET /nowhere")).status).toBe(429);
});

test("an unknown path is 404 whatever the method", async () => {
  const mock = await createMock();
  expect((await call(mock, "POST /api/v1/api_key", { body: "{" })).status).toBe(404);
});

test("a method comes before the role", async () => {
  const mock = await createMock({ keyManagement: "session" });
  const answer = await call(mock, "PUT /api/v1/api_keys");
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
});

test("the role comes before the content type", async () => {
  const mock = await createMock({ keyManagement: "session" });
  expect(
    (await call(mock, "POST /api/v1/api_keys", { body: huge, headers: { "content-type": "text/plain" } })).status,
  ).toBe(403);
});

test("the content type comes before the size", async () => {
  const mock = await createMock();
  expect(
    (await call(mock, "POST /api/v1/api_keys", { body: huge, headers: { "content-type": "text/plain" } })).status,
  ).toBe(415);
});

test("the size comes before JSON", async () => {
  const mock = await createMock();
  expect((await call(mock, "POST /api/v1/api_keys", { body: `{${huge}` })).status).toBe(413);
});

test("a body of exactly 1 MiB is read", async () => {
  const mock = await createMock();
  const body = JSON.stringify({ name: "ok", more: "x".repeat(1_048_576 - 23) });
  expect(body.length).toBe(1_048_576);
  expect((await call(mock, "POST /api/v1/api_keys", { body })).status).toBe(201);
  expect((await call(mock, "POST /api/v1/api_keys", { body: `${body} ` })).status).toBe(413);
});

test("the size counts bytes, not characters", async () => {
  const mock = await createMock();
  expect(
    (await call(mock, "POST /api/v1/api_keys", { body: JSON.stringify({ name: "é".repeat(524_288) }) })).status,
  ).toBe(413);
});

test.each<[what: string, body: unknown, status: number, param: string | null, path: string | null]>([
  ["no JSON", "{", 400, null, null],
  ["an empty body", "", 400, null, null],
  ["a missing value", {}, 400, "workspace_id", null],
  ["a missing value beside an invalid one", { workspace_id: 1, taxonomy_id: "t" }, 400, "rows", null],
  ["a missing value inside", { workspace_id: "w", taxonomy_id: "t", rows: [{}] }, 400, "rows", "rows.0.data"],
  ["an explicit null", { workspace_id: null, taxonomy_id: "t", rows: [{ data: {} }] }, 422, "workspace_id", null],
  [
    "a row whose data is a list",
    { workspace_id: "w", taxonomy_id: "t", rows: [{ data: [] }] },
    422,
    "rows",
    "rows.0.data",
  ],
  ["no rows", { workspace_id: "w", taxonomy_id: "t", rows: [] }, 422, "rows", null],
  ["a body that is no object", [], 422, null, null],
  ["null for a body", "null", 422, null, null],
  ["an unknown workspace", { workspace_id: "w", taxonomy_id: "t", rows: [{ data: {} }] }, 422, "workspace_id", null],
])("%s is told as it should be", async (_, body, status, param, path) => {
  const mock = await createMock();
  const answer = await call(mock, "POST /api/v1/submissions", { body });
  expect([answer.status, answer.body.error?.param, answer.body.error?.path]).toEqual([status, param, path]);
});

test("an unknown taxonomy is 422 and names its field", async () => {
  const mock = await createMock();
  const { body } = await call(mock, "GET /api/v1/workspaces");
  const workspace_id = body.items?.[0]?.id;
  const answer = await call(mock, "POST /api/v1/submissions", {
    body: { workspace_id, taxonomy_id: "t", rows: [{ data: {} }] },
  });
  expect([answer.status, answer.body.error?.param]).toEqual([422, "taxonomy_id"]);
});

test.each([
  ["limit=0", "limit"],
  ["limit=10001", "limit"],
  ["limit=1e2", "limit"],
  ["limit=+1", "limit"],
  ["limit=", "limit"],
  ["limit=1&limit=2", "limit"],
  ["page=0", "page"],
  ["page=-1", "page"],
  ["page=1.5", "page"],
  ["page=99999999999999999999", "page"],
  ["status=deleted", "status"],
])("records?%s is 422 and names the parameter", async (query, param) => {
  const mock = await createMock();
  const answer = await call(mock, `GET /api/v1/records?${query}`);
  expect([answer.status, answer.body.error?.param, answer.body.error?.path]).toEqual([422, param, null]);
});

test("a query parameter that nobody knows is ignored", async () => {
  const mock = await createMock();
  expect((await call(mock, "GET /api/v1/records?limit=1&colour=red")).status).toBe(200);
});

test("HEAD answers as GET, without the body", async () => {
  const mock = await createMock();
  const head = await call(mock, "HEAD /api/v1/workspaces");
  expect([head.status, head.text, head.headers.get("content-type")]).toEqual([200, "", "application/json"]);
  expect((await call(mock, "HEAD /api/v1/records/unknown")).status).toBe(404);
});

test("OPTIONS is 405", async () => {
  const mock = await createMock();
  expect((await call(mock, "OPTIONS /api/v1/workspaces")).headers.get("allow")).toBe("GET, HEAD");
});

test.each(["/api/v1/records/", "/api/v1/records/a/b", "/api/v1", "/", "/api/v1/records%2Fx", "//api/v1/records"])(
  "%s is an unknown path",
  async (path) => {
    const mock = await createMock();
    const answer = await call(mock, `GET ${path}`);
    expect([answer.status, answer.body.error?.type]).toEqual([404, "not_found_error"]);
  },
);

test.each(["..%2f..", "%00", "%zz", "a%20b", "a%2Fb", "%F0%9F%92%A9", "x".repeat(4_000)])(
  "the id %s is simply unknown",
  async (id) => {
    const mock = await createMock();
    const answer = await call(mock, `GET /api/v1/records/${id}`);
    expect([answer.status, answer.body.error?.message]).toEqual([404, "No such record"]);
  },
);
