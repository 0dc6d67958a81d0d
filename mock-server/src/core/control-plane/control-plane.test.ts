// The control plane: everything a test in another language needs, and nothing for a web page.
import { Validator } from "@seriousme/openapi-schema-validator";
import { terminusHub } from "@terminus-hub/spec/terminus-hub";
import { beforeEach, describe, expect, test } from "vitest";
import { ask as askOf } from "../../../test/asking.js";
import { call } from "../../../test/calling.js";
import { createMock, type Mock } from "../../index.js";

let mock: Mock;
beforeEach(async () => {
  mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z" });
});

const ask = (line: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
  askOf(mock, line, body, headers);

test("health tells what is mocked", async () => {
  expect(await ask("GET /health")).toMatchObject({ status: 200, body: { status: "ok", api: "terminus-hub" } });
});

/** How many operations the contract has. */
const total = Object.keys(terminusHub.routes).length;

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
    expect((await ask("GET /coverage")).body.operations).toEqual({
      covered: 1,
      total,
      percent: Math.floor(100 / total),
    });
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
