// Layers around each attempt, and what comes beside the data.
import { expect, test } from "vitest";
import { ConnectionError, type Middleware } from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { failure, hubOf, KEY, page, script } from "../scripted-server.js";

/** Notes its name on the way in and on the way out. */
const layer =
  (name: string, notes: string[]): Middleware =>
  async (request, next) => {
    notes.push(`${name} in`);
    const response = await next(request);
    notes.push(`${name} out ${response.status}`);
    return response;
  };

test("layers lie like an onion: the client's outside the call's", async () => {
  const server = await script({ body: { id: "a" } });
  const notes: string[] = [];
  const hub = hubOf(server, { middleware: [layer("a", notes), layer("b", notes)] });
  await hub.records.get("a", { middleware: [layer("c", notes)] });
  expect(notes).toEqual(["a in", "b in", "c in", "c out 200", "b out 200", "a out 200"]);
});

test("layers run for every attempt, each time on the request as it was first written", async () => {
  const server = await script({ status: 503 }, { body: { id: "a" } });
  const attempts: number[] = [];
  const count: Middleware = (request, next) => {
    attempts.push(request.attempt);
    request.headers.append("x-layer", "here");
    return next(request);
  };
  await hubOf(server, { middleware: [count], clock: jumpingClock() }).records.get("a");
  expect(attempts).toEqual([1, 2]);
  expect(server.requests.map(({ headers }) => headers["x-layer"])).toEqual(["here", "here"]);
});

test("a layer can change the request, answer by itself, and change the answer", async () => {
  const server = await script({ status: 201, body: { id: "a" } });
  const hub = hubOf(server);
  const rename: Middleware = (request, next) => next({ ...request, body: request.body?.replace("x", "y") });
  await hub.apiKeys.create({ name: "x" }, { middleware: [rename] });
  expect(server.requests[0]?.body).toBe('{"name":"y"}');

  const cached = await hub.records.get("a", { middleware: [async () => Response.json({ id: "cached" })] });
  expect(cached).toEqual({ id: "cached" });
  expect(server.requests).toHaveLength(1);

  const swap: Middleware = async (request, next) => {
    await next(request);
    return Response.json({ id: "swapped" });
  };
  expect(await hub.records.get("a", { middleware: [swap] })).toEqual({ id: "swapped" });
});

test("no layer sees the key", async () => {
  const server = await script({ body: { id: "a" } });
  let seen = "";
  const spy: Middleware = async (request, next) => {
    const response = await next(request);
    seen = JSON.stringify([request, [...request.headers]]);
    return response;
  };
  await hubOf(server, { middleware: [spy] }).records.get("a");
  expect(seen).toContain("/api/v1/records/a");
  expect(seen).not.toContain("thub_");
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
});

test("a layer sees connection failures as typed errors", async () => {
  const server = await script({ drop: "unanswered" });
  let seen: unknown;
  const spy: Middleware = async (request, next) => {
    try {
      return await next(request);
    } catch (error) {
      seen = error;
      throw error;
    }
  };
  await failure(hubOf(server, { middleware: [spy], maxRetries: 0 }).records.get("a"));
  expect(seen).toBeInstanceOf(ConnectionError);
});

test("headers of the client and of the call are sent, the call's winning; none replaces the key", async () => {
  const server = await script({ body: { id: "a" } });
  const hub = hubOf(server, { headers: { "x-a": "client", "x-b": "client" } });
  await hub.records.get("a", { headers: { "x-b": "call", authorization: "Bearer other" } });
  expect(server.requests[0]?.headers).toMatchObject({ "x-a": "client", "x-b": "call", authorization: `Bearer ${KEY}` });
});

test("headers may be a Headers, or pairs", async () => {
  const server = await script({ body: { id: "a" } });
  const hub = hubOf(server, { headers: new Headers({ "X-A": "client", "X-B": "client" }) });
  await hub.records.get("a", { headers: [["X-B", "call"]] });
  expect(server.requests[0]?.headers).toMatchObject({ "x-a": "client", "x-b": "call" });
  await hub.fetch.GET("/api/v1/records", { headers: { "x-a": null, "x-b": undefined, "x-c": 7 } });
  expect(server.requests[1]?.headers).toMatchObject({ "x-b": "client", "x-c": "7" });
  expect(server.requests[1]?.headers).not.toHaveProperty("x-a");
});

test("withResponse() gives status, headers, rate limit and attempts", async () => {
  const server = await script({
    body: page([], false),
    headers: { "x-ratelimit-limit": "100", "ratelimit-remaining": "7", "x-request-id": "r1" },
  });
  const { data, status, headers, rateLimit, attempts } = await hubOf(server).records.list().withResponse();
  expect(data).toEqual(page([], false));
  expect(status).toBe(200);
  expect(headers.get("x-request-id")).toBe("r1");
  expect(rateLimit).toEqual({ limit: 100, remaining: 7 });
  expect(attempts).toEqual([{ status: 200 }]);
});

test("hub.fetch has retries, headers and a signal too", async () => {
  const server = await script({ status: 503 }, { body: page([], false) });
  const hub = hubOf(server, { clock: jumpingClock() });
  expect((await hub.fetch.GET("/api/v1/records", { headers: { "x-a": "1" } })).response.status).toBe(200);
  expect(server.requests).toHaveLength(2);
  expect(server.requests[1]?.headers["x-a"]).toBe("1");
  const signal = AbortSignal.abort("enough");
  expect(await failure(hub.fetch.GET("/api/v1/records", { signal }))).toMatchObject({ name: "AbortError" });
  const tagged = hub.withOptions({ headers: { "x-a": "client", "x-b": "client" } });
  await tagged.fetch.GET("/api/v1/records", { headers: { "x-a": "call" } });
  expect(server.requests[2]?.headers).toMatchObject({ "x-a": "call", "x-b": "client", accept: "application/json" });
});
