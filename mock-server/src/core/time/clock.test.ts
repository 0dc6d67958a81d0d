// The mock's clock: frozen, moved, let go, and as a clock for a client.
import { describe, expect, test } from "vitest";
import { MockClock } from "./clock.js";
import { RequestActivity } from "./request-activity.js";

const start = Date.parse("2026-01-01T00:00:00Z");

/** A clock whose real time the test moves. */
function driven(now?: string) {
  const real = { ms: Date.parse("2030-06-01T00:00:00Z") };
  const activity = new RequestActivity(() => real.ms);
  return { real, activity, clock: new MockClock(now, () => real.ms, activity) };
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
    'now is "yesterday". It must be a point in time, such as "2026-01-01T00:00:00Z".',
  );
  expect(() => clock.freeze(Number.NaN)).toThrow(/freeze\(at\)/);
  expect(() => clock.advance(9e15)).toThrow(/the advanced clock/);
  expect(() => clock.advance(-1)).toThrow(/must be a length of time/);
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
    const { activity, clock } = driven("2026-01-01T00:00:00Z");
    const done = activity.begin();
    const abort = new AbortController();
    const guard = clock.sleep(30_000, abort.signal);
    const other = activity.begin();
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
    const { activity, clock, real } = driven("2026-01-01T00:00:00Z");
    const done = activity.begin();
    const sleeping = clock.sleep(1_000);
    real.ms += 1_000;
    await sleeping;
    expect(clock.now()).toBe(start + 1_000);
    done();
  });

  test("where requests come by sockets, a sleeper lets a quiet moment pass first", async () => {
    const { activity, clock, real } = driven("2026-01-01T00:00:00Z");
    const unseen = activity.expectSockets();
    activity.begin()();
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

describe("the years 0001 to 9999", () => {
  const at = "2026-01-01T00:00:00.000Z";

  test.each<[what: string, act: (clock: MockClock) => void]>([
    ["advance beyond them", (clock) => clock.advance("9999999d")],
    ["freeze after them", (clock) => clock.freeze("+010000-01-01T00:00:00Z")],
    ["freeze before them", (clock) => clock.freeze(-62_135_596_800_001)],
    ["reset beyond them", (clock) => clock.reset(new Date(8_640_000_000_000_000))],
    ["a move that begins within them and ends beyond", (clock) => clock.move({ freeze: 0, advance: "9999999d" })],
  ])("%s is refused, and changes nothing", (_, act) => {
    const clock = new MockClock(at);
    expect(() => act(clock)).toThrow(/The clock must stay between the years 0001 and 9999. Nothing was changed/);
    expect(clock.state()).toEqual({ frozen: true, now: at });
  });

  test("a clock cannot be made outside them", () => {
    expect(() => new MockClock("+010000-01-01T00:00:00Z")).toThrow(RangeError);
  });

  test("a clock that runs stands still at their end", () => {
    let real = 0;
    const clock = new MockClock("9999-12-31T23:59:59.000Z", () => real);
    clock.resume();
    real = 5_000;
    expect(clock.iso()).toBe("9999-12-31T23:59:59.999Z");
  });

  test("a sleep beyond their end ends there", async () => {
    const clock = new MockClock("9999-12-31T23:59:59.000Z");
    await clock.sleep(10_000);
    expect(clock.iso()).toBe("9999-12-31T23:59:59.999Z");
  });
});

describe("move", () => {
  test("freezes, advances and resumes in this order", () => {
    const clock = new MockClock(undefined, () => 1_000);
    clock.move({ freeze: "2026-01-01T00:00:00Z", advance: "1s" });
    expect(clock.state()).toEqual({ frozen: true, now: "2026-01-01T00:00:01.000Z" });
    clock.move({ freeze: true, advance: 1, resume: true });
    expect(clock.state()).toEqual({ frozen: false, now: "2026-01-01T00:00:01.001Z" });
  });

  test.each([
    { freeze: 0, advance: "soon" },
    { freeze: "never", advance: 1 },
  ])("%j changes nothing", (move) => {
    const clock = new MockClock("2026-01-01T00:00:00Z");
    expect(() => clock.move(move)).toThrow(RangeError);
    expect(clock.iso()).toBe("2026-01-01T00:00:00.000Z");
  });
});
