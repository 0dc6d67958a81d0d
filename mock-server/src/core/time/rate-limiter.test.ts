// Fixed windows per credential.
import { expect, test } from "vitest";
import { MockClock } from "./clock.js";
import { type RateLimit, RateLimiter } from "./rate-limiter.js";

function limiter(rule: RateLimit | false = { limit: 2, window: "10s" }) {
  const clock = new MockClock("2026-01-01T00:00:00Z");
  return { clock, limiter: new RateLimiter(clock, rule) };
}

test("a window starts at the first request and lets so many through", () => {
  const { clock, limiter: rate } = limiter();
  expect([rate.take("a"), rate.take("a")]).toEqual([undefined, undefined]);
  clock.advance("9s");
  expect(rate.take("a")).toBe(1);
  clock.advance("1s");
  expect(rate.take("a")).toBeUndefined();
});

test("the wait is in whole seconds, rounded up", () => {
  const { clock, limiter: rate } = limiter();
  rate.spend("a", 2);
  clock.advance("500ms");
  expect(rate.take("a")).toBe(10);
});

test("each credential has its own window", () => {
  const { limiter: rate } = limiter({ limit: 1, window: "10s" });
  expect([rate.take("a"), rate.take("b"), rate.take("a")]).toEqual([undefined, undefined, 10]);
});

test("windows are visible while they are open", () => {
  const { clock, limiter: rate } = limiter();
  rate.take("a");
  clock.advance("4s");
  rate.take("b");
  expect(rate.windows()).toEqual([
    { credential: "a", used: 1, remaining: 1, resetsAt: "2026-01-01T00:00:10.000Z" },
    { credential: "b", used: 1, remaining: 1, resetsAt: "2026-01-01T00:00:14.000Z" },
  ]);
  expect([rate.remaining("a"), rate.remaining("new")]).toEqual([1, 2]);
  clock.advance("6s");
  expect(rate.windows().map(({ credential }) => credential)).toEqual(["b"]);
  expect(rate.remaining("a")).toBe(2);
});

test("it can be set, switched off and reset", () => {
  const { limiter: rate } = limiter();
  rate.set(false);
  for (let i = 0; i < 10; i += 1) expect(rate.take("a")).toBeUndefined();
  expect([rate.get(), rate.windows(), rate.remaining("a")]).toEqual([false, [], Number.POSITIVE_INFINITY]);
  rate.set({ limit: 0, window: 1_500 });
  expect(rate.take("a")).toBe(2);
  rate.reset();
  expect(rate.get()).toEqual({ limit: 2, window: 10_000 });
  expect(rate.take("a")).toBeUndefined();
});

test("a clock that is set back opens a new window", () => {
  const { clock, limiter: rate } = limiter({ limit: 1, window: "10s" });
  rate.take("a");
  clock.freeze("2025-01-01T00:00:00Z");
  expect(rate.take("a")).toBeUndefined();
});

test("windows survive export and import", () => {
  const { clock, limiter: rate } = limiter({ limit: 1, window: "10s" });
  rate.take("a");
  const other = new RateLimiter(clock, { limit: 1, window: "10s" });
  other.import(rate.export());
  expect(other.take("a")).toBe(10);
});

test("windows that have passed are swept when there are many", () => {
  const { clock, limiter: rate } = limiter();
  for (let i = 0; i < 10_000; i += 1) rate.take(`old-${i}`);
  clock.advance("10s");
  rate.spend("young", 1);
  rate.take("new");
  expect(rate.export().map(({ credential }) => credential)).toEqual(["young", "new"]);
});

test.each([
  [{ limit: -1, window: "1s" }, /The rate limit is -1/],
  [{ limit: 1.5, window: "1s" }, /The rate limit is 1.5/],
  [{ limit: 1, window: 0 }, /window is 0, so it would never limit anything/],
  [{ limit: 1, window: "soon" }, /the rate limit's window is "soon"/],
])("refuses %j", (rule, message) => {
  expect(() => limiter(rule)).toThrow(message);
});

test("a limit without a window is per minute", () => {
  expect(limiter({ limit: 3 }).limiter.get()).toEqual({ limit: 3, window: 60_000 });
});

test.each([
  [3, 'The rate limit is 3. Give an object such as { limit: 3, window: "60s" }, or false for none.'],
  [null, "The rate limit is null. Give an object such as"],
  [{ limit: "3" }, 'The rate limit is "3". It must be a whole number'],
  [{ limit: 3, windw: 1 }, 'The rate limit has no option "windw". Known: limit, window.'],
  [{ limit: 3, window: true }, "the rate limit's window is true. It must be a length of time"],
])("%j is refused", (rule, message) => {
  expect(() => limiter(rule as never)).toThrow(message);
});
