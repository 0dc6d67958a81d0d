// Failures on a socket look as they do on a real connection.
import { describe, expect, test } from "vitest";
import { get, open } from "../../test/on-a-port.js";

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
