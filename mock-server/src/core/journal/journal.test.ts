// The journal, assertions on it, its exports, and the coverage of the contract.
import { describe, expect, test } from "vitest";
import { TINY_KEY, tinyApi, tinyCall, tinyMock } from "../../../test/tiny-api.js";
import { coverageText } from "./coverage.js";

const open = (options = {}) => tinyMock({ seed: 1, now: "2026-01-01T00:00:00Z", rateLimit: false, ...options });
const encoded = (text: string) => [...text].map((each) => `%${each.charCodeAt(0).toString(16)}`).join("");
const decoded = (text: string) =>
  text.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
const make = (id: string) => ({ body: JSON.stringify({ id }) });

describe("calls", () => {
  test("are shown oldest first, with what was asked, answered and why", async () => {
    const mock = open();
    await tinyCall(mock, "POST /things", make("new"));
    await tinyCall(mock, "GET /v1/things?colour=green");
    expect(mock.calls()).toMatchObject([
      {
        number: 1,
        at: "2026-01-01T00:00:00.000Z",
        method: "POST",
        url: "/things",
        operationId: "makeThing",
        status: 201,
        outcome: "answered",
        why: undefined,
        credential: "key-1",
        request: { headers: { "content-type": "application/json" }, body: '{"id":"new"}' },
        response: { headers: { "content-type": "application/json" }, body: '{"id":"new","parts":[]}' },
      },
      { number: 2, url: "/v1/things?colour=green", status: 422, why: 'query.colour must be "red" or "blue"' },
    ]);
  });

  test.each([
    [{ operationId: "nope" }, 'There is no operation "nope", so no call can match it. Known: listThings,'],
    [{ bogus: 1 }, 'calls() has no option "bogus". Known: operationId, status, method, path.'],
    [{ status: "200" }, 'calls() got the status "200". It must be a number such as 201.'],
    [{ method: 3 }, "calls() got the method 3. It must be text."],
  ])("the filter %j is refused", (filter, message) => {
    expect(() => open().calls(filter as never)).toThrow(message);
  });

  test("can be filtered", async () => {
    const mock = open();
    await tinyCall(mock, "GET /things");
    await tinyCall(mock, "POST /things", make("new"));
    await tinyCall(mock, "GET /nowhere?x=1");
    const numbers = (filter: Parameters<typeof mock.calls>[0]) => mock.calls(filter).map(({ number }) => number);
    expect(numbers({ operationId: "makeThing" })).toEqual([2]);
    expect(numbers({ status: 404 })).toEqual([3]);
    expect(numbers({ method: "get" })).toEqual([1, 3]);
    expect(numbers({ path: "/nowhere" })).toEqual([3]);
  });

  test("are bounded, and the oldest are dropped", async () => {
    const mock = open({ journalSize: 3 });
    for (let i = 0; i < 5; i += 1) await tinyCall(mock, "GET /things");
    expect(mock.calls().map(({ number }) => number)).toEqual([3, 4, 5]);
    const silent = open({ journalSize: 0 });
    await tinyCall(silent, "GET /things");
    expect(silent.calls()).toEqual([]);
    expect(() => open({ journalSize: -1 })).toThrow("The journal's size is -1");
  });

  test("hold no secret, wherever it was sent", async () => {
    const logged: unknown[] = [];
    const mock = open({ log: (call: unknown) => logged.push(call) });
    await tinyCall(mock, `GET /things?key=${TINY_KEY}`, { headers: { cookie: "a=b", "x-more": `is ${TINY_KEY}` } });
    await tinyCall(mock, "POST /things", { body: JSON.stringify({ id: TINY_KEY, password: "hunter2" }) });
    await tinyCall(mock, "POST /things", { body: `{"id":"${TINY_KEY}` });
    const written = JSON.stringify([mock.calls(), mock.har(), mock.jsonLines(), logged]);
    expect(written).not.toContain(TINY_KEY);
    expect(written).not.toContain("hunter2");
    expect(mock.calls()[0]).toMatchObject({
      url: "/things?key=tiny_…ghij",
      request: { headers: { "x-token": "[redacted]", cookie: "[redacted]", "x-more": "is tiny_…ghij" } },
    });
    expect(logged).toHaveLength(3);
  });

  test("keep at most 8 kB of a body and of an address", async () => {
    const mock = open();
    await tinyCall(mock, `GET /${"x".repeat(9_000)}`);
    expect(mock.calls()[0]?.url).toMatch(/… \(cut, 9001 characters\)$/);
  });
});

