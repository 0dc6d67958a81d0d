// The mock's clock: frozen, moved, let go, and as a clock for a client.
import { describe, expect, test } from "vitest";
import { MockClock } from "./clock.js";

const start = Date.parse("2026-01-01T00:00:00Z");

/** A clock whose real time the test moves. */
function driven(now?: string) {
  const real = { ms: Date.parse("2030-06-01T00:00:00Z") };
  return { real, clock: new MockClock(now, () => real.ms) };
}

test("runs with real time by default", () => {
  const { clock, real } = driven();
  real.ms += 1_500;
  expect(clock.iso()).toBe("2030-06-01T00:00:01.500Z");
  expect(clock.frozen).toBe(false);
});

test("now freezes it, advance moves it, resume lets it run from there", () => {
  const { clock, real } = driven("2026-01-01T00:00:00Z");
  real.ms += 9_999;
  expect(clock.now()).toBe(start);
  clock.advance("61s");
  expect(clock.state()).toEqual({ frozen: true, now: "2026-01-01T00:01:01.000Z" });
  clock.resume();
  clock.resume();
  real.ms += 1_000;
  expect(clock.state()).toEqual({ frozen: false, now: "2026-01-01T00:01:02.000Z" });
});

test("freeze stops it where it is, or elsewhere", () => {
  const { clock, real } = driven();
  clock.freeze();
  real.ms += 5_000;
  expect(clock.iso()).toBe("2030-06-01T00:00:00.000Z");
  clock.freeze(new Date(start));
  expect(clock.now()).toBe(start);
});

test("advance moves a running clock too, and reset brings it back", () => {
  const { clock, real } = driven();
  clock.advance("1h");
  real.ms += 1_000;
  expect(clock.iso()).toBe("2030-06-01T01:00:01.000Z");
  clock.reset();
  expect(clock.iso()).toBe("2030-06-01T00:00:01.000Z");
});

test("the Date header follows it", () => {
  const { clock } = driven("2026-01-01T00:00:00.900Z");
  expect(clock.httpDate()).toBe("Thu, 01 Jan 2026 00:00:00 GMT");
  clock.advance(100);
  expect(clock.httpDate()).toBe("Thu, 01 Jan 2026 00:00:01 GMT");
});

test("what is no point in time is refused, with an example", () => {
  const { clock } = driven("2026-01-01T00:00:00Z");
  expect(() => new MockClock("yesterday")).toThrow(
    'now is "yesterday", which is no point in time. Write it as "2026-01-01T00:00:00Z".',
  );
  expect(() => clock.freeze(Number.NaN)).toThrow(/freeze\(at\)/);
  expect(() => clock.advance(9e15)).toThrow(/the advanced clock/);
  expect(() => clock.advance(-1)).toThrow(/no length of time/);
});

describe("as a client's clock", () => {
  test("sleep moves the clock instead of waiting", async () => {
    const { clock } = driven("2026-01-01T00:00:00Z");
    await clock.sleep(30_000);
    expect(clock.now()).toBe(start + 30_000);
  });

  test("two sleepers at once move it once", async () => {
    const { clock } = driven("2026-01-01T00:00:00Z");
    await Promise.all([clock.sleep(1_000), clock.sleep(3_000), clock.sleep(2_000)]);
    expect(clock.now()).toBe(start + 3_000);
  });

  test("an aborted sleep rejects with the signal's reason and moves nothing", async () => {
    const { clock } = driven("2026-01-01T00:00:00Z");
    const reason = new Error("enough");
    await expect(clock.sleep(1_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    const abort = new AbortController();
    const sleeping = clock.sleep(1_000, abort.signal);
    abort.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    expect(clock.now()).toBe(start);
  });

  test("a sleeper waits while a request is under way, so that a timeout does not fire early", async () => {
    const { clock } = driven("2026-01-01T00:00:00Z");
    const done = clock.begin();
    const abort = new AbortController();
    const guard = clock.sleep(30_000, abort.signal);
    const other = clock.begin();
    other();
    other();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(start);
    abort.abort();
    await expect(guard).rejects.toThrow();
    done();
    await clock.sleep(1);
    expect(clock.now()).toBe(start + 1);
  });

  test("a sleeper is never later than real time", async () => {
    const { clock, real } = driven("2026-01-01T00:00:00Z");
    const done = clock.begin();
    const sleeping = clock.sleep(1_000);
    real.ms += 1_000;
    await sleeping;
    expect(clock.now()).toBe(start + 1_000);
    done();
  });

  test("where requests come by sockets, a sleeper lets a quiet moment pass first", async () => {
    const { clock, real } = driven("2026-01-01T00:00:00Z");
    const unseen = clock.expectSockets();
    clock.begin()();
    let woken = false;
    const sleeping = clock.sleep(60_000).then(() => {
      woken = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(woken).toBe(false);
    real.ms += 25;
    await sleeping;
    unseen();
    unseen();
    await clock.sleep(1);
    expect(clock.now()).toBe(start + 60_001);
  });
});
