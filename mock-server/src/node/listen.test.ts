// The mock on a port: the same mock as in process, and quick to close.
import { expect, test } from "vitest";
import { get, open } from "../../test/on-a-port.js";
import { createMock } from "../index.js";

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

test("close returns within 50 ms though requests hang, and leaves no handle open", async () => {
  const servers = async () => {
    // What is closed is listed until the event loop has come round.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap").length;
  };
  const before = await servers();
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
  expect(await servers()).toBe(before);
});

test("a port in use is told in a sentence, with Node's code", async () => {
  const mock = await createMock();
  const { port } = await mock.listen();
  await expect(mock.listen({ port })).rejects.toMatchObject({
    message: `Port ${port} on 127.0.0.1 is in use, so the mock cannot listen there. Give another port, or leave it out to take a free one.`,
    code: "EADDRINUSE",
  });
  await mock.close();
});

test("a mock that was closed listens no more", async () => {
  const mock = await createMock();
  await mock.close();
  await expect(mock.listen()).rejects.toThrow(
    "The mock is closed and cannot listen again. Make another with createMock().",
  );
});
