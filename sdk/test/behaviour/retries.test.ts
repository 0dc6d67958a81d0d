// What is tried again, what is not, and what is told about it.
import { expect, test } from "vitest";
import {
  ConnectionError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  type RetryEvent,
  ServerError,
  TerminusHub,
} from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { envelope, failure, hubOf, page, type Step, script } from "../scripted-server.js";

const busy = (retryAfter: string, headers: Record<string, string> = {}) => ({
  status: 429,
  headers: { "retry-after": retryAfter, ...headers },
  body: envelope("rate_limit_error", "Too many requests"),
});
const unavailable = { status: 503, body: envelope("api_error", "Service unavailable") };
const fine = { body: page(["a"], false) };

/** The address of a port that nobody listens on. */
async function closedPort(): Promise<string> {
  const { createServer } = await import("node:net");
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

test("a 429 that asks for one second is waited out: one request, a wait, one request", async () => {
  const server = await script(busy("1"), fine);
  const clock = jumpingClock();
  expect((await hubOf(server, { clock }).records.list()).items).toHaveLength(1);
  expect(clock.slept).toEqual([1_000]);
  expect(server.requests).toHaveLength(2);
});

test("a Retry-After date is read against the answer's own Date, not against this machine's clock", async () => {
  const server = await script(busy("Thu, 01 Jan 2015 00:00:07 GMT", { date: "Thu, 01 Jan 2015 00:00:00 GMT" }), fine);
  const clock = jumpingClock();
  await hubOf(server, { clock }).records.list();
  expect(clock.slept).toEqual([7_000]);
});

test("a Retry-After beyond maxRetryAfter fails at once and says how long", async () => {
  const server = await script(busy("120"));
  const clock = jumpingClock();
  const error = await failure(hubOf(server, { clock }).records.list());
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({
    status: 429,
    retryAfter: 120,
    message: "Too many requests",
    attempts: [{ status: 429 }],
  });
  expect(clock.slept).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test("a Retry-After beyond what is left of the deadline fails at once", async () => {
  const server = await script(busy("30"));
  const clock = jumpingClock();
  const error = await failure(hubOf(server, { clock, deadline: 10_000 }).records.list());
  expect(error).toMatchObject({ name: "RateLimitError", retryAfter: 30 });
  expect(server.requests).toHaveLength(1);
});

test("a longer maxRetryAfter waits a longer Retry-After out", async () => {
  const server = await script(busy("90"), fine);
  const clock = jumpingClock();
  await hubOf(server, { clock }).records.list({}, { maxRetryAfter: 100_000 });
  expect(clock.slept).toEqual([90_000]);
});

test.each([
  ["500", { status: 500, body: envelope("api_error", "Internal server error") }, ServerError],
  ["503 with Retry-After", { ...unavailable, headers: { "retry-after": "1" } }, ServerError],
  ["408", { status: 408 }, Object],
  ["a socket dropped after sending", { drop: "unanswered" as const }, ConnectionError],
  ["a socket dropped within the answer", { body: { id: "x" }, drop: "body" as const }, ConnectionError],
])("a POST that met %s is sent once: it may have been done", async (_, step, kind) => {
  const server = await script(step);
  const clock = jumpingClock();
  const error = await failure(hubOf(server, { clock }).apiKeys.create({ name: "once" }));
  expect(error).toBeInstanceOf(kind);
  expect(error).toMatchObject({ attempts: [{ error: expect.any(String) }] });
  expect(server.requests).toHaveLength(1);
});

test("a POST that met a 429 is sent again", async () => {
  const server = await script(busy("0"), { status: 201, body: { id: "x" } });
  await hubOf(server, { clock: jumpingClock() }).apiKeys.create({ name: "again" });
  expect(server.requests.map(({ body }) => body)).toEqual(['{"name":"again"}', '{"name":"again"}']);
});

test("a POST whose connection is refused is tried again: nothing was sent", async () => {
  const clock = jumpingClock();
  const error = await failure(hubOf({ url: await closedPort() }, { clock }).apiKeys.create({ name: "refused" }));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ cause: { cause: { code: "ECONNREFUSED" } } });
  expect((error as ConnectionError).attempts).toHaveLength(3);
  expect((error as ConnectionError).message).toContain("ECONNREFUSED");
});

test.each([
  [{ code: "ENOTFOUND" }, 3],
  [{ code: "EAI_AGAIN" }, 3],
  [{ code: "UND_ERR_CONNECT_TIMEOUT" }, 3],
  [{ errors: [{ code: "ECONNREFUSED" }, { code: "ECONNREFUSED" }] }, 3],
  [{ errors: [{ code: "ECONNREFUSED" }, { code: "ECONNRESET" }] }, 1],
  [{ errors: [] }, 1],
  [{ code: "ECONNRESET" }, 1],
  [{}, 1],
])("a POST that failed because of %j is sent %i time(s)", async (cause, times) => {
  let sent = 0;
  const hub = new TerminusHub({
    apiKey: "thub_0123456789",
    clock: jumpingClock(),
    fetch: async () => {
      sent += 1;
      throw new TypeError("fetch failed", { cause });
    },
  });
  expect(await failure(hub.apiKeys.create({ name: "x" }))).toBeInstanceOf(ConnectionError);
  expect(sent).toBe(times);
});

test("a GET that met 503 twice succeeds at the third attempt; result, hook and jitter tell each", async () => {
  const server = await script(unavailable, unavailable, fine);
  const clock = jumpingClock();
  const told: RetryEvent[] = [];
  const { status, attempts } = await hubOf(server, { clock })
    .records.list({}, { onRetry: (event) => told.push(event) })
    .withResponse();
  expect(status).toBe(200);
  expect(attempts).toEqual([
    { status: 503, error: "ServerError", delay: clock.slept[0] },
    { status: 503, error: "ServerError", delay: clock.slept[1] },
    { status: 200 },
  ]);
  expect(told.map(({ attempt, delay, error }) => [attempt, delay, error.name])).toEqual([
    [1, clock.slept[0], "ServerError"],
    [2, clock.slept[1], "ServerError"],
  ]);
});

test("back-off is full jitter: anywhere below 500 ms, then below 1,000, doubling to 8,000", async () => {
  const clock = jumpingClock();
  const server = await script(unavailable);
  const { random } = Math;
  try {
    Math.random = () => 0.5;
    await failure(hubOf(server, { clock, maxRetries: 6 }).records.list());
  } finally {
    Math.random = random;
  }
  expect(clock.slept).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
});

test("a GET gives up after maxRetries, with the story of every attempt", async () => {
  const server = await script(unavailable);
  const error = await failure(hubOf(server, { clock: jumpingClock(), maxRetries: 1 }).workspaces.get("a"));
  expect(error).toBeInstanceOf(ServerError);
  expect((error as ServerError).attempts).toEqual([
    { status: 503, error: "ServerError", delay: expect.any(Number) },
    { status: 503, error: "ServerError" },
  ]);
  expect(server.requests).toHaveLength(2);
});

test.each([400, 401, 403, 404, 409, 413, 415, 422])("a GET that met %i is sent once", async (status) => {
  const server = await script({ status, body: envelope("x", "No") });
  await failure(hubOf(server, { clock: jumpingClock() }).workspaces.get("a"));
  expect(server.requests).toHaveLength(1);
});

test.each([408, 500, 502, 503, 504])("a GET that met %i is sent again", async (status) => {
  const server = await script({ status }, { body: { id: "a" } });
  expect(await hubOf(server, { clock: jumpingClock() }).workspaces.get("a")).toEqual({ id: "a" });
});

test("a GET whose socket is dropped is sent again", async () => {
  const server = await script({ drop: "unanswered" }, { body: { id: "a" }, drop: "body" }, { body: { id: "a" } });
  const { attempts } = await hubOf(server, { clock: jumpingClock() }).workspaces.get("a").withResponse();
  expect(attempts.map(({ status, error }) => status ?? error)).toEqual(["ConnectionError", "ConnectionError", 200]);
});

test("an unknown host is a ConnectionError with its cause", async () => {
  const hub = new TerminusHub({
    apiKey: "thub_0123456789",
    baseUrl: "https://no-such-host.invalid",
    maxRetries: 0,
    clock: jumpingClock(),
  });
  const error = await failure(hub.workspaces.list());
  expect(error).toBeInstanceOf(ConnectionError);
  expect((error as ConnectionError).cause).toBeInstanceOf(Error);
  expect(error).toMatchObject({ attempts: [{ error: "ConnectionError" }] });
});

test.each<[string, Step]>([
  ["dropped", { drop: "unanswered" }],
  ["500", { status: 500 }],
])("a DELETE whose first answer was %s, then 404, counts as done", async (_, step) => {
  const server = await script(step, { status: 404, body: envelope("not_found_error", "No such API key") });
  const hub = hubOf(server, { clock: jumpingClock() });
  const { data, attempts } = await hub.apiKeys.delete("a").withResponse();
  expect(data).toBeUndefined();
  expect(attempts.map(({ status }) => status)).toEqual([step.status, 404]);
});

test("a DELETE that timed out, then 404, counts as done", async () => {
  const server = await script(
    { stall: "headers" },
    { status: 404, body: envelope("not_found_error", "No such API key") },
  );
  const result = await hubOf(server, { clock: jumpingClock(), timeout: 20 }).apiKeys.delete("a").safe();
  expect(result).toEqual({ ok: true, data: undefined });
});

test("a DELETE that met 429, then 404, did not find it: the first one did nothing", async () => {
  const server = await script(busy("0"), { status: 404, body: envelope("not_found_error", "No such API key") });
  expect(await failure(hubOf(server, { clock: jumpingClock() }).apiKeys.delete("a"))).toBeInstanceOf(NotFoundError);
});

test("a DELETE that was refused a connection, then 404, did not find it", async () => {
  let sent = 0;
  const hub = new TerminusHub({
    apiKey: "thub_0123456789",
    clock: jumpingClock(),
    fetch: async () => {
      sent += 1;
      if (sent === 1) throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
      return Response.json(envelope("not_found_error", "No such API key"), { status: 404 });
    },
  });
  expect(await failure(hub.apiKeys.delete("a"))).toBeInstanceOf(NotFoundError);
});

test("a request that msw refuses for want of a handler is refused once", async () => {
  let sent = 0;
  const hub = new TerminusHub({
    apiKey: "thub_0123456789",
    clock: jumpingClock(),
    fetch: async () => {
      sent += 1;
      throw Object.assign(new Error("[MSW] Cannot bypass a request"), { name: "InternalError" });
    },
  });
  expect(await failure(hub.workspaces.list())).toMatchObject({
    name: "ConnectionError",
    message: "GET https://hub.terminus.app/api/v1/workspaces failed: [MSW] Cannot bypass a request",
  });
  expect(sent).toBe(1);
});

test("maxRetries: 0 sends once", async () => {
  const server = await script(unavailable);
  await failure(hubOf(server).workspaces.list({}, { maxRetries: 0 }));
  expect(server.requests).toHaveLength(1);
});

test("an error tells the parameter at fault", async () => {
  const server = await script({
    status: 422,
    body: envelope("invalid_request_error", "rows.0.data must be an object", { param: "rows", path: "rows.0.data" }),
  });
  const error = await failure(hubOf(server).submissions.create({ workspace_id: "w", taxonomy_id: "t", rows: [] }));
  expect(error).toBeInstanceOf(InvalidRequestError);
  expect(error).toMatchObject({
    status: 422,
    param: "rows",
    path: "rows.0.data",
    code: null,
    message: "rows.0.data must be an object",
  });
});
