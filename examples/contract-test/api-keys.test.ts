// A contract test as an integrator would write it: our own code against the API's rules, over each way the mock can be reached.

import { createMock, type Mock } from "@terminus-hub/mock-server";
import { handlers } from "@terminus-hub/mock-server/msw";
import { AuthenticationError, NotFoundError, RateLimitError, TerminusHub } from "@terminus-hub/sdk";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/** Each way to reach a mock gives a client of it and a way to let go. */
const transports: Record<string, (mock: Mock) => Promise<{ hub: TerminusHub; close: () => void }>> = {
  "mock.fetch": async (mock) => ({
    hub: new TerminusHub({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock }),
    close: () => {},
  }),
  msw: async (mock) => {
    const server = setupServer(...handlers(mock));
    server.listen({ onUnhandledRequest: "error" });
    return { hub: new TerminusHub({ apiKey: mock.apiKey, clock: mock.clock }), close: () => server.close() };
  },
  "a port": async (mock) => {
    const { url } = await mock.listen();
    return { hub: new TerminusHub({ apiKey: mock.apiKey, baseUrl: url, clock: mock.clock }), close: () => {} };
  },
};

describe.each(Object.entries(transports))("over %s", (_, open) => {
  let mock: Mock;
  let hub: TerminusHub;
  let close: () => void;

  beforeEach(async () => {
    mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z" });
    ({ hub, close } = await open(mock));
  });
  afterEach(async () => {
    close();
    await mock.close();
  });

  test("a new key works until it is deleted", async () => {
    const created = await hub.apiKeys.create({ name: "CI pipeline" });
    expect(created.key).toMatch(/^thub_[0-9A-Za-z]{32}$/);

    const pipeline = hub.withOptions({ apiKey: created.key });
    expect((await pipeline.workspaces.list()).items.map(({ name }) => name)).toContain("Main");

    await hub.apiKeys.delete(created.id);
    await expect(pipeline.workspaces.list()).rejects.toBeInstanceOf(AuthenticationError);
  });

  test("the secret is shown once", async () => {
    const { id, key } = await hub.apiKeys.create({ name: "CI pipeline" });
    const listed = await hub.apiKeys.list().toArray({ max: 1_000 });
    expect(listed.map((apiKey) => apiKey.id)).toContain(id);
    expect(JSON.stringify(listed)).not.toContain(key);
  });

  test("an unknown id is a typed refusal", async () => {
    const result = await hub.apiKeys.delete("no-such-key").safe();
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error).toBeInstanceOf(NotFoundError);
  });

  test("a busy minute is waited out, in no time at all", async () => {
    mock.faults.add({ operationId: "listRecords", times: 1, status: 429 });
    const { items } = await hub.records.list({ limit: 5 });
    expect(items).toHaveLength(5);
  });

  test("without retries, a busy minute is an error that says how long to wait", async () => {
    mock.faults.add({ operationId: "listRecords", times: 1, status: 429 });
    const impatient = hub.withOptions({ maxRetries: 0 });
    const error = await impatient.records.list().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).retryAfter).toBeGreaterThan(0);
  });
});
