// When a call starts, how often it is sent, and what is left behind when nobody waits for it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { NotFoundError, TerminusHub } from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { envelope, failure, hubOf, KEY, page, script } from "../scripted-server.js";

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
let former: NodeJS.UnhandledRejectionListener[] = [];
beforeEach(() => {
  unhandled.length = 0;
  former = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", note);
});
afterEach(() => {
  process.off("unhandledRejection", note);
  for (const listener of former) process.on("unhandledRejection", listener);
});
/** Lets every rejection that nobody handles be reported. */
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** A client whose every call gets 404, and the number of requests it sent. */
function refused() {
  const sent: string[] = [];
  const hub = new TerminusHub({
    apiKey: KEY,
    clock: jumpingClock(),
    fetch: async (url) => {
      sent.push(url);
      return Response.json(envelope("not_found_error", "No"), { status: 404 });
    },
  });
  return { hub, sent };
}

test("a call starts when it is made, and is sent once however often it is awaited", async () => {
  const server = await script({ status: 201, body: { id: "a" } });
  const call = hubOf(server).apiKeys.create({ name: "x" });
  await server.arrived(1);
  expect(await call).toEqual({ id: "a" });
  expect(await call).toEqual({ id: "a" });
  expect(await call.safe()).toEqual({ ok: true, data: { id: "a" } });
  expect((await call.withResponse()).status).toBe(201);
  expect(server.requests).toHaveLength(1);
});

test("a list starts when it is first awaited or iterated", async () => {
  const { hub, sent } = refused();
  const list = hub.records.list();
  await turn();
  expect(sent).toHaveLength(0);
  await failure(list);
  await failure(list);
  expect(sent).toHaveLength(1);
  await turn();
  expect(unhandled).toEqual([]);
});

test("a list dropped, or refused on any path, leaves no unhandled rejection", async () => {
  const { hub } = refused();
  hub.records.list();
  hub.records.list().safe();
  hub.records.list().withResponse();
  hub.records.get("a").safe();
  hub.records.get("a").withResponse();
  hub.records.get("..").safe();
  expect(await failure(hub.records.list().toArray())).toBeInstanceOf(NotFoundError);
  expect(await failure(hub.records.list()[Symbol.asyncIterator]().next())).toBeInstanceOf(NotFoundError);
  expect(await failure(hub.records.list().pages().next())).toBeInstanceOf(NotFoundError);
  await turn();
  expect(unhandled).toEqual([]);
});

test("a call dropped without .safe() is reported by the platform like any promise", async () => {
  const { hub } = refused();
  hub.records.get("a");
  await turn();
  await turn();
  expect(unhandled).toHaveLength(1);
  expect(unhandled[0]).toBeInstanceOf(NotFoundError);
});

test("a list awaited and iterated twice fetches its first page once", async () => {
  const server = await script({ body: page(["a"], false) });
  const list = hubOf(server).records.list();
  const ids = async () => {
    const all: string[] = [];
    for await (const { id } of list) all.push(id);
    return all;
  };
  expect((await list).items).toHaveLength(1);
  expect(await ids()).toEqual(["a"]);
  expect(await ids()).toEqual(["a"]);
  expect(server.requests).toHaveLength(1);
});

test("behaves like a promise: then, catch, finally, Promise.all", async () => {
  const server = await script({ body: { id: "a" } }, { status: 404 }, { body: { id: "b" } });
  const hub = hubOf(server);
  let ended = 0;
  expect(
    await hub.records
      .get("a")
      .finally(() => ended++)
      .then(({ id }) => id),
  ).toBe("a");
  expect(await hub.records.get("a").catch((error) => (error as Error).name)).toBe("NotFoundError");
  expect(ended).toBe(1);
  expect(await Promise.all([hub.records.get("b"), 1])).toEqual([{ id: "b" }, 1]);
});

test("error.stack shows the caller's line: of awaited, safe and parallel calls, lists, later pages and refused arguments", async () => {
  const server = await script({ body: page(["a"], true, 2) }, { status: 404 });
  const hub = hubOf(server, { maxRetries: 0 });
  const stalled = hub.withOptions({ timeout: 20, fetch: () => new Promise(() => {}) });
  const callers = {
    async laterPage() {
      for await (const _ of hub.records.list());
    },
    async awaited() {
      await hub.records.get("a");
    },
    async awaitedList() {
      await hub.records.list();
    },
    async collected() {
      await hub.records.list().toArray();
    },
    async withMeta() {
      await hub.records.get("a").withResponse();
    },
    async safely() {
      const result = await hub.records.get("a").safe();
      if (!result.ok) throw result.error;
    },
    async inParallel() {
      await Promise.all([hub.workspaces.get("a"), hub.records.get("a")]);
    },
    async refused() {
      await hub.records.get("..");
    },
    async timedOut() {
      await stalled.records.get("a");
    },
    async typedFetch() {
      await hub.fetch.GET("/api/v1/records/{id}", { params: { path: { id: ".." } } });
    },
    async aborted() {
      await hub.records.list({}, { signal: AbortSignal.abort("x") });
    },
  };
  for (const [name, call] of Object.entries(callers)) {
    const error = (await failure(call())) as Error;
    const [head, ...frames] = (error.stack ?? "").split("\n");
    expect(head).toBe(`${error.name}: ${error.message}`);
    expect(frames.join("\n"), name).toMatch(new RegExp(`at .*${name} .*promises\\.test\\.ts:\\d+`));
    expect(frames[0], name).not.toMatch(/core\/(send|transport|wire|time-limit)/);
  }
});

test("error.stack is never empty: without an awaiting caller it shows where the error came up", async () => {
  const { hub } = refused();
  const errors: unknown[] = [];
  hub.records.get("a").then(null, (error) => errors.push(error));
  await turn();
  expect((errors[0] as Error).stack).toMatch(/^NotFoundError: No\n +at /);
});

test("a middleware's own error comes out as it is, also of .safe(), unhandled by nobody", async () => {
  class CircuitOpen extends Error {}
  const hub = new TerminusHub({
    apiKey: KEY,
    middleware: [
      () => {
        throw new CircuitOpen();
      },
    ],
  });
  expect(await failure(hub.records.get("a"))).toBeInstanceOf(CircuitOpen);
  expect(await failure(hub.records.get("a").safe())).toBeInstanceOf(CircuitOpen);
  hub.records.get("a").safe();
  await turn();
  expect(unhandled).toEqual([]);
});
