// Faults and preferences: when they fire, what they do, and that they go by themselves.
import { describe, expect, test } from "vitest";
import { tinyCall, tinyMock } from "../../../test/tiny-api.js";
import type { FaultSpec } from "./faults.js";

const now = "2026-01-01T00:00:00Z";
const open = (options = {}) => tinyMock({ seed: 1, now, rateLimit: false, ...options });

describe("when a fault fires", () => {
  test("so many times, then it is gone", async () => {
    const mock = open();
    mock.faults.add({ operationId: "listThings", times: 2, status: 503 });
    expect((await tinyCall(mock, "GET /things")).status).toBe(503);
    expect(mock.faults.list()).toEqual([{ id: "fault-1", operationId: "listThings", times: 1, status: 503, fired: 1 }]);
    expect((await tinyCall(mock, "GET /things")).status).toBe(503);
    expect((await tinyCall(mock, "GET /things")).status).toBe(200);
    expect(mock.faults.list()).toEqual([]);
  });

  test("until its time is over, by the mock's clock", async () => {
    const mock = open();
    mock.faults.add({ for: "10s", status: 500 });
    mock.clock.advance("9s");
    expect((await tinyCall(mock, "GET /things")).status).toBe(500);
    mock.clock.advance("1s");
    expect((await tinyCall(mock, "GET /things")).status).toBe(200);
  });

  test("in a share of the requests, the same ones with the same seed", async () => {
    const run = async () => {
      const mock = open();
      mock.faults.add({ probability: 0.3, status: 500 });
      const statuses: number[] = [];
      for (let i = 0; i < 60; i += 1) statuses.push((await tinyCall(mock, "GET /things")).status);
      return statuses;
    };
    const statuses = await run();
    expect(new Set(statuses)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(statuses);
  });

  test("with a status, only where the operation declares it", async () => {
    const mock = open();
    mock.faults.add({ status: 503 });
    expect((await tinyCall(mock, "DELETE /things/one")).status).toBe(204);
    expect((await tinyCall(mock, "GET /things")).status).toBe(503);
  });

  test("only for its operation, and not where no operation is meant", async () => {
    const mock = open();
    mock.faults.add({ operationId: "listThings", status: 500 });
    expect((await tinyCall(mock, "DELETE /things/one")).status).toBe(204);
    mock.faults.clear();
    mock.faults.add({ status: 500 });
    expect((await tinyCall(mock, "GET /nowhere")).status).toBe(404);
  });

  test("after authentication and limiter", async () => {
    const mock = open({ rateLimit: { limit: 0, window: "10s" } });
    mock.faults.add({ times: 1, status: 500 });
    expect((await tinyCall(mock, "GET /things", { headers: { "x-token": "wrong" } })).status).toBe(401);
    expect((await tinyCall(mock, "GET /things")).status).toBe(429);
    mock.rateLimits.set(false);
    expect((await tinyCall(mock, "GET /things")).status).toBe(500);
  });

  test("one after another, in the order they were armed; removed ones not", async () => {
    const mock = open();
    const first = mock.faults.add({ operationId: "listThings", times: 1, status: 500 });
    mock.faults.add({ operationId: "listThings", times: 1, status: 503 });
    expect([mock.faults.remove(first), mock.faults.remove(first)]).toEqual([true, false]);
    expect((await tinyCall(mock, "GET /things")).status).toBe(503);
  });
});

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

test.each<[spec: FaultSpec, message: RegExp]>([
  [
    { operationId: "nope", status: 500 },
    /There is no operation "nope", so this fault would never fire. Known are: listThings, makeThing, dropThing/,
  ],
  [
    { operationId: "dropThing", status: 429 },
    /dropThing declares no error 429, so a client need not expect it. Declared are: 401, 404, 500/,
  ],
  [{ status: 418 }, /No operation declares an error 418, so this fault would never fire/],
  [{ operationId: "listThings", status: 200 }, /listThings declares no error 200/],
  [{ times: 0, reset: true }, /times is 0/],
  [{ probability: 2, reset: true }, /probability is 2/],
  [{ for: 0, reset: true }, /for is 0, so this fault would never fire/],
  [{ for: "0s", reset: true }, /for is 0s, so this fault would never fire/],
  [{ latency: [2, 1] }, /latency goes from 2 to 1. Put the shorter first/],
  [{ latency: [2] as never }, /latency is a list of 1. Give two/],
  [null as never, /A fault is an object such as { status: 503, times: 1 }, not null/],
  [{ truncate: -1 }, /truncate is -1/],
  [{ reset: true, hang: true }, /give only one of/],
  [{ malformed: true, afterCommit: true }, /always comes after the commit/],
  [{ times: 1 }, /This fault does nothing/],
  [{ sttus: 500 } as FaultSpec, /A fault has no "sttus"/],
  [{ status: 500, for: "later" }, /for is "later"/],
])("the fault %j is refused", (spec, message) => {
  expect(() => open().faults.add(spec as never)).toThrow(message);
});

describe("Prefer", () => {
  const prefer = (value: string) => ({ headers: { prefer: value } });

  test("code=500 answers so in the API's envelope, says so, and touches no state", async () => {
    const mock = open();
    const answer = await tinyCall(mock, "DELETE /things/one", prefer("code=500"));
    expect([answer.status, answer.text, answer.headers.get("preference-applied")]).toEqual([
      500,
      '{"detail":"internal"}',
      "code=500",
    ]);
    expect(mock.tiny().things.has("one")).toBe(true);
    expect(mock.calls()[0]?.why).toBe("Prefer: code=500");
  });

  test("code of a success answers with the contract's example, or with nothing where no body is declared", async () => {
    const mock = open();
    expect((await tinyCall(mock, "GET /things", prefer("code=200"))).text).toBe('[{"id":"example","parts":[]}]');
    const gone = await tinyCall(mock, "DELETE /things/one", prefer('code="204"'));
    expect([gone.status, mock.tiny().things.has("one")]).toEqual([204, true]);
  });

  test("code=429 brings Retry-After", async () => {
    expect((await tinyCall(open(), "GET /things", prefer("code=429"))).headers.get("retry-after")).toBe("1");
  });

  test.each(["code=418", "code=abc", "code=2000"])(
    "%s is refused with 400, since the operation does not declare it",
    async (value) => {
      const answer = await tinyCall(open(), "GET /things", prefer(value));
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("which listThings does not declare. Declared: 200, 401, 422, 429, 500, 503");
      expect(answer.headers.get("preference-applied")).toBeNull();
    },
  );

  test("wait=0 and a code are both applied, and what is unknown is ignored", async () => {
    const answer = await tinyCall(open(), "GET /things", prefer("respond-async, wait=0; x=1, code=503, code=500"));
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([503, "wait=0, code=503"]);
  });

  test.each(["wait=soon", "wait=-1", "wait=60.5", "wait=999999", "wait", "wait=1e1"])(
    "%s is refused with what is allowed",
    async (value) => {
      const answer = await tinyCall(open(), "GET /things", prefer(value));
      expect([answer.status, answer.text]).toEqual([
        400,
        expect.stringContaining("Allowed are seconds from 0 to 60, such as wait=0.5"),
      ]);
      expect(answer.headers.get("preference-applied")).toBeNull();
    },
  );

  test("wait takes a part of a second", async () => {
    const answer = await tinyCall(open(), "GET /things", prefer("wait=0.001"));
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([200, "wait=0.001"]);
  });

  test("a status after commit is named in the journal's why", async () => {
    const mock = open();
    mock.faults.add({ status: 503, afterCommit: true, times: 1 });
    await tinyCall(mock, "GET /things");
    expect(mock.calls()[0]).toMatchObject({ status: 503, why: "fault-1: an armed fault (503 after commit)" });
  });

  test.each(["handling=strict"])("%s is ignored", async (value) => {
    const answer = await tinyCall(open(), "GET /things", prefer(value));
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([200, null]);
  });

  test("wait delays in real time", async () => {
    const mock = open();
    const waiting = tinyCall(mock, "GET /things", prefer("wait=60"));
    await mock.close();
    expect((await waiting).headers.get("preference-applied")).toBe("wait=60");
  });

  test("counts for nothing without a valid key", async () => {
    expect(
      (await tinyCall(open(), "GET /things", { headers: { "x-token": "wrong", prefer: "code=200" } })).status,
    ).toBe(401);
  });
});
