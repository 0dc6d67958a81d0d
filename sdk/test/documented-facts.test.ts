// Sentences of the README and of docs/ that no program there shows.
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Middleware, ResponseError, ServerError, TerminusHub } from "../src/index.js";
import { Mutx } from "../src/mutx/index.js";
import { Traylinx } from "../src/traylinx/index.js";
import { json, type StubAnswer, stubFetch } from "./stub-fetch.js";

const KEY = "thub_0123456789abcdef";
const page = { items: [], has_more: false, total_count: 0 };

afterEach(() => vi.unstubAllEnvs());

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

test("hub.fetch gives the whole text of a failure that is no JSON, and heeds no fetch or baseUrl of a request", async () => {
  const { hub, sent } = hubOf(new Response(`oops ${KEY}`, { status: 500 }));
  const others = { baseUrl: "https://elsewhere.example", fetch: () => Promise.reject(new Error("asked")) };
  const { error } = await hub.fetch.GET("/api/v1/records", { ...others });
  expect(error).toBe(`oops ${KEY}`);
  expect(sent.map(({ url }) => url)).toEqual(["https://hub.terminus.app/api/v1/records"]);
});

describe("MUTX with both credentials", () => {
  const apiKey = `mutx_live_0123456789ab_${"A".repeat(43)}`;
  const accessToken = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
  const sentBy = async (options: object) => {
    const { fetch, sent } = stubFetch(() => ({ items: [], total: 0 }));
    await new Mutx({ ...options, fetch }).agents.list();
    return sent.map(({ headers }) => [headers.get("x-api-key"), headers.get("authorization")]);
  };

  test("sends the key and not the token", async () => {
    expect(await sentBy({ apiKey, accessToken })).toEqual([[apiKey, null]]);
    vi.stubEnv("MUTX_API_KEY", apiKey);
    vi.stubEnv("MUTX_ACCESS_TOKEN", accessToken);
    expect(await sentBy({})).toEqual([[apiKey, null]]);
  });

  test("sends what an option says before what a variable says", async () => {
    vi.stubEnv("MUTX_API_KEY", apiKey);
    expect(await sentBy({ accessToken })).toEqual([[null, `Bearer ${accessToken}`]]);
  });
});

test("Traylinx without an access token says that signing in gives one, and that a project's key does not manage keys", async () => {
  vi.stubEnv("TRAYLINX_ACCESS_TOKEN", "");
  const { apiKeys } = new Traylinx({ apiKey: "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a" });
  await expect(Promise.resolve(apiKeys.list("o", "p"))).rejects.toThrow(
    "Pass accessToken or set TRAYLINX_ACCESS_TOKEN. auth.login() gives an access token, which manages keys. A project's key can only call models.",
  );
});

test("a page is no list: iterating what awaiting gives is a TypeError", async () => {
  const { hub } = hubOf(page);
  const once = async () => {
    // @ts-expect-error A page cannot be iterated.
    for await (const record of await hub.records.list()) return record;
  };
  await expect(once()).rejects.toThrow(TypeError);
});
