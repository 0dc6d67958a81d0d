// The path of a request: prefixes, checks, and the contract held against the mock itself.
import { describe, expect, test } from "vitest";
import { tinyApi, tinyCall, tinyMock } from "../../../test/tiny-api.js";
import { internalsOf } from "../mock/mock-internals.js";
import type { IncomingRequest } from "./incoming-request.js";

const open = (options = {}) => tinyMock({ seed: 1, now: "2026-01-01T00:00:00Z", rateLimit: false, ...options });

describe("an answer that breaks the contract becomes a 500 that names the operation and the place", () => {
  test.each<[what: string, wrong: unknown, told: string]>([
    [
      "an extra field",
      { status: 200, body: [{ id: "a", parts: [], colour: "red" }] },
      'listThings 200: body.0.colour: Unrecognized key: "colour"',
    ],
    [
      "an extra field deep inside",
      { status: 200, body: [{ id: "a", parts: [{ name: "n", x: 1 }] }] },
      'listThings 200: body.0.parts.0.x: Unrecognized key: "x"',
    ],
    [
      "two extra fields",
      { status: 200, body: [{ id: "a", parts: [], x: 1, y: 2 }] },
      'listThings 200: body.0: Unrecognized keys: "x", "y"',
    ],
    [
      "a missing field",
      { status: 200, body: [{ parts: [] }] },
      "listThings 200: body.0.id: Invalid input: expected string, received undefined",
    ],
    ["a wrong type", { status: 200, body: {} }, "listThings 200: body: Invalid input: expected array, received object"],
    [
      "an undeclared status",
      { status: 202, body: [] },
      "listThings answered 202, which it does not declare (declared: 200, 401, 422, 429, 500, 503)",
    ],
    ["a missing header", { status: 429, body: { detail: "x" } }, 'listThings 429: the header "retry-after" is missing'],
    [
      "another media type",
      { status: 200, body: "x", contentType: "text/plain" },
      'listThings 200: the answer is "text/plain", which is not declared (declared: application/json)',
    ],
  ])("%s", async (_, wrong, told) => {
    const mock = open();
    mock.tiny().wrong = wrong as never;
    const answer = await tinyCall(mock, "GET /things");
    const message = `The mock's answer breaks the contract: ${told}`;
    expect([answer.status, JSON.parse(answer.text)]).toEqual([500, { detail: message }]);
    expect(mock.calls()[0]).toMatchObject({ operationId: "listThings", status: 500, why: message });
  });

  test("goes on being held after the check has been compiled", async () => {
    const mock = open();
    for (let i = 0; i < 40; i += 1) expect((await tinyCall(mock, "GET /things")).status).toBe(200);
    mock.tiny().wrong = { status: 200, body: [{ id: "a", parts: [], colour: "red" }] };
    expect((await tinyCall(mock, "GET /things")).text).toContain("body.0.colour");
  });

  test("a body where none is declared", async () => {
    const api = {
      ...tinyApi,
      handlers: { ...tinyApi.handlers, dropThing: () => ({ status: 204, body: {} }) as never },
    };
    const mock = open({ api });
    expect((await tinyCall(mock, "DELETE /things/one")).text).toContain("the answer has a body where none is declared");
  });
});

test("a handler that throws is a 500 in the envelope, told in the journal", async () => {
  const mock = open();
  mock.tiny().wrong = "throws";
  const answer = await tinyCall(mock, "GET /things");
  expect([answer.status, answer.text]).toEqual([500, '{"detail":"The mock failed in listThings: out of order"}']);
  expect(mock.calls()[0]?.why).toBe("The mock failed in listThings: out of order");
});

test("a check that throws something odd is a 500 that names the path", async () => {
  const checks = [
    {
      name: "odd",
      run: () => {
        throw "a string";
      },
    },
  ];
  const mock = open({ api: { ...tinyApi, checks } });
  expect((await tinyCall(mock, "GET /nowhere")).text).toBe('{"detail":"The mock failed in GET /nowhere: a string"}');
});

test("an API whose checks let an unknown path through is told what it lacks", async () => {
  const mock = open({ api: { ...tinyApi, checks: [] } });
  expect((await tinyCall(mock, "GET /nowhere")).text).toContain("Put knownPath and knownMethod among the API's checks");
});

