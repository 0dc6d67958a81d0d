// Timeouts, deadlines and signals: on time, once, and nothing left behind.
import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { AbortError, type Middleware, ServerError, TerminusHub, TimeoutError } from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { envelope, failure, hubOf, page, script } from "../scripted-server.js";

const key = "thub_0123456789";
/** Answers never, and does not listen to its signal either. */
const deaf = () => new Promise<Response>(() => {});

test.each(["headers", "body"] as const)(
  "stalled %s end in one TimeoutError, and the connection is released",
  async (stall) => {
    const server = await script({ body: { id: "a" }, stall });
    let expire = () => {};
    const timer = (ms: number, fire: () => void) => {
      expect(ms).toBe(30_000);
      expire = fire;
      return () => {};
    };
    // Time runs out when the answer has come as far as it ever will.
    const middleware: Middleware[] = [
      async (request, next) => {
        if (stall === "headers") server.arrived(1).then(() => expire());
        const response = await next(request);
        setImmediate(() => expire());
        return response;
      },
    ];
    const hub = hubOf(server, { middleware, clock: { ...jumpingClock(), timer } });
    const error = await failure(hub.apiKeys.create({ name: "x" }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as TimeoutError).status).toBeUndefined();
    expect(error).toMatchObject({ attempts: [{ error: "TimeoutError" }] });
    expect((error as TimeoutError).message).toBe(
      `POST ${server.url}/api/v1/api_keys took longer than its timeout of 30000 ms.`,
    );
    await server.requests[0]?.released;
    expect(server.requests).toHaveLength(1);
  },
);

test("the timeout holds even if fetch does not listen to its signal", async () => {
  const hub = new TerminusHub({ apiKey: key, fetch: deaf, timeout: 20 });
  expect(await failure(hub.apiKeys.create({ name: "x" }))).toBeInstanceOf(TimeoutError);
});

test("the timeout is per attempt: a GET that stalls once succeeds at the second", async () => {
  const server = await script({ body: { id: "a" }, stall: "body" }, { body: { id: "a" } });
  const { attempts } = await hubOf(server, { timeout: 50, clock: jumpingClock() }).workspaces.get("a").withResponse();
  expect(attempts.map(({ status, error }) => status ?? error)).toEqual(["TimeoutError", 200]);
});

test("a clock that offers a timer drives the timeout", async () => {
  const timers: { ms: number; fire: () => void }[] = [];
  const timer = (ms: number, fire: () => void) => {
    timers.push({ ms, fire });
    return () => {};
  };
  const hub = new TerminusHub({ apiKey: key, fetch: deaf, clock: { ...jumpingClock(), timer } });
  const call = failure(hub.apiKeys.create({ name: "x" }));
  expect(timers.map(({ ms }) => ms)).toEqual([30_000]);
  timers[0]?.fire();
  expect(await call).toBeInstanceOf(TimeoutError);
});

test("the deadline cuts an attempt short, and says so", async () => {
  const hub = new TerminusHub({ apiKey: key, fetch: deaf, deadline: 20 });
  const error = await failure(hub.workspaces.list());
  expect(error).toBeInstanceOf(TimeoutError);
  expect((error as TimeoutError).message).toContain("deadline of 20 ms");
});

test("the deadline counts attempts and waits together", async () => {
  const clock = jumpingClock();
  let sent = 0;
  const hub = new TerminusHub({
    apiKey: key,
    clock,
    deadline: 10_000,
    maxRetries: 100,
    fetch: async () => {
      sent += 1;
      clock.advance(4_000);
      return Response.json(envelope("api_error", "No"), { status: 500 });
    },
  });
  expect(await failure(hub.workspaces.list())).toBeInstanceOf(ServerError);
  expect(sent).toBeLessThanOrEqual(3);
});

test("without limits there is no timer", async () => {
  const spy = vi.spyOn(globalThis, "setTimeout");
  const hub = new TerminusHub({ apiKey: key, fetch: async () => Response.json({ id: "a" }) });
  await hub.workspaces.get("a", { timeout: Infinity, deadline: Infinity });
  expect(spy).not.toHaveBeenCalled();
  await hub.workspaces.get("a", { timeout: 2 ** 40, deadline: Infinity });
  expect(spy).not.toHaveBeenCalled();
  spy.mockRestore();
});

test("a signal that has aborted already sends nothing", async () => {
  const server = await script({ body: { id: "a" } });
  const reason = new Error("no longer wanted");
  const error = await failure(hubOf(server).workspaces.get("a", { signal: AbortSignal.abort(reason) }));
  expect(error).toBeInstanceOf(AbortError);
  expect((error as AbortError).cause).toBe(reason);
  expect((error as AbortError).attempts).toEqual([]);
  expect(server.requests).toHaveLength(0);
});

