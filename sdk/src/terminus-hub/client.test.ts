// The operations over a real socket, what they send and what comes back.
import { expect, test } from "vitest";
import { describeClient } from "../../test/client-suite.js";
import { hubOf, KEY, page, script } from "../../test/scripted-server.js";
import { json } from "../../test/stub-fetch.js";
import { TerminusHub } from "./client.js";

const ID = "0d9c1f5e-3b7a-4d52-8c1e-6f2a9b4c7d10";

describeClient("terminus-hub", {
  make: (options) => new TerminusHub(options),
  key: KEY,
  masked: "thub_…ab12",
  read: (hub) => hub.workspaces.list(),
  answer: page([], false),
  header: ({ headers }) => headers.get("authorization"),
  scheme: "Bearer ",
  secrets: {
    texts: ["opaque"],
    answers: (_, place) =>
      place
        ? json(401, { error: { type: "authentication_error", message: `no ${KEY}` } })
        : json(201, { id: ID, key: "opaque" }),
    async run(hub) {
      await hub.apiKeys.create({ name: "CI pipeline" });
      return [await hub.workspaces.list().catch((failure: unknown) => failure)];
    },
  },
});

test("sends each operation's method, path, query, body and key", async () => {
  const server = await script(({ method, url }) => {
    if (method === "DELETE") return { status: 204 };
    return {
      status: method === "POST" ? 201 : 200,
      body: url.includes(ID) || method === "POST" ? { id: ID } : page([ID], false),
    };
  });
  const hub = hubOf(server);
  await hub.apiKeys.create({ name: "CI pipeline" });
  await hub.apiKeys.list({ page: 2, limit: 10 });
  expect(await hub.apiKeys.delete(ID)).toBeUndefined();
  await hub.workspaces.list();
  expect(await hub.workspaces.get(ID)).toEqual({ id: ID });
  await hub.governanceModels.list();
  await hub.submissions.list({ workspace_id: "a b", taxonomy_id: "c&d" });
  await hub.submissions.create({ workspace_id: "w", taxonomy_id: "t", rows: [{ data: {} }] });
  await hub.records.list({ status: "active" });
  await hub.records.get(ID);

  expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
    ["POST", "/api/v1/api_keys", '{"name":"CI pipeline"}'],
    ["GET", "/api/v1/api_keys?page=2&limit=10", ""],
    ["DELETE", `/api/v1/api_keys/${ID}`, ""],
    ["GET", "/api/v1/workspaces", ""],
    ["GET", `/api/v1/workspaces/${ID}`, ""],
    ["GET", "/api/v1/governance_models", ""],
    ["GET", "/api/v1/submissions?workspace_id=a%20b&taxonomy_id=c%26d", ""],
    ["POST", "/api/v1/submissions", '{"workspace_id":"w","taxonomy_id":"t","rows":[{"data":{}}]}'],
    ["GET", "/api/v1/records?status=active", ""],
    ["GET", `/api/v1/records/${ID}`, ""],
  ]);
  for (const { headers, body } of server.requests) {
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(headers.accept).toBe("application/json");
    expect(headers["content-type"]).toBe(body ? "application/json" : undefined);
  }
});

test("iterates every item of every page", async () => {
  const server = await script({ body: page(["a", "b"], true, 3) }, { body: page(["c"], false, 3) });
  const ids: string[] = [];
  for await (const record of hubOf(server).records.list({ limit: 2 })) ids.push(record.id);
  expect(ids).toEqual(["a", "b", "c"]);
  expect(server.requests.map(({ url }) => url)).toEqual(["/api/v1/records?limit=2", "/api/v1/records?limit=2&page=2"]);
});

test("answers safely on request", async () => {
  const server = await script(
    { status: 204 },
    {
      status: 404,
      body: { error: { type: "not_found_error", code: null, message: "No such API key", param: null, path: null } },
    },
  );
  const hub = hubOf(server);
  expect(await hub.apiKeys.delete(ID).safe()).toEqual({ ok: true, data: undefined });
  const second = await hub.apiKeys.delete(ID).safe();
  expect(second).toMatchObject({
    ok: false,
    error: { name: "NotFoundError", status: 404, type: "not_found_error", message: "No such API key" },
  });
});

test("hub.fetch reaches any path, with the same key, and does not throw on a status", async () => {
  const server = await script({ body: page(["a"], false) }, { status: 404, body: { error: { type: "x" } } });
  const hub = hubOf(server);
  const found = await hub.fetch.GET("/api/v1/records", { params: { query: { limit: 5 } } });
  expect(found.data?.items[0]?.id).toBe("a");
  expect(server.requests[0]).toMatchObject({
    url: "/api/v1/records?limit=5",
    headers: { authorization: `Bearer ${KEY}` },
  });
  const missing = await hub.fetch.GET("/api/v1/records/{id}", { params: { path: { id: "b" } } });
  expect(missing.data).toBeUndefined();
  expect(missing.error).toEqual({ error: { type: "x" } });
  expect(missing.response.status).toBe(404);
});