test("an answer outside any operation is held against the API's list of those", async () => {
  const refusing = (status: number, body: unknown) => ({
    ...tinyApi,
    problem: () => ({ status, body }),
    unrouted: { ...tinyApi.unrouted, 404: undefined },
  });
  expect((await tinyCall(open({ api: refusing(402, {}) }), "GET /nowhere")).status).toBe(402);
  const mock = open({ api: refusing(405, { wrong: 1 }) });
  await tinyCall(mock, "PUT /things");
  expect(mock.calls()[0]?.why).toMatch(/an answer outside any operation, 405: body\.detail: /);
  const other = open({ api: refusing(402, {}) });
  await tinyCall(other, "GET /nowhere");
  expect(other.calls()[0]?.why).toMatch(/no answer outside an operation has the status 402/);
});

describe("a path", () => {
  test.each(["/things", "/v1/things"])("%s is answered: each server's prefix and none", async (path) => {
    expect((await tinyCall(open(), `GET ${path}`)).status).toBe(200);
  });

  test("that is unknown has the API's own page, here HTML", async () => {
    const answer = await tinyCall(open(), "GET /v2/things");
    expect([answer.status, answer.headers.get("content-type"), answer.text]).toEqual([
      404,
      "text/html",
      "<h1>Not here</h1>",
    ]);
  });

  test("without such a method is 405 with Allow", async () => {
    expect((await tinyCall(open(), "PATCH /things")).headers.get("allow")).toBe("GET, HEAD, POST");
  });
});

describe("a body", () => {
  test.each([
    ["that is larger than the API takes", "x".repeat(65), 413, "Request body is larger than 64 bytes"],
    ["that is no JSON", "{", 400, "The request body is not valid JSON"],
    ["that is empty", "", 400, "The request body is not valid JSON"],
    ["nested too deeply", `{"id":"ab","x":${"[".repeat(20)}`, 400, "The request body is not valid JSON"],
    ["with a value that is too short", '{"id":"a"}', 422, "id must hold at least 2 characters"],
    ["with a value of the wrong type deep inside", '{"id":"ab","inner":{"n":"x"}}', 422, "inner.n must be a number"],
  ])("%s is refused", async (_, body, status, detail) => {
    const answer = await tinyCall(open(), "POST /things", { body });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { detail }]);
  });

  test("that is nested more than 100 levels deep is refused, brackets in strings not counted", async () => {
    const mock = open({ api: { ...tinyApi, maxBodyBytes: 10_000 } });
    const nested = (text: string) => tinyCall(mock, "POST /things", { body: `{"id":"ab","x":${text}}` });
    expect((await nested(`${"[".repeat(99)}${"]".repeat(99)}`)).status).toBe(201);
    expect((await nested(`${"[".repeat(100)}${"]".repeat(100)}`)).status).toBe(400);
    expect((await nested(JSON.stringify(`\\"${"[".repeat(200)}`))).status).toBe(201);
    expect(mock.calls()[1]?.why).toBe("the body is nested more than 100 levels deep");
  });

  test("that is no UTF-8 is refused", async () => {
    const mock = open();
    expect((await tinyCall(mock, "POST /things", { body: new Uint8Array([0x22, 0xff, 0x22]) })).status).toBe(400);
    expect(mock.calls()[0]?.why).toBe("the body is not UTF-8");
  });

  test("whose sender goes away is no answer at all", async () => {
    const mock = open();
    const request: IncomingRequest = {
      method: "POST",
      target: "/things",
      header: (name) => (name === "x-token" ? "tiny_0123456789abcdefghij" : null),
      headers: () => [],
      body: { read: () => Promise.reject(new Error("gone")) },
    };
    expect(await internalsOf(mock).handle(request)).toEqual({ kind: "reset", delay: 0 });
    expect(mock.calls()[0]?.why).toBe("the sender went away before the body was complete");
  });
});

test("a caller that has no credential is not counted by the limiter", async () => {
  const [, ...others] = tinyApi.checks;
  const mock = open({ api: { ...tinyApi, checks: others }, rateLimit: { limit: 0, window: "1s" } });
  expect((await tinyCall(mock, "GET /things")).status).toBe(200);
});
