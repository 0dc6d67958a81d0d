// What must hold whatever happened before: properties of keys, lists, accounts and last use.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runSeed } from "../fuzz/fuzz.js";
import type { KeyApi, KeyWorld, Page, PagedList } from "./key-holders.js";

const RUNS = 25;
const seed = runSeed();

interface Change {
  readonly holder: 0 | 1;
  readonly what: "create" | "delete";
  readonly name: string;
  readonly pick: number;
}

/** A key of a holder, as a property knows it. */
interface Owned {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
}

const names = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }).map((text) => `Key ${text}.`);

const changes = (room: number): fc.Arbitrary<Change[]> =>
  fc.array(
    fc.record({
      holder: fc.constantFrom(0 as const, 1 as const),
      what: fc.constantFrom("create" as const, "create" as const, "delete" as const),
      name: names,
      pick: fc.nat({ max: 20 }),
    }),
    { minLength: 1, maxLength: room },
  );

/** Makes the changes; the result is what each holder has afterwards and has no more. */
async function carryOut(world: KeyWorld, made: readonly Change[]) {
  const owned: [Owned[], Owned[]] = [[], []];
  const gone: [Owned[], Owned[]] = [[], []];
  for (const { holder, what, name, pick } of made) {
    const mine = owned[holder];
    if (what === "create") {
      const { id, secret } = await world.holders[holder].create(name);
      mine.push({ id, secret, name });
      continue;
    }
    const [victim] = mine.splice(pick % Math.max(1, mine.length), 1);
    if (victim === undefined) continue;
    expect(Math.floor((await world.holders[holder].remove(victim.id)) / 100)).toBe(2);
    gone[holder].push(victim);
  }
  return { owned, gone };
}

const BOTH = [0, 1] as const;
const OTHER = [1, 0] as const;

const property = (api: KeyApi, check: (world: KeyWorld, made: readonly Change[]) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(changes(api.room), async (made) => check(await api.open(), made)),
    { seed, numRuns: RUNS },
  );

/** Whoever waits so long waits for ever; a busy machine does not. */
const PATIENT = { timeout: 60_000 };

