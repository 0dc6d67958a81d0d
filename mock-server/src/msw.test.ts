// The mock behind msw: whatever client is used, the real API's addresses are answered by the mock.
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMock, type Mock } from "./index.js";
import { handlers } from "./msw.js";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

let mock: Mock;
beforeEach(async () => {
  mock = await createMock({ seed: 1 });
});
afterEach(() => mock.close());

const get = (address: string, init: RequestInit = {}) =>
  fetch(`${address}/api/v1/workspaces`, { ...init, headers: { authorization: `Bearer ${mock.apiKey}` } });

test("the contract's server and mock.baseUrl are answered", async () => {
  server.use(...handlers(mock));
  expect((await get("https://hub.terminus.app")).status).toBe(200);
  expect((await get("http://127.0.0.1")).status).toBe(200);
  expect(mock.calls({ operationId: "listWorkspaces" })).toHaveLength(2);
});

test("baseUrl is answered besides the contract's server and mock.baseUrl", async () => {
  server.use(...handlers(mock, { baseUrl: "https://terminus.customer.example/" }));
  expect((await get("https://terminus.customer.example")).status).toBe(200);
  expect((await get("https://hub.terminus.app")).status).toBe(200);
  expect((await get("http://127.0.0.1")).status).toBe(200);
});

test.each(["https://gateway.example/terminus", "https://hub.terminus.app/eu/v2/"])(
  "the path of baseUrl %s is taken off before the mock sees the path",
  async (baseUrl) => {
    server.use(...handlers(mock, { baseUrl }));
    expect((await get(baseUrl.replace(/\/$/, ""))).status).toBe(200);
    expect(mock.calls().map(({ url }) => url)).toEqual(["/api/v1/workspaces"]);
  },
);

test("a baseUrl that the contract names anyway is answered once", () => {
  expect(handlers(mock, { baseUrl: "https://hub.terminus.app/" })).toHaveLength(handlers(mock).length);
});

test.each(["hub.terminus.app", "ftp://hub.terminus.app", "https://hub.terminus.app/?a=b", "", 3])(
  "the baseUrl %j is refused",
  (baseUrl) => {
    expect(() => handlers(mock, { baseUrl: baseUrl as string })).toThrow(
      /^The baseUrl of handlers\(\) is .*\. It must be an http address without query and fragment, such as/,
    );
  },
);

test("an option that does not exist is refused", () => {
  expect(() => handlers(mock, { baseURL: "https://x.example" } as object)).toThrow(
    'handlers() has no option "baseURL". Known: baseUrl.',
  );
});

test("a body arrives whole, and an answer without one has none", async () => {
  server.use(...handlers(mock));
  const headers = { authorization: `Bearer ${mock.apiKey}`, "content-type": "application/json" };
  const made = await fetch("https://hub.terminus.app/api/v1/api_keys", {
    method: "POST",
    headers,
    body: '{"name":"é"}',
  });
  const { id, name } = (await made.json()) as { id: string; name: string };
  expect([made.status, name]).toEqual([201, "é"]);
  const gone = await fetch(`https://hub.terminus.app/api/v1/api_keys/${id}`, { method: "DELETE", headers });
  expect([gone.status, await gone.text()]).toEqual([204, ""]);
});

describe("failures", () => {
  beforeEach(() => server.use(...handlers(mock)));

  test.each([{ reset: true }, { afterCommit: true }] as const)("%j looks like a lost connection", async (fault) => {
    mock.faults.add({ times: 1, ...fault });
    await expect(get("https://hub.terminus.app")).rejects.toThrow(TypeError);
  });

  test("a truncated body breaks off", async () => {
    mock.faults.add({ times: 1, truncate: true });
    const response = await get("https://hub.terminus.app");
    await expect(response.text()).rejects.toThrow();
  });

  test("a hang ends when the caller gives up, or the mock is closed", async () => {
    mock.faults.add({ hang: true });
    await expect(get("https://hub.terminus.app", { signal: AbortSignal.timeout(10) })).rejects.toThrow();
    const hanging = get("https://hub.terminus.app");
    const settled = expect(hanging).rejects.toThrow(TypeError);
    while (mock.calls().length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    await mock.close();
    await settled;
  });

  test("latency delays the answer", async () => {
    mock.faults.add({ times: 1, latency: 15 });
    const started = performance.now();
    expect((await get("https://hub.terminus.app")).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(14);
  });
});

test.each([
  ["a promise of a mock", () => createMock(), "It is a promise: await createMock() first."],
  ["a copy of a mock", () => ({ ...mock }), "Pass what createMock() gives."],
  ["nothing", () => undefined, "Pass what createMock() gives."],
])("%s is refused with what to pass", (_, given, advice) => {
  expect(() => handlers(given() as never)).toThrow(`This is not a mock that createMock() made. ${advice}`);
});
