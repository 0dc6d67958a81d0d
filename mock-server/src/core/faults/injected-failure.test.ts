// What a fault does to a request.
import { describe, expect, test } from "vitest";
import { tinyCall, tinyMock } from "../../../test/tiny-api.js";

const now = "2026-01-01T00:00:00Z";
const open = (options = {}) => tinyMock({ seed: 1, now, rateLimit: false, ...options });

describe("what a fault does", () => {
  test("a 429 brings Retry-After, 1 second unless said otherwise", async () => {
    const mock = open();
    mock.faults.add({ operationId: "listThings", times: 1, status: 429 });
    mock.faults.add({ operationId: "listThings", times: 1, status: 429, retryAfter: 7 });
    expect((await tinyCall(mock, "GET /things")).headers.get("retry-after")).toBe("1");
    expect((await tinyCall(mock, "GET /things")).headers.get("retry-after")).toBe("7");
  });

  test("a reset looks as fetch shows it, and nothing was done", async () => {
    const mock = open();
    mock.faults.add({ times: 1, reset: true });
    await expect(tinyCall(mock, "DELETE /things/one")).rejects.toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { code: "ECONNRESET" },
    });
    expect(mock.tiny().things.has("one")).toBe(true);
    expect(mock.calls()[0]).toMatchObject({
      status: undefined,
      outcome: "reset",
      why: "fault-1: an armed fault (reset)",
    });
  });

  test("fail after commit: it was done, and the answer is lost", async () => {
    const mock = open();
    mock.faults.add({ times: 1, afterCommit: true });
    await expect(tinyCall(mock, "DELETE /things/one")).rejects.toThrow("fetch failed");
    expect(mock.tiny().things.has("one")).toBe(false);
    expect((await tinyCall(mock, "DELETE /things/one")).status).toBe(404);
  });

  test("fail after commit with a status: it was done, and the answer says otherwise", async () => {
    const mock = open();
    mock.faults.add({ times: 1, afterCommit: true, status: 500 });
    expect((await tinyCall(mock, "DELETE /things/one")).status).toBe(500);
    expect(mock.tiny().things.has("one")).toBe(false);
  });

  test("fail after commit leaves a refusal as it is: nothing was committed", async () => {
    const mock = open();
    mock.faults.add({ times: 1, afterCommit: true });
    expect((await tinyCall(mock, "DELETE /things/none")).status).toBe(404);
  });

  test("a hang ends when the caller gives up, or the mock is closed", async () => {
    const mock = open();
    mock.faults.add({ hang: true });
    const abort = new AbortController();
    const hanging = tinyCall(mock, "GET /things", { signal: abort.signal });
    const closing = tinyCall(mock, "GET /things");
    abort.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
    await mock.close();
    await expect(closing).rejects.toThrow("fetch failed");
    await expect(tinyCall(mock, "GET /things")).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });

  test("a hang after commit hangs once it is done", async () => {
    const mock = open();
    mock.faults.add({ times: 1, afterCommit: true, hang: true });
    const hanging = tinyCall(mock, "DELETE /things/one", { signal: AbortSignal.timeout(1) });
    await expect(hanging).rejects.toThrow();
    expect(mock.tiny().things.has("one")).toBe(false);
    expect(mock.calls()[0]?.outcome).toBe("hang");
  });

  test("a truncated body breaks off while it is read", async () => {
    const mock = open();
    mock.faults.add({ times: 1, truncate: true });
    const response = await mock.fetch(`${mock.baseUrl}/things`, {
      headers: { "x-token": "tiny_0123456789abcdefghij" },
    });
    expect([response.status, response.headers.get("content-length")]).toEqual([200, "25"]);
    await expect(response.text()).rejects.toMatchObject({ message: "terminated", cause: { code: "UND_ERR_SOCKET" } });
    expect(mock.calls()[0]?.outcome).toBe("truncated");
  });

  test.each([0, 5, 9_999])("a body truncated after %d bytes never arrives whole", async (truncate) => {
    const mock = open();
    mock.faults.add({ times: 1, truncate });
    await expect(tinyCall(mock, "GET /things")).rejects.toThrow("terminated");
  });

  test("a malformed body is no JSON, with the status of success", async () => {
    const mock = open();
    mock.faults.add({ times: 1, malformed: true });
    const { status, text } = await tinyCall(mock, "GET /things");
    expect(status).toBe(200);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test("an answer without a body cannot be broken, and is left alone", async () => {
    const mock = open();
    mock.faults.add({ times: 1, malformed: true });
    expect((await tinyCall(mock, "DELETE /things/one")).status).toBe(204);
  });

  test("latency delays the answer in real time and adds up with another fault", async () => {
    const mock = open();
    mock.faults.add({ times: 1, latency: 20 });
    mock.faults.add({ times: 1, status: 500, latency: [5, 10] });
    const started = performance.now();
    expect((await tinyCall(mock, "GET /things")).status).toBe(500);
    expect(performance.now() - started).toBeGreaterThanOrEqual(24);
    expect(mock.faults.list()).toEqual([]);
    expect(mock.clock.iso()).toBe("2026-01-01T00:00:00.000Z");
  });

  test("a caller that gives up during latency is let go at once, and so are all when the mock is closed", async () => {
    const mock = open({ latency: "1h" });
    const abort = new AbortController();
    const waiting = tinyCall(mock, "GET /things", { signal: abort.signal });
    abort.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    const other = tinyCall(mock, "GET /things");
    await mock.close();
    expect((await other).status).toBe(200);
  });

  test("the mock's own latency may be a range", async () => {
    const mock = open({ latency: [1, "3ms"] });
    expect((await tinyCall(mock, "GET /things")).status).toBe(200);
    expect(() => open({ latency: "soon" })).toThrow(/latency is "soon"/);
  });
});