describe("exports", () => {
  test("HAR 1.2 with one entry per call, failures included", async () => {
    const mock = open();
    await tinyCall(mock, "POST /things?x=1", make("new"));
    mock.faults.add({ times: 1, reset: true });
    await expect(tinyCall(mock, "GET /things")).rejects.toThrow();
    const { log } = mock.har();
    expect([log.version, log.creator, log.entries.length]).toEqual([
      "1.2",
      { name: "@terminus-hub/mock-server", version: "0.0.0" },
      2,
    ]);
    expect(log.entries[0]).toMatchObject({
      startedDateTime: "2026-01-01T00:00:00.000Z",
      request: {
        method: "POST",
        url: "http://127.0.0.1/things?x=1",
        queryString: [{ name: "x", value: "1" }],
        postData: { mimeType: "application/json", text: '{"id":"new"}' },
      },
      response: {
        status: 201,
        statusText: "Created",
        content: { mimeType: "application/json", text: '{"id":"new","parts":[]}' },
      },
    });
    expect(log.entries[1]).toMatchObject({
      response: { status: 0, _error: "reset" },
      comment: "fault-1: an armed fault (reset)",
    });
  });

  test("HAR names the host and port that were asked, where they can be read", async () => {
    const mock = open();
    for (const host of ["127.0.0.1:4010", "no host", "[::1]:80"])
      await tinyCall(mock, "GET /things?a=1&a=2", { headers: { host } });
    await tinyCall(mock, "GET //things");
    const { entries } = mock.har().log as { entries: readonly { request: { url: string; queryString: object[] } }[] };
    expect(entries.map(({ request }) => request.url)).toEqual([
      "http://127.0.0.1:4010/things?a=1&a=2",
      "http://127.0.0.1/things?a=1&a=2",
      "http://[::1]/things?a=1&a=2",
      "http://127.0.0.1//things",
    ]);
    expect(entries[0]?.request.queryString).toEqual([
      { name: "a", value: "1" },
      { name: "a", value: "2" },
    ]);
  });

  test.each([
    ["in the query, percent-encoded", `GET /things?x=${encoded(TINY_KEY)}`, {}],
    ["in the path, percent-encoded", `GET /things/${encoded(TINY_KEY)}`, {}],
    ["in a body, as JSON escapes", "POST /things", { body: `{"id":"\\u0074${TINY_KEY.slice(1)}"}` }],
    ["in a header that its name gives away", "GET /things", { headers: { "x-auth-token": "hunter2-secret" } }],
    ["in a body's field with an escaped name", "POST /things", { body: '{"p\\u0061ssword":"hunter2-secret"}' }],
    ["in a body's field of another case and type", "POST /things", { body: '{"Password":["hunter2-secret"]}' }],
    ["in a body that is no JSON, beside the mistake", "POST /things", { body: '{"password": hunter2-secret}' }],
    ["in a form's field with an encoded name", "POST /things", { body: "%70assword=hunter2-secret" }],
  ])("no export holds a secret %s", async (_, line, init) => {
    const logged: unknown[] = [];
    const mock = open({ log: (call: unknown) => logged.push(call) });
    await tinyCall(mock, line, init);
    expect(mock.calls()).toHaveLength(1);
    const written = decoded(JSON.stringify([mock.calls(), mock.har(), mock.jsonLines(), logged]));
    expect(written).not.toContain(TINY_KEY.slice(5, -4));
    expect(written).not.toContain("hunter2");
    expect(() => mock.expectCalled("dropThing")).toThrow(/^(?:(?!hunter2-secret|0123456789abc).)*$/s);
  });

  test("JSON Lines with one line per call", async () => {
    const mock = open();
    await tinyCall(mock, "GET /things");
    await tinyCall(mock, "GET /things");
    const lines = mock.jsonLines().trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).number)).toEqual([1, 2]);
  });
});

describe("coverage of the contract", () => {
  test("of an API without operations is whole", () => {
    expect(open({ api: { ...tinyApi, routes: {} } }).coverage().operations).toEqual({
      covered: 0,
      total: 0,
      percent: 100,
    });
  });

  test("counts operations and statuses that were met, and survives a reset", async () => {
    const mock = open();
    expect(mock.coverage().operations).toEqual({ covered: 0, total: 3, percent: 0 });
    await tinyCall(mock, "GET /things");
    await tinyCall(mock, "GET /things");
    await tinyCall(mock, "DELETE /things/none");
    await tinyCall(mock, "GET /nowhere");
    mock.reset();
    const report = mock.coverage();
    expect([report.operations, report.statuses]).toEqual([
      { covered: 2, total: 3, percent: 66 },
      { covered: 2, total: 16, percent: 12 },
    ]);
    expect(report.byOperation[0]?.statuses[0]).toEqual({ status: 200, calls: 2 });
    expect(report.missing).toContain("dropThing 204");
    expect(report.missing).not.toContain("dropThing 404");
    expect(coverageText(report)).toContain("  dropThing   (204) (401) 404 (500)");
  });
});

test("an operation counts as covered by an answer of its own, not by a 401 or a 500 alone", async () => {
  const mock = open();
  await tinyCall(mock, "GET /things", { headers: { "x-token": "wrong" } });
  mock.faults.add({ times: 1, status: 500 });
  await tinyCall(mock, "GET /things");
  expect(mock.coverage()).toMatchObject({ operations: { covered: 0 }, statuses: { covered: 2 } });
  await tinyCall(mock, "GET /things");
  expect(mock.coverage().operations.covered).toBe(1);
});
