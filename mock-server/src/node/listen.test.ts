// The mock on a port: the same mock, safe from web pages, failing as real connections fail, quick to close.
import { request as httpRequest } from "node:http";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { createMock, type Listening, type Mock, type MockOptions } from "../index.js";

const mocks: Mock[] = [];
afterEach(async () => {
  for (const mock of mocks.splice(0)) await mock.close();
});

async function open(options: MockOptions = {}, listenOptions: Parameters<Mock["listen"]>[0] = {}) {
  const mock = await createMock({ seed: 1, now: "2026-01-01T00:00:00Z", ...options });
  mocks.push(mock);
  const listening = await mock.listen(listenOptions);
  return { mock, listening };
}

const get = (mock: Mock, { url }: Listening, path = "/api/v1/workspaces", init: RequestInit = {}) =>
  fetch(`${url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${mock.apiKey}`, ...(init.headers as Record<string, string>) },
  });

/** A request whose Host header is ours to choose. */
function withHost(
  port: number,
  host: string | undefined,
  path = "/api/v1/workspaces",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    httpRequest({ host: "127.0.0.1", port, path, headers, setHost: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on("error", reject)
      .end();
  });
}

test("the port serves the same mock as mock.fetch", async () => {
  const { mock, listening } = await open();
  expect(listening.url).toBe(`http://127.0.0.1:${listening.port}`);
  const made = await fetch(`${listening.url}/api/v1/api_keys`, {
    method: "POST",
    headers: { authorization: `Bearer ${mock.apiKey}`, "content-type": "application/json" },
    body: '{"name":"over the port"}',
  });
  expect(made.status).toBe(201);
  const list = await mock.fetch(`${mock.baseUrl}/api/v1/api_keys`, {
    headers: { authorization: `Bearer ${mock.apiKey}` },
  });
  expect(await list.text()).toContain("over the port");
  mock.expectCalled("createApiKey", { times: 1, body: { name: "over the port" } });
});