/** Holds one API to the properties of keys, lists, accounts and last use. */
export function keyProperties(api: KeyApi): void {
  describe(`${api.name} (seed ${seed})`, PATIENT, () => {
    test("what was created is listed, once, under its name", () =>
      property(api, async (world, made) => {
        const before = await Promise.all(world.holders.map((holder) => holder.keys()));
        const { owned } = await carryOut(world, made);
        for (const n of BOTH) {
          const listed = (await world.holders[n].keys()).map(({ id, name }) => ({ id, name }));
          const wanted = [
            ...(before[n] ?? []).map(({ id, name }) => ({ id, name })),
            ...owned[n].map(({ id, name }) => ({ id, name })),
          ];
          expect(sorted(listed)).toEqual(sorted(wanted));
        }
      }));

    test("what was deleted is 401 to whoever uses it, 404 to whoever names it, and not listed", () =>
      property(api, async (world, made) => {
        const { owned, gone } = await carryOut(world, made);
        for (const n of BOTH) {
          const holder = world.holders[n];
          const listed = new Set((await holder.keys()).map(({ id }) => id));
          for (const { id, secret } of gone[n]) {
            expect(await holder.use(secret)).toBe(401);
            expect(await holder.remove(id)).toBe(api.removedAgain);
            expect(listed.has(id)).toBe(false);
          }
          for (const { secret } of owned[n]) expect(await holder.use(secret)).toBe(200);
        }
      }));

    test("nothing crosses accounts", () =>
      property(api, async (world, made) => {
        const { owned } = await carryOut(world, made);
        const listed = await Promise.all(
          world.holders.map(async (holder) => (await holder.keys()).map(({ id }) => id)),
        );
        for (const n of BOTH) {
          const stranger = world.holders[OTHER[n]];
          for (const { id, secret } of owned[n]) {
            expect(await stranger.remove(id)).toBe(await stranger.remove("00000000-0000-4000-8000-000000000000"));
            expect(await world.holders[n].use(secret)).toBe(200);
            expect(listed[OTHER[n]]).not.toContain(id);
            expect(listed[n]).toContain(id);
          }
        }
        const lists = world.holders.map(({ lists: all }) => all);
        for (const [i, list] of (lists[0] ?? []).entries()) {
          const ours = new Set((await walk(list, list.largest)).flatMap(({ ids }) => ids));
          const theirs = (await walk(lists[1]?.[i] ?? list, list.largest)).flatMap(({ ids }) => ids);
          expect(theirs.filter((id) => ours.has(id))).toEqual([]);
          expect(theirs.length).toBeGreaterThan(0);
        }
      }));

    test("last used moves with each successful authentication, and with nothing else", () =>
      property(api, async (world, made) => {
        const { owned } = await carryOut(world, [{ holder: 0, what: "create", name: "Key", pick: 0 }, ...made]);
        const [holder] = world.holders;
        const used = new Map<string, number | null>(owned[0].map(({ id }) => [id, null]));
        const check = async () => {
          const listed = await holder.keys();
          for (const [id, at] of used) {
            const { lastUsed } = listed.find((key) => key.id === id) ?? {};
            expect(typeof lastUsed === "string" ? api.time(lastUsed) : lastUsed).toBe(at);
          }
        };
        await check();
        for (const { id, secret } of [...owned[0], ...owned[0]]) {
          world.clock.advance(1_500);
          expect(await holder.use(`${secret.slice(0, -1)}${secret.endsWith("a") ? "b" : "a"}`)).toBe(401);
          await check();
          expect(await holder.use(secret)).toBe(200);
          used.set(id, world.clock.now());
          await check();
        }
      }));

    test("use_after_free", async () => {
      const { holders } = await api.open();
      const [holder] = holders;
      const { id, secret } = await holder.create("Short-lived");
      expect(await holder.use(secret)).toBe(200);
      expect(Math.floor((await holder.remove(id)) / 100)).toBe(2);
      expect(await holder.use(secret)).toBe(401);
      expect(await holder.remove(id)).toBe(api.removedAgain);
      expect((await holder.keys()).map((key) => key.id)).not.toContain(id);
    });

    test("ensure_resource_availability", async () => {
      const { holders } = await api.open();
      const [holder] = holders;
      const { id, secret } = await holder.create("At once");
      expect(await holder.use(secret)).toBe(200);
      expect((await holder.keys()).filter((key) => key.id === id)).toMatchObject([{ name: "At once" }]);
      expect(Math.floor((await holder.remove(id)) / 100)).toBe(2);
    });

    if (!api.paged) return;

    test("paging visits each item exactly once while nobody writes, for every limit", async () => {
      const everyLimit = async (list: PagedList, largest: number) => {
        const all = (await walk(list, list.largest)).flatMap(({ ids }) => ids);
        expect(new Set(all).size).toBe(all.length);
        for (let size = 1; size <= Math.min(largest, all.length + 2, list.largest); size += 1) {
          expect(
            (await walk(list, size)).flatMap(({ ids }) => ids),
            `${list.name} by ${size}`,
          ).toEqual(all);
        }
      };
      for (const list of (await api.open()).holders[0].lists) await everyLimit(list, 40);
      await property(api, async (world, made) => {
        await carryOut(world, made);
        const [keys] = world.holders[0].lists;
        if (keys !== undefined) await everyLimit(keys, Number.POSITIVE_INFINITY);
      });
    });

    test("the total is right on every page, and only the last says that nothing follows", async () => {
      const right = async (list: PagedList) => {
        for (const size of [1, 2, 3, 7]) {
          const pages = await walk(list, Math.min(size, list.largest));
          const count = pages.reduce((sum, { ids }) => sum + ids.length, 0);
          for (const [i, { total, more }] of pages.entries()) {
            if (total !== undefined) expect(total, `${list.name} by ${size}`).toBe(count);
            if (more !== undefined) expect(more, `${list.name} by ${size}`).toBe(i < pages.length - 1);
          }
        }
      };
      for (const list of (await api.open()).holders[0].lists) await right(list);
      await property(api, async (world, made) => {
        await carryOut(world, made);
        const [keys] = world.holders[0].lists;
        if (keys !== undefined) await right(keys);
      });
    });
  });
}

const sorted = (keys: readonly { readonly id: string; readonly name: string }[]) =>
  [...keys].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Page by page until a page is not full, and one more to see that nothing follows. */
async function walk(list: PagedList, size: number): Promise<Page[]> {
  const pages: Page[] = [];
  for (let offset = 0; ; offset += size) {
    const page = await list.read(offset, size);
    if (page.ids.length > 0 || pages.length === 0) pages.push(page);
    if (page.ids.length === 0) return pages;
    expect(page.ids.length).toBeLessThanOrEqual(size);
  }
}
