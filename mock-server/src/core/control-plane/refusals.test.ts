// What the control plane refuses, and whom: told in whole sentences, with what to do instead.
import { beforeEach, describe, expect, test } from "vitest";
import { ask as askOf } from "../../../test/asking.js";
import { createMock, type Mock } from "../../index.js";
import { createControlPlane } from "./control-plane.js";

let mock: Mock;
beforeEach(async () => {
  mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z" });
});

const ask = (line: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
  askOf(mock, line, body, headers);

describe("what cannot be done is told", () => {
  test.each<[line: string, body: unknown, status: number, message: RegExp]>([
    ["POST /clock", { advance: "soon" }, 400, /advance is "soon"/],
    ["POST /clock", { hurry: true }, 400, /^body has no "hurry"; known are: freeze, advance, resume.$/],
    ["POST /clock", { freeze: 3 }, 400, /^body.freeze must be a time such as "2026-01-01T00:00:00Z", or true/],
    ["POST /clock", { freeze: "2027-01-01T00:00:00Z", advance: "soon" }, 400, /advance is "soon"/],
    ["POST /clock", { advance: "9999999d" }, 400, /The clock must stay between the years 0001 and 9999/],
    ["PUT /rate-limits", { limit: 3 }, 400, /^body.limit must be an object such as {"limit": 3, "window": "60s"}/],
    ["PUT /rate-limits", {}, 400, /^body.limit is missing.$/],
    ["POST /faults", { latency: "soon" }, 400, /latency is "soon"\. It must be a number with a unit/],
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
    const { fetch } = createControlPlane(mock as never, { token: undefined });
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
  const withToken = (line: string, headers = {}) => askOf(mock, line, undefined, headers, "t0ken");
  expect((await withToken("GET /state")).status).toBe(401);
  expect((await withToken("GET /health")).status).toBe(200);
  expect((await withToken("GET /openapi.json")).status).toBe(200);
  const { status, body } = await withToken("GET /openapi.json", { authorization: "Bearer t0ken" });
  expect([status, body.security]).toEqual([200, [{ controlToken: [] }]]);
});
