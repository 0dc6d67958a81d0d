// What production does once a year, provoked on the mock and met by the SDK: the same error class over every transport.
import { createMock, type Mock } from "@terminus-hub/mock-server";
import { handlers } from "@terminus-hub/mock-server/msw";
import {
  AbortError,
  ConnectionError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TerminusHub,
  type TerminusHubOptions,
  TimeoutError,
  UnexpectedResponseError,
} from "@terminus-hub/sdk";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

interface Way {
  readonly options: TerminusHubOptions;
  readonly close: () => void;
}

const transports: Record<string, (mock: Mock) => Promise<Way>> = {
  "mock.fetch": async (mock) => ({ options: { baseUrl: mock.baseUrl, fetch: mock.fetch }, close: () => {} }),
  msw: async (mock) => {
    const server = setupServer(...handlers(mock));
    server.listen({ onUnhandledRequest: "error" });
    return { options: {}, close: () => server.close() };
  },
  "a port": async (mock) => {
    const { url } = await mock.listen();
    return { options: { baseUrl: url }, close: () => {} };
  },
};

/** What a call fails with. */
const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(Object.entries(transports))("over %s", (_, open) => {
  let mock: Mock;
  let way: Way;
  let hub: TerminusHub;

  beforeEach(async () => {
    mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z" });
    way = await open(mock);
    hub = new TerminusHub({ apiKey: mock.apiKey, clock: mock.clock, ...way.options });
  });
  afterEach(async () => {
    way.close();
    await mock.close();
  });

  test("a 429 that asks for one second is waited out, with one request before and one after", async () => {
    mock.faults.add({ operationId: "listRecords", times: 1, status: 429, retryAfter: 1 });
    const before = mock.clock.now();
    const { data, attempts } = await hub.records.list({ limit: 3 }).withResponse();
    expect(data.items).toHaveLength(3);
    expect(attempts).toMatchObject([{ status: 429, delay: 1_000 }, { status: 200 }]);
    expect(mock.calls({ operationId: "listRecords" })).toHaveLength(2);
    expect(mock.clock.now() - before).toBeGreaterThanOrEqual(1_000);
  });

  test("a 429 that asks for two minutes fails at once and says so", async () => {
    mock.faults.add({ operationId: "listRecords", times: 1, status: 429, retryAfter: 120 });
    const error = await failure(hub.records.list());
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).retryAfter).toBe(120);
    expect(mock.calls({ operationId: "listRecords" })).toHaveLength(1);
  });

  test("a 429 that asks for a second again and again is given up after three attempts", async () => {
    mock.faults.add({ operationId: "listRecords", status: 429, retryAfter: 1 });
    const error = await failure(hub.records.list());
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).attempts).toHaveLength(3);
  });

  test("the contract's own limiter is met, and its window waited out", async () => {
    for (let request = 0; request < 100; request += 1) await hub.workspaces.list();
    const { attempts } = await hub.workspaces.list().withResponse();
    expect(attempts.map(({ status }) => status)).toEqual([429, 200]);
  });

  test.each([{ status: 500 }, { reset: true as const }, { afterCommit: true as const }])(
    "a create that met %j is sent once: it may have been done",
    async (fault) => {
      mock.faults.add({ operationId: "createApiKey", times: 1, ...fault });
      const error = await failure(hub.apiKeys.create({ name: "once" }));
      expect(error).toBeInstanceOf("status" in fault ? ServerError : ConnectionError);
      expect(mock.calls({ operationId: "createApiKey" })).toHaveLength(1);
    },
  );

  test("a create that met a 429 is sent again: nothing was done", async () => {
    mock.faults.add({ operationId: "createApiKey", times: 1, status: 429 });
    expect((await hub.apiKeys.create({ name: "again" })).name).toBe("again");
    expect(mock.calls({ operationId: "createApiKey" })).toHaveLength(2);
  });

  test("a read that met 503 twice succeeds at the third attempt, and each attempt is told", async () => {
    mock.faults.add({ operationId: "listWorkspaces", times: 2, status: 503 });
    const told: number[] = [];
    const { attempts } = await hub.workspaces.list({}, { onRetry: ({ attempt }) => told.push(attempt) }).withResponse();
    expect(attempts.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(told).toEqual([1, 2]);
  });

  test("a read that meets 503 for ever gives up after three attempts", async () => {
    mock.faults.add({ operationId: "listWorkspaces", status: 503 });
    const error = await failure(hub.workspaces.list());
    expect(error).toBeInstanceOf(ServerError);
    expect((error as ServerError).attempts).toHaveLength(3);
  });

  test("a delete whose answer was lost counts as done when the retry finds nothing", async () => {
    const { id } = await hub.apiKeys.create({ name: "lost" });
    mock.faults.add({ operationId: "deleteApiKey", times: 1, afterCommit: true });
    expect(await hub.apiKeys.delete(id).safe()).toMatchObject({ ok: true });
    expect(mock.calls({ operationId: "deleteApiKey" })).toHaveLength(2);
    expect(await failure(hub.apiKeys.delete(id))).toBeInstanceOf(NotFoundError);
  });

  test("a reset read is tried again", async () => {
    mock.faults.add({ operationId: "getWorkspace", times: 1, reset: true });
    const { items } = await hub.workspaces.list();
    expect(await hub.workspaces.get(items[0]?.id ?? "")).toEqual(items[0]);
    expect(mock.calls({ operationId: "getWorkspace" })).toHaveLength(2);
  });

  test("a hang ends with the timeout", async () => {
    mock.faults.add({ operationId: "createApiKey", times: 1, hang: true });
    expect(await failure(hub.apiKeys.create({ name: "hung" }, { timeout: 50 }))).toBeInstanceOf(TimeoutError);
  });

  test("a caller's signal ends a hang", async () => {
    mock.faults.add({ operationId: "listRecords", times: 1, hang: true });
    const controller = new AbortController();
    const call = failure(hub.records.list({}, { signal: controller.signal }));
    controller.abort("enough");
    expect(await call).toMatchObject({ constructor: AbortError, cause: "enough" });
  });

  test("an answer that breaks off is a lost connection, and a read is tried again", async () => {
    mock.faults.add({ operationId: "listRecords", times: 1, truncate: 20 });
    expect((await hub.records.list({ limit: 2 })).items).toHaveLength(2);
    mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 20 });
    expect(await failure(hub.apiKeys.create({ name: "cut" }))).toBeInstanceOf(ConnectionError);
  });

  test("an answer that is no JSON is never taken for success", async () => {
    mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
    const error = await failure(hub.apiKeys.create({ name: "garbled" }));
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(mock.calls({ operationId: "createApiKey" })).toHaveLength(1);
  });
});
