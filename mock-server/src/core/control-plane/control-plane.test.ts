// The control plane: everything a test in another language needs, and nothing for a web page.
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeEach, describe, expect, test } from "vitest";
import { call } from "../../../test/calling.js";
import { createMock, type Mock } from "../../index.js";
import { createControlPlane } from "./control-plane.js";

let mock: Mock;
let token: string | undefined;
beforeEach(async () => {
  token = undefined;
  mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z" });
});

async function ask(line: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
  const [method = "GET", path = "/"] = line.split(" ");
  const { fetch } = createControlPlane(mock as never, { token });
  const response = await fetch(
    new Request(`http://127.0.0.1:4010/__mock${path}`, {
      method,
      headers: body === undefined ? { ...headers } : { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    text,
    body: type.includes("/json") && !type.includes("jsonl") ? JSON.parse(text) : undefined,
  };
}

test("health tells what is mocked", async () => {
  expect(await ask("GET /health")).toMatchObject({ status: 200, body: { status: "ok", api: "terminus-hub" } });
});

describe("the journal", () => {
  test("is listed, filtered and exported", async () => {
    await call(mock, "GET /api/v1/workspaces");
    await call(mock, "GET /api/v1/nothing");
    expect((await ask("GET /calls")).body.calls).toHaveLength(2);
    expect(
      (await ask("GET /calls?operationId=listWorkspaces&status=200&method=get&path=/api/v1/workspaces")).body.calls,
    ).toHaveLength(1);
    expect((await ask("GET /calls?status=429")).body.calls).toEqual([]);
    expect((await ask("GET /calls.har")).body.log.entries).toHaveLength(2);
    expect((await ask("GET /calls.jsonl")).text.trim().split("\n")).toHaveLength(2);
    expect((await ask("GET /coverage")).body.operations).toEqual({ covered: 1, total: 10, percent: 10 });
  });

  test("is asserted on, near misses included", async () => {
    await call(mock, "POST /api/v1/api_keys", { body: { name: "CI" } });
    expect(
      (await ask("POST /calls/expect", { operationId: "createApiKey", times: 1, body: { name: "CI" } })).body,
    ).toEqual({ met: true });
    const missed = await ask("POST /calls/expect", { operationId: "createApiKey", body: { name: "Other" } });
    expect(missed.body).toMatchObject({
      met: false,
      message: expect.stringContaining('body.name was "CI", not "Other"'),
    });
  });
});

test("the clock is shown, frozen, advanced and resumed", async () => {
  expect((await ask("GET /clock")).body).toEqual({ frozen: true, now: "2026-01-01T00:00:00.000Z" });
  expect((await ask("POST /clock", { advance: "61s" })).body.now).toBe("2026-01-01T00:01:01.000Z");
  expect((await ask("POST /clock", { resume: true })).body.frozen).toBe(false);
  expect((await ask("POST /clock", { freeze: "2027-01-01T00:00:00Z" })).body).toEqual({
    frozen: true,
    now: "2027-01-01T00:00:00.000Z",
  });
  expect((await ask("POST /clock", { freeze: true })).body.now).toBe("2027-01-01T00:00:00.000Z");
});

test("faults are armed, listed and disarmed", async () => {
  const { status, body } = await ask("POST /faults", {
    operationId: "createApiKey",
    times: 1,
    status: 503,
    latency: ["1ms", 2],
  });
  expect([status, body]).toEqual([201, { id: "fault-1" }]);
  expect((await ask("GET /faults")).body.faults).toMatchObject([{ id: "fault-1", status: 503, times: 1, fired: 0 }]);
  expect((await ask("DELETE /faults/fault-1")).status).toBe(204);
  await ask("POST /faults", { reset: true });
  expect((await ask("DELETE /faults")).status).toBe(204);
  expect(mock.faults.list()).toEqual([]);
});

test("the rate limit is shown and set", async () => {
  await call(mock, "GET /api/v1/workspaces");
  expect((await ask("GET /rate-limits")).body).toMatchObject({
    limit: { limit: 100, window: 60_000 },
    windows: [{ used: 1, remaining: 99 }],
  });
  expect((await ask("PUT /rate-limits", { limit: { limit: 1, window: "10s" } })).body.limit).toEqual({
    limit: 1,
    window: 10_000,
  });
  expect((await ask("PUT /rate-limits", { limit: false })).body).toEqual({ limit: false, windows: [] });
});

test("presets, reset, snapshot, restore and state", async () => {
  expect((await ask("GET /presets")).body.presets.map(({ name }: { name: string }) => name)).toContain("rate-limited");
  const { body } = await ask("POST /snapshot", undefined);
  expect((await ask("POST /reset", { preset: "empty" })).status).toBe(204);
  expect((await ask("GET /state")).body.accounts[0].records).toEqual([]);
  expect((await ask("POST /restore", body)).status).toBe(204);
  const state = await ask("GET /state");
  expect(state.body.accounts[0].records).toHaveLength(342);
  expect(state.text).not.toContain("thub_");
  expect((await ask("POST /reset", {})).status).toBe(204);
});

test("what only this API has: sessions, accounts, keys, submissions, records", async () => {
  const { cookie } = (await ask("POST /sessions", { role: "admin", expiresIn: "1h" })).body;
  expect((await call(mock, "GET /api/v1/api_keys", { cookie })).status).toBe(200);
  const account = (await ask("POST /accounts", { name: "Second", plan: "business", review: true })).body;
  expect((await call(mock, "GET /api/v1/workspaces", { key: account.apiKey })).body.total_count).toBe(1);
  expect((await ask("GET /accounts")).body.accounts).toHaveLength(3);
  expect((await ask("POST /sessions", { account: account.id })).status).toBe(200);
  expect((await ask("POST /api-keys", { name: "More", account: account.id })).body.key).toMatch(/^thub_/);
  expect((await ask("POST /api-keys", { name: "First's" })).body.key).toMatch(/^thub_/);
  expect((await ask(`PUT /accounts/${account.id}`, { plan: "free", review: false })).status).toBe(204);
  expect((await call(mock, "GET /api/v1/workspaces", { key: account.apiKey })).status).toBe(403);
  const workspace_id = (await call(mock, "GET /api/v1/workspaces")).body.items?.[0]?.id;
  const taxonomy_id = (await ask("GET /taxonomies")).body.taxonomies[0].id;
  const draft = async () =>
    (await call(mock, "POST /api/v1/submissions", { body: { workspace_id, taxonomy_id, rows: [{ data: {} }] } })).body
      .id;
  const [record] = (await ask(`POST /submissions/${await draft()}/approve`)).body.records;
  for (const verb of ["reject", "submit", "cancel"])
    expect((await ask(`POST /submissions/${await draft()}/${verb}`)).status).toBe(204);
  expect((await ask(`POST /records/${record}/archive`)).status).toBe(204);
  expect((await call(mock, `GET /api/v1/records/${record}`)).body.status).toBe("archived");
  expect((await ask(`DELETE /records/${record}`)).status).toBe(204);
  expect((await call(mock, `GET /api/v1/records/${record}`)).status).toBe(404);
});

describe("what cannot be done is told", () => {
  test.each<[line: string, body: unknown, status: number, message: RegExp]>([
    ["POST /clock", { advance: "soon" }, 400, /advance is "soon"/],
    ["POST /clock", { hurry: true }, 400, /^body has no "hurry"; known are: freeze, advance, resume.$/],
    ["POST /clock", { freeze: 3 }, 400, /^body.freeze must be a time such as "2026-01-01T00:00:00Z", or true/],
    ["POST /clock", { freeze: "2027-01-01T00:00:00Z", advance: "soon" }, 400, /advance is "soon"/],
    ["POST /clock", { advance: "9999999d" }, 400, /the clock stays between the years 0001 and 9999/],
    ["PUT /rate-limits", { limit: 3 }, 400, /^body.limit must be an object such as {"limit": 3, "window": "60s"}/],
    ["PUT /rate-limits", {}, 400, /^body.limit is missing.$/],
    ["POST /faults", { latency: "soon" }, 400, /latency is "soon", which cannot be read/],
    ["POST /faults", { latency: true }, 400, /^body.latency must be milliseconds from 0 up, text such as "250ms", or/],
    ["POST /faults", { latency: [1] }, 400, /^body.latency must hold at least 2 items.$/],
    ["POST /faults", { latency: [2, 1] }, 400, /latency goes from 2 to 1/],
    ["POST /faults", { status: 503, for: 0 }, 400, /for is 0/],
    ["POST /faults", { reset: false }, 400, /^body.reset must be true.$/],
    ["POST /restore", {}, 400, /^body.api is missing.$/],
    ["GET /calls?bogus=1", undefined, 400, /^query has no "bogus"; known are: operationId, status, method, path.$/],
    ["GET /calls?operationId=nope", undefined, 400, /There is no operation "nope"/],
    ["GET /calls?status=x", undefined, 400, /^query.status must be a status such as 201.$/],
    ["POST /clock", "{", 400, /Malformed JSON/],
    ["POST /reset", { preset: "nope" }, 400, /There is no preset "nope"/],
    ["POST /faults", { operationId: "nope", status: 500 }, 400, /There is no operation "nope"/],
    [
      "POST /restore",
      { api: "other", clock: { frozen: true, now: "2026-01-01T00:00:00Z" }, rateWindows: [], state: {} },
      400,
      /The snapshot is of "other"/,
    ],
    ["POST /submissions/nope/approve", undefined, 400, /There is no submission "nope"/],
    ["GET /nothing", undefined, 404, /There is no GET \/__mock\/nothing. See \/__mock\/openapi.json/],
  ])("%s %j", async (line, body, status, message) => {
    const answer = await ask(line, body);
    expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringMatching(message)]);
  });

  test("a move of the clock that fails in part changes nothing", async () => {
    await ask("POST /clock", { freeze: "2027-01-01T00:00:00Z", advance: "soon" });
    expect((await ask("GET /clock")).body).toEqual({ frozen: true, now: "2026-01-01T00:00:00.000Z" });
  });

  test("a body of another type is refused with the type to send", async () => {
    const answer = await ask("POST /clock", '{"advance":1}', { "content-type": "text/plain" });
    expect([answer.status, answer.body.error.message]).toEqual([
      415,
      "The body must be JSON and say so: send Content-Type: application/json.",
    ]);
  });

  test.each([
    ["PUT /__mock/clock", "GET, HEAD, POST"],
    ["GET /__mock/faults/fault-1", "DELETE"],
    ["POST /__mock/openapi.json", "GET, HEAD"],
    ["OPTIONS /__mock/health", "GET, HEAD"],
  ])("%s is 405 with Allow: %s", async (line, allow) => {
    const [method = "", path = ""] = line.split(" ");
    const { fetch } = createControlPlane(mock as never, { token });
    const response = await fetch(new Request(`http://127.0.0.1${path}`, { method }));
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
    expect(await response.json()).toEqual({ error: { message: `${path} takes no ${method}. Allowed: ${allow}.` } });
  });

  test("a failure of the mock itself is a 500 with its message", async () => {
    mock.coverage = () => {
      throw new Error("out of order");
    };
    expect(await ask("GET /coverage")).toMatchObject({
      status: 500,
      body: { error: { message: "The control plane failed: out of order" } },
    });
  });
});

describe("a web page of another origin", () => {
  test.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:3000" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("is refused: %j", async (headers) => {
    mock.clock.freeze("2026-01-01T00:00:00Z");
    const answer = await ask("POST /clock", { advance: "1h" }, headers as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(mock.clock.iso()).toBe("2026-01-01T00:00:00.000Z");
  });

  test.each([{ origin: "http://127.0.0.1:4010", "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }])(
    "is told from the mock's own address: %j",
    async (headers) => {
      expect((await ask("GET /health", undefined, headers as Record<string, string>)).status).toBe(200);
    },
  );
});

test("with a token, only who sends it is served; health and the document, which hold no data, are open", async () => {
  token = "t0ken";
  expect((await ask("GET /state")).status).toBe(401);
  expect((await ask("GET /health")).status).toBe(200);
  expect((await ask("GET /openapi.json")).status).toBe(200);
  const { status, body } = await ask("GET /openapi.json", undefined, { authorization: "Bearer t0ken" });
  expect([status, body.security]).toEqual([200, [{ controlToken: [] }]]);
});

test("its document is valid OpenAPI 3.1 and lists every route under its path", async () => {
  const { body } = await ask("GET /openapi.json");
  const result = await new Validator().validate(structuredClone(body));
  expect(result).toEqual({ valid: true });
  const listed = Object.entries<Record<string, { operationId: string }>>(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
  );
  expect(listed).toContain("addFault: post /__mock/faults");
  expect(listed).toContain("approveSubmission: post /__mock/submissions/{id}/approve");
  expect(listed).toHaveLength(31);
});
