// Sentences of the README and of docs/ that no program there shows.
import { describe, expect, test } from "vitest";
import { type Middleware, ResponseError, ServerError, TerminusHub } from "../src/index.js";
import { json, type StubAnswer, stubFetch } from "./stub-fetch.js";

const KEY = "thub_0123456789abcdef";
const page = { items: [], has_more: false, total_count: 0 };

function hubOf(answer: StubAnswer, options: object = {}) {
  const { fetch, sent } = stubFetch(() => answer);
  return { hub: new TerminusHub({ apiKey: KEY, fetch, maxRetries: 0, ...options }), sent };
}

describe("headers", () => {
  const custom = (headers: Headers) => ["x-a", "x-b"].map((name) => headers.get(name));

  test("of a call are added to the client's, and win", async () => {
    const { hub, sent } = hubOf(page, { headers: { "x-a": "client", "x-b": "client" } });
    await hub.workspaces.list({}, { headers: { "x-b": "call" } });
    expect(sent.map(({ headers }) => custom(headers))).toEqual([["client", "call"]]);
  });

  test("of a clone replace the client's", async () => {
    const { hub, sent } = hubOf(page, { headers: { "x-a": "client" } });
    await hub.withOptions({ headers: { "x-b": "clone" } }).workspaces.list();
    await hub.withOptions({ timeout: 1_000 }).workspaces.list();
    expect(sent.map(({ headers }) => custom(headers))).toEqual([
      [null, "clone"],
      ["client", null],
    ]);
  });
});

test("middleware of a call runs inside the client's, that of a clone in its place", async () => {
  const ran: string[] = [];
  const layer =
    (name: string): Middleware =>
    (request, next) => {
      ran.push(name);
      return next(request);
    };
  const { hub } = hubOf(page, { middleware: [layer("client")] });
  await hub.workspaces.list({}, { middleware: [layer("call")] });
  expect(ran.splice(0)).toEqual(["client", "call"]);
  await hub.withOptions({ middleware: [layer("clone")] }).workspaces.list();
  expect(ran).toEqual(["clone"]);
});

test("a 503 has retryAfter, and a gateway's 502 is a ServerError with its number in response.status", async () => {
  const busy = hubOf(json(503, {}, { "retry-after": "7" })).hub;
  const error = await busy.workspaces.list().catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(ResponseError);
  expect((error as ResponseError).retryAfter).toBe(7);
  const gateway = await hubOf(new Response("<p>Bad gateway", { status: 502 }))
    .hub.workspaces.list()
    .safe();
  expect(gateway.error).toBeInstanceOf(ServerError);
  expect((gateway.error as ServerError).response.status).toBe(502);
});

test("hub.fetch gives the whole text of a failure that is not JSON, and heeds no fetch or baseUrl of a request", async () => {
  const { hub, sent } = hubOf(new Response(`oops ${KEY}`, { status: 500 }));
  const others = { baseUrl: "https://elsewhere.example", fetch: () => Promise.reject(new Error("asked")) };
  const { error } = await hub.fetch.GET("/api/v1/records", { ...others });
  expect(error).toBe(`oops ${KEY}`);
  expect(sent.map(({ url }) => url)).toEqual(["https://hub.terminus.app/api/v1/records"]);
});

test("a page is not a list: iterating what awaiting gives is a TypeError", async () => {
  const { hub } = hubOf(page);
  const once = async () => {
    // @ts-expect-error A page cannot be iterated.
    for await (const record of await hub.records.list()) return record;
  };
  await expect(once()).rejects.toThrow(TypeError);
});