test("one mock can listen on several ports, and each can be closed alone", async () => {
  const { mock, listening } = await open();
  const second = await mock.listen();
  await listening.close();
  await expect(get(mock, listening)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  expect((await get(mock, second)).status).toBe(200);
});

test("a port in use rejects with its code", async () => {
  const { mock, listening } = await open();
  await expect(mock.listen({ port: listening.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("an answer without a body has none, HEAD included", async () => {
  const { mock, listening } = await open();
  const { items } = (await (await get(mock, listening, "/api/v1/api_keys")).json()) as { items: { id: string }[] };
  const gone = await get(mock, listening, `/api/v1/api_keys/${items[1]?.id}`, { method: "DELETE" });
  expect([
    gone.status,
    await gone.text(),
    gone.headers.get("content-length"),
    gone.headers.get("content-type"),
  ]).toEqual([204, "", null, null]);
  const head = await get(mock, listening, "/api/v1/workspaces", { method: "HEAD" });
  expect([head.status, await head.text(), Number(head.headers.get("content-length")) > 0]).toEqual([200, "", true]);
});

describe("Host", () => {
  test.each(["localhost", "LOCALHOST:80", "127.0.0.1:9", "[::1]:80"])("%s is answered", async (host) => {
    const { listening } = await open();
    expect((await withHost(listening.port, host)).status).toBe(401);
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "169.254.169.254", ""])(
    "%j is refused with the envelope, since a web page may be behind it",
    async (host) => {
      const { mock, listening } = await open();
      const { status, text } = await withHost(listening.port, host);
      expect([status, JSON.parse(text).error.type]).toEqual([403, "permission_error"]);
      expect(mock.calls()[0]?.why).toMatch(/a web page may be trying to reach the mock/);
      expect((await withHost(listening.port, host, "/__mock/health")).status).toBe(403);
    },
  );

  test("that is missing is refused with the envelope", async () => {
    const { listening } = await open();
    const { status, text } = await withHost(listening.port, undefined);
    expect([status, JSON.parse(text).error.message]).toEqual([400, "The request has no Host header"]);
  });

  test("of any name is answered once bound wider than loopback, and the control plane asks for a token", async () => {
    const { listening } = await open({}, { host: "0.0.0.0" });
    expect(listening.url).toBe(`http://localhost:${listening.port}`);
    expect((await withHost(listening.port, "mock:4010")).status).toBe(401);
    expect(listening.controlToken).toMatch(/^[0-9a-f]{32}$/);
    expect((await withHost(listening.port, "mock:4010", "/__mock/state")).status).toBe(401);
    expect((await withHost(listening.port, "mock:4010", "/__mock/health")).status).toBe(200);
    const authorized = await fetch(`${listening.url}/__mock/state`, {
      headers: { authorization: `Bearer ${listening.controlToken}` },
    });
    expect(authorized.status).toBe(200);
  });

  test.runIf(Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1")))(
    "::1 can be bound",
    async () => {
      const { listening } = await open({}, { host: "::1" });
      expect(listening.url).toBe(`http://[::1]:${listening.port}`);
      expect((await fetch(`${listening.url}/api/v1/workspaces`)).status).toBe(401);
    },
  );
});

describe("CORS", () => {
  const origin = { origin: "https://app.example" };

  test("is off: a preflight is a 401 like any request without a key, and no answer allows an origin", async () => {
    const { mock, listening } = await open();
    const preflight = await fetch(`${listening.url}/api/v1/workspaces`, {
      method: "OPTIONS",
      headers: { ...origin, "access-control-request-method": "GET" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([401, null]);
    const answer = await get(mock, listening, "/api/v1/workspaces", { headers: origin });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("switched on, it lets any origin read answers, Retry-After and Allow included", async () => {
    const { mock, listening } = await open({ preset: "rate-limited" }, { cors: true });
    const preflight = await fetch(`${listening.url}/api/v1/api_keys`, {
      method: "OPTIONS",
      headers: {
        ...origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "authorization",
      "access-control-allow-methods": expect.stringContaining("DELETE"),
    });
    const answer = await get(mock, listening, "/api/v1/workspaces", { headers: origin });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/Retry-After, Allow/);
    const control = await fetch(`${listening.url}/__mock/health`, { headers: origin });
    expect(control.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("failures on a socket", () => {
  test.each([
    ["reset", { reset: true }],
    ["fail after commit", { afterCommit: true }],
  ] as const)("%s: the connection is reset", async (_, fault) => {
    const { mock, listening } = await open();
    mock.faults.add({ times: 1, ...fault });
    await expect(get(mock, listening)).rejects.toMatchObject({
      message: "fetch failed",
      cause: { code: "ECONNRESET" },
    });
  });

  test("truncate: the body breaks off", async () => {
    const { mock, listening } = await open();
    mock.faults.add({ times: 1, truncate: true });
    const response = await get(mock, listening);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test("malformed: the body is no JSON", async () => {
    const { mock, listening } = await open();
    mock.faults.add({ times: 1, malformed: true });
    await expect((await get(mock, listening)).json()).rejects.toThrow(SyntaxError);
  });

  test("latency: the answer comes later", async () => {
    const { mock, listening } = await open({ latency: 20 });
    const started = performance.now();
    expect((await get(mock, listening)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
  });

  test("a client that goes away while it waits is let go", async () => {
    const { mock, listening } = await open({ latency: "1h" });
    await expect(get(mock, listening, "/api/v1/workspaces", { signal: AbortSignal.timeout(20) })).rejects.toThrow();
    expect((await fetch(`${listening.url}/__mock/health`)).status).toBe(200);
  });
});

test("close returns within 50 ms though requests hang, and leaves no handle open", async () => {
  const servers = () => process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;
  const before = servers();
  const { mock, listening } = await open();
  mock.faults.add({ hang: true });
  const hanging = [
    get(mock, listening),
    get(mock, listening),
    mock.fetch(`${mock.baseUrl}/api/v1/workspaces`, { headers: { authorization: `Bearer ${mock.apiKey}` } }),
  ];
  const settled = Promise.allSettled(hanging);
  while (mock.calls().length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  const started = performance.now();
  await mock.close();
  expect(performance.now() - started).toBeLessThan(50);
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(servers()).toBe(before);
});

test("an address in absolute form is answered, and one that is no path is refused", async () => {
  const { mock, listening } = await open();
  const send = (path: string, method = "GET") =>
    new Promise<number>((resolve, reject) => {
      const headers = { authorization: `Bearer ${mock.apiKey}` };
      httpRequest({ host: "127.0.0.1", port: listening.port, path, method, headers }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      })
        .on("error", reject)
        .end();
    });
  expect(await send(`${listening.url}/api/v1/workspaces`)).toBe(200);
  expect(await send("/api/./v1/../v1/workspaces")).toBe(200);
  expect(await send("*", "OPTIONS")).toBe(400);
});

test("a port in use is told in a sentence, with Node's code", async () => {
  const mock = await createMock();
  const { port } = await mock.listen();
  await expect(mock.listen({ port })).rejects.toMatchObject({
    message: `Port ${port} on 127.0.0.1 is in use, so the mock cannot listen there. Give another, or leave it out for any that is free.`,
    code: "EADDRINUSE",
  });
  await mock.close();
});

test("a mock that was closed listens no more", async () => {
  const mock = await createMock();
  await mock.close();
  await expect(mock.listen()).rejects.toThrow("The mock is closed, for good. Make another with createMock().");
});

test("a half-sent request is one entry of the journal, with its 408; a connection that sends nothing is none", async () => {
  const { connect } = await import("node:net");
  const mock = await createMock();
  const { port } = await mock.listen({ requestTimeout: 100 });
  const ended = (bytes: string) =>
    new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(text));
    });
  const head = `POST /api/v1/api_keys HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${mock.apiKey}\r\n`;
  const half = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name":`;
  expect(await Promise.all([ended(half), ended("")])).toEqual([expect.stringMatching(/^HTTP\/1.1 408 /), ""]);
  expect(mock.calls()).toMatchObject([
    { method: "POST", url: "/api/v1/api_keys", operationId: "createApiKey", status: 408, outcome: "answered" },
  ]);
  await mock.close();
});