test("a signal ends a request under way, and releases its connection", async () => {
  const server = await script({ stall: "headers" });
  const controller = new AbortController();
  const call = failure(hubOf(server).workspaces.get("a", { signal: controller.signal }));
  await server.arrived(1);
  controller.abort("enough");
  expect(await call).toMatchObject({ name: "AbortError", cause: "enough", attempts: [{ error: "AbortError" }] });
  await server.requests[0]?.released;
  expect(server.requests).toHaveLength(1);
});

test("a signal ends the wait between attempts at once", async () => {
  const server = await script({ status: 429, headers: { "retry-after": "50" } });
  const controller = new AbortController();
  const call = hubOf(server).workspaces.list(
    {},
    { signal: controller.signal, onRetry: () => setImmediate(() => controller.abort("enough")) },
  );
  expect(await failure(call)).toMatchObject({
    name: "AbortError",
    cause: "enough",
    attempts: [{ status: 429, error: "RateLimitError", delay: 50_000 }],
  });
  expect(server.requests).toHaveLength(1);
});

test("a signal that is none is refused when the call is made, and leaves no timer", async () => {
  const spy = vi.spyOn(globalThis, "setTimeout");
  const hub = new TerminusHub({ apiKey: key, fetch: deaf });
  const signal = new AbortController() as unknown as AbortSignal;
  for (const call of [
    hub.records.get("a", { signal }),
    hub.records.list({}, { signal }),
    hub.records.list({}, { signal }).toArray(),
    hub.fetch.GET("/api/v1/records", { signal }),
  ]) {
    const error = await failure(call);
    expect(error).toMatchObject({ name: "ConfigurationError" });
    expect((error as Error).message).toContain("The option signal must be an AbortSignal, such as controller.signal.");
  }
  expect(spy).not.toHaveBeenCalled();
  spy.mockRestore();
});

test("a timer that fires at once is a timeout like any other", async () => {
  const timer = (_: number, fire: () => void) => {
    fire();
    return () => {};
  };
  const hub = new TerminusHub({ apiKey: key, fetch: deaf, maxRetries: 0, clock: { ...jumpingClock(), timer } });
  expect(await failure(hub.records.get("a"))).toBeInstanceOf(TimeoutError);
});

test("attempts hold none for a key function that failed: nothing was sent", async () => {
  const hub = new TerminusHub({ apiKey: () => Promise.reject(new Error("sealed")), fetch: deaf });
  expect(await failure(hub.records.get("a"))).toMatchObject({ name: "ConfigurationError", attempts: [] });
});

test("1,000 calls leave no listener on a shared signal", async () => {
  const { signal } = new AbortController();
  let calls = 0;
  const hub = new TerminusHub({
    apiKey: key,
    clock: jumpingClock(),
    fetch: async () => {
      calls += 1;
      return calls % 3
        ? Response.json(page(["a"], false))
        : Response.json(envelope("api_error", "No"), { status: 503 });
    },
  });
  const warnings: string[] = [];
  const onWarning = ({ name }: Error) => warnings.push(name);
  process.on("warning", onWarning);
  for (let i = 0; i < 500; i++) await hub.records.list({}, { signal });
  await Promise.all(Array.from({ length: 500 }, () => hub.workspaces.get("a", { signal }).safe()));
  for await (const _ of hub.records.list({}, { signal, prefetch: 2 }));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
});

test.each([
  ["timeout", 0],
  ["timeout", -1],
  ["timeout", "soon"],
  ["timeout", Number.NaN],
  ["deadline", 0],
  ["maxRetries", -1],
  ["maxRetries", "2"],
  ["maxRetryAfter", Number.NaN],
])("%s: %s is refused, with the option's name", (option, value) => {
  expect(() => new TerminusHub({ apiKey: key, [option]: value })).toThrow(
    `The option ${option} must be ${option.startsWith("max") ? "0 or more" : "above 0"}, not ${value}.`,
  );
});

test("an option given as undefined means its default", async () => {
  const timers: number[] = [];
  const timer = (ms: number) => {
    timers.push(ms);
    return () => {};
  };
  const hub = new TerminusHub({
    apiKey: key,
    timeout: undefined,
    clock: { ...jumpingClock(), timer },
    fetch: async () => Response.json({ id: "a" }),
  });
  await hub.workspaces.get("a", { timeout: undefined });
  expect(timers).toEqual([30_000]);
});
