// Faults: when they fire, that they go by themselves, and which are refused.
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

test.each<[spec: FaultSpec, message: RegExp]>([
  [
    { operationId: "nope", status: 500 },
    /There is no operation "nope", so this fault would never fire. Known: listThings, makeThing, dropThing/,
  ],
  [{ operationId: "dropThing", status: 429 }, /dropThing does not declare the error 429. Declared: 401, 404, 500/],
  [{ status: 418 }, /No operation declares the error 418, so this fault would never fire/],
  [{ operationId: "listThings", status: 200 }, /listThings does not declare the error 200/],
  [{ times: 0, reset: true }, /times is 0/],
  [{ probability: 2, reset: true }, /probability is 2/],
  [{ for: 0, reset: true }, /for is 0, so this fault would never fire/],
  [{ for: "0s", reset: true }, /for is 0s, so this fault would never fire/],
  [{ latency: [2, 1] }, /latency goes from 2 to 1. Put the shorter first/],
  [{ latency: [2] as never }, /latency is a list of 1. Give two/],
  [null as never, /A fault must be an object such as { status: 503, times: 1 }, not null/],
  [{ truncate: -1 }, /truncate is -1/],
  [{ reset: true, hang: true }, /Give only one of/],
  [{ malformed: true, afterCommit: true }, /always comes after the commit/],
  [{ times: 1 }, /This fault does nothing/],
  [{ sttus: 500 } as FaultSpec, /A fault has no "sttus"/],
  [{ status: 500, for: "later" }, /for is "later"/],
])("the fault %j is refused", (spec, message) => {
  expect(() => open().faults.add(spec as never)).toThrow(message);
});
