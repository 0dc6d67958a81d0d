// Iterating a list: everything, in order, and never for ever.
import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { AbortError, PaginationError, RateLimitError, TerminusHub, type TerminusHubOptions } from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { failure, hubOf, KEY, page, script } from "../scripted-server.js";

interface Book {
  readonly hub: TerminusHub;
  /** Page numbers, in the order they were asked for. */
  readonly asked: number[];
  /** Requests under way now, and at most. */
  readonly under: { now: number; most: number };
  /** Lets the request for a page go on. */
  readonly release: (page: number) => void;
}

/** A list of `pages` pages of two; with `held`, each answer waits until it is released. */
function book(pages: number, options: TerminusHubOptions & { held?: boolean; refuse?: number } = {}): Book {
  const { held, refuse, ...rest } = options;
  const asked: number[] = [];
  const under = { now: 0, most: 0 };
  const gates = new Map<number, () => void>();
  let refused = false;
  const fetch = async (url: string, { signal }: RequestInit) => {
    const number = Number(new URL(url).searchParams.get("page") ?? 1);
    asked.push(number);
    under.now += 1;
    under.most = Math.max(under.most, under.now);
    await new Promise<void>((resolve, reject) => {
      if (!held || number === 1) return void setImmediate(resolve);
      gates.set(number, resolve);
      signal?.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    }).finally(() => {
      under.now -= 1;
    });
    if (number === refuse && !refused) {
      refused = true;
      return new Response(null, { status: 429, headers: { "retry-after": "2" } });
    }
    return Response.json(page([`${number}a`, `${number}b`], number < pages, pages * 2));
  };
  const hub = new TerminusHub({ apiKey: KEY, clock: jumpingClock(), fetch, ...rest });
  return { hub, asked, under, release: (number) => gates.get(number)?.() };
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const all = (pages: number) => Array.from({ length: pages }, (_, i) => [`${i + 1}a`, `${i + 1}b`]).flat();
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test("a server that repeats a page stops the iteration with a clear error", async () => {
  const server = await script({ body: page(["a", "b"], true, 100) });
  const seen: string[] = [];
  const iterate = async () => {
    for await (const { id } of hubOf(server).records.list()) seen.push(id);
  };
  const error = await failure(iterate());
  expect(error).toBeInstanceOf(PaginationError);
  expect((error as Error).message).toBe("Page 2 repeats an earlier one. Going on would never end.");
  expect((error as Error).stack).toContain("iterate");
  expect(seen).toEqual(["a", "b"]);
  expect(server.requests).toHaveLength(2);
});

test("a server that goes round in pages is stopped too", async () => {
  const server = await script(({ url }) => {
    const number = Number(new URL(url, "http://x").searchParams.get("page") ?? 1);
    return { body: page([`${number % 3}`], true, 100) };
  });
  expect(await failure(hubOf(server).records.list().toArray())).toBeInstanceOf(PaginationError);
  expect(server.requests.length).toBeLessThan(10);
});

test("has_more without items stops the iteration with a clear error", async () => {
  const server = await script({ body: page(["a"], true, 9) }, { body: page([], true, 9) });
  const error = await failure(hubOf(server).records.list().toArray());
  expect((error as Error).message).toBe("Page 2 is empty and promises more. Going on would never end.");
  expect(error).toBeInstanceOf(PaginationError);
});

test("a page is told by the id of its first item, whatever else of it has moved", async () => {
  let uses = 0;
  const server = await script(() => ({
    body: { items: [{ id: "a", last_used_at: `${uses++}` }], has_more: true, total_count: 9 },
  }));
  expect(await failure(hubOf(server).apiKeys.list().toArray())).toBeInstanceOf(PaginationError);
  expect(server.requests).toHaveLength(2);
});

test("the client's onRetry hears of pages after the first too", async () => {
  const delays: number[] = [];
  const { hub } = book(3, { refuse: 2, onRetry: ({ delay }) => delays.push(delay) });
  expect(ids(await hub.records.list().toArray())).toEqual(all(3));
  expect(delays).toEqual([2_000]);
});

test("20 iterations share one listener on a signal, and leave none when they are abandoned", async () => {
  const { hub } = book(9);
  const { signal } = new AbortController();
  const under = Array.from({ length: 20 }, () => hub.records.list({}, { signal })[Symbol.asyncIterator]());
  for (const items of under) await items.next();
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (const items of under) await items.return(undefined);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("an empty list ends at once", async () => {
  const server = await script({ body: page([], false) });
  expect(await hubOf(server).records.list().toArray()).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test("iteration starts at the page that was asked for", async () => {
  const { hub, asked } = book(5);
  expect(ids(await hub.records.list({ page: 4, limit: 2 }).toArray())).toEqual(["4a", "4b", "5a", "5b"]);
  expect(asked).toEqual([4, 5]);
});

test("pages() gives whole pages", async () => {
  const { hub } = book(3);
  const totals: number[] = [];
  for await (const found of hub.records.list().pages()) totals.push(found.items.length, found.total_count);
  expect(totals).toEqual([2, 6, 2, 6, 2, 6]);
});

test("toArray({ max }) fetches no page that is not needed", async () => {
  const { hub, asked } = book(9);
  expect(ids(await hub.records.list().toArray({ max: 4 }))).toEqual(["1a", "1b", "2a", "2b"]);
  expect(asked).toEqual([1, 2]);
  expect(await hub.records.list().toArray({ max: 0 })).toEqual([]);
  expect(asked).toEqual([1, 2]);
});

test("without prefetch one page is under way at a time, and none ahead", async () => {
  const { hub, asked, under } = book(3);
  const pages = hub.records.list().pages();
  await pages.next();
  await turn();
  expect(asked).toEqual([1]);
  for await (const _ of pages);
  expect(asked).toEqual([1, 2, 3]);
  expect(under.most).toBe(1);
});

test("prefetch fetches at most n pages ahead, and hands them over in order", async () => {
  const { hub, asked, under, release } = book(6, { held: true });
  const pages = hub.records.list({ limit: 2 }, { prefetch: 3 }).pages();
  await pages.next();
  await turn();
  expect(asked).toEqual([1, 2, 3, 4]);
  release(4);
  release(3);
  const second = pages.next();
  await turn();
  release(2);
  expect(ids((await second).value?.items ?? [])).toEqual(["2a", "2b"]);
  await turn();
  expect(asked).toEqual([1, 2, 3, 4, 5]);
  expect(ids((await pages.next()).value?.items ?? [])).toEqual(["3a", "3b"]);
  expect(under.most).toBe(3);
  await pages.return();
});

test.each([1, 2, 5, 50])(
  "prefetch %i gives every item once, in order, and asks for no page past the end",
  async (prefetch) => {
    const { hub, asked } = book(7);
    expect(ids(await hub.records.list({ limit: 2 }, { prefetch }).toArray())).toEqual(all(7));
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7]);
  },
);

test("prefetch goes on one page at a time where total_count is too small", async () => {
  const server = await script(
    { body: page(["a"], true, 1) },
    { body: page(["b"], true, 1) },
    { body: page(["c"], false, 1) },
  );
  expect(ids(await hubOf(server).records.list({}, { prefetch: 4 }).toArray())).toEqual(["a", "b", "c"]);
  expect(server.requests).toHaveLength(3);
});

test("leaving the loop aborts what was fetched ahead", async () => {
  const { hub, asked, under } = book(9, { held: true });
  for await (const { id } of hub.records.list({}, { prefetch: 2 })) {
    expect(id).toBe("1a");
    break;
  }
  await turn();
  expect(under.now).toBe(0);
  expect(asked.length).toBeLessThanOrEqual(3);
});

test("a signal ends the iteration and what was fetched ahead", async () => {
  const { hub, under } = book(9, { held: true });
  const controller = new AbortController();
  const pages = hub.records.list({}, { prefetch: 2, signal: controller.signal }).pages();
  await pages.next();
  await turn();
  const next = failure(pages.next());
  controller.abort("enough");
  expect(await next).toMatchObject({ constructor: AbortError, cause: "enough" });
  await turn();
  expect(under.now).toBe(0);
});

test("a signal that aborts between pages ends the iteration", async () => {
  const { hub } = book(9);
  const controller = new AbortController();
  const pages = hub.records.list({}, { signal: controller.signal }).pages();
  await pages.next();
  controller.abort("enough");
  expect(await failure(pages.next())).toMatchObject({ name: "AbortError", cause: "enough" });
});

test("a signal that aborts after the list was awaited ends its iteration", async () => {
  const { hub, asked } = book(9);
  const controller = new AbortController();
  const list = hub.records.list({}, { signal: controller.signal, prefetch: 2 });
  await list;
  controller.abort("enough");
  expect(await failure(list.toArray())).toMatchObject({ name: "AbortError", cause: "enough" });
  expect(asked).toEqual([1]);
});

test("after a 429, prefetch goes back to one page at a time, then slowly up again", async () => {
  const { hub, asked } = book(12, { refuse: 4 });
  const waits: number[] = [];
  const list = hub.records.list({ limit: 2 }, { prefetch: 3, onRetry: ({ delay }) => waits.push(delay) });
  const pages = list.pages();
  expect(ids((await pages.next()).value?.items ?? [])).toEqual(["1a", "1b"]);
  await turn();
  await turn();
  const before = asked.length;
  await pages.next();
  await turn();
  expect(asked.length).toBeLessThanOrEqual(before + 1);
  const rest: string[] = [];
  for await (const { items } of pages) rest.push(...ids(items));
  expect(rest).toEqual(all(12).slice(4));
  expect(waits).toEqual([2_000]);
  expect(asked.filter((number) => number === 4)).toHaveLength(2);
});

test("an error on a page fetched ahead comes out when that page's turn comes", async () => {
  const { hub } = book(9, { refuse: 3, maxRetries: 0 });
  const seen: string[] = [];
  const iterate = async () => {
    for await (const { id } of hub.records.list({ limit: 2 }, { prefetch: 5 })) seen.push(id);
  };
  expect(await failure(iterate())).toBeInstanceOf(RateLimitError);
  expect(seen).toEqual(["1a", "1b", "2a", "2b"]);
});
