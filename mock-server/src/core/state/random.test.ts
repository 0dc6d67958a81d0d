// Streams of draws: the same for the same seed, apart from each other, and fair.
import { expect, test } from "vitest";
import { RandomStreams } from "./random.js";

const draws = (streams: RandomStreams, name: string) => {
  const stream = streams.stream(name);
  return Array.from({ length: 8 }, () => stream.uuid());
};

test("one seed, one stream: the same draws each time", () => {
  expect(draws(new RandomStreams(1), "a")).toEqual(draws(new RandomStreams(1), "a"));
  expect(draws(new RandomStreams("x"), "a")).toEqual(draws(new RandomStreams("x"), "a"));
});

test("other seeds and other names give other draws", () => {
  const all = [draws(new RandomStreams(1), "a"), draws(new RandomStreams(2), "a"), draws(new RandomStreams(1), "b")];
  expect(new Set(all.flat()).size).toBe(24);
});

test("drawing from one stream does not move another", () => {
  const [quiet, busy] = [new RandomStreams(1), new RandomStreams(1)];
  for (let i = 0; i < 100; i += 1) busy.secrets.fraction();
  expect(busy.ids.uuid()).toBe(quiet.ids.uuid());
});

test("without a seed, mocks draw differently", () => {
  const all = Array.from({ length: 300 }, () => new RandomStreams().secrets.text(32, "0123456789abcdef"));
  expect(new Set(all).size).toBe(300);
});

test("the platform's pool is refilled", () => {
  const { ids } = new RandomStreams();
  expect(new Set(Array.from({ length: 500 }, () => ids.uuid())).size).toBe(500);
});

test("UUIDs are of version 4", () => {
  const { ids } = new RandomStreams(3);
  for (let i = 0; i < 200; i += 1) {
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("whole numbers, fractions and picks stay in their bounds and reach all of them", () => {
  const { faults } = new RandomStreams(4);
  const seen = new Set(Array.from({ length: 500 }, () => faults.integer(5)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
  const fractions = Array.from({ length: 500 }, () => faults.fraction());
  expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...fractions)).toBeLessThan(1);
  expect(new Set(Array.from({ length: 100 }, () => faults.pick(["a", "b"])))).toEqual(new Set(["a", "b"]));
});
