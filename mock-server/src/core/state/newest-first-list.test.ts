// Newest first, then by id; a page is a slice however many items there are.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Listed, NewestFirstList } from "./newest-first-list.js";

const item = (id: string, created_at: number): Listed => ({ id, created_at });
const order = (items: Iterable<Listed>) => [...items].map(({ id }) => id).join("");

test("shows the newest first, and of one moment the smaller id first", () => {
  const list = new NewestFirstList([item("b", 1), item("a", 1), item("c", 2)]);
  list.add(item("d", 3));
  list.add(item("0", 1));
  expect(order(list)).toBe("dc0ab");
  expect(order(list.page(1, 3).items)).toBe("c0a");
});

test("behaves as a sorted array does, whatever is added, replaced and deleted", () => {
  const ids = fc.stringMatching(/^[a-e]{1,2}$/);
  const step = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), id: ids, at: fc.nat(4) }),
    fc.record({ kind: fc.constant("delete" as const), id: ids }),
  );
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.nat(5),
      fc.integer({ min: 1, max: 5 }),
      (steps, offset, limit) => {
        const list = new NewestFirstList<Listed>();
        const model = new Map<string, Listed>();
        for (const each of steps) {
          if (each.kind === "delete") expect(list.delete(each.id)).toEqual(pop(model, each.id));
          else if (!model.has(each.id)) {
            list.add(item(each.id, each.at));
            model.set(each.id, item(each.id, each.at));
          }
        }
        const sorted = [...model.values()].sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? -1 : 1));
        expect([...list]).toEqual(sorted);
        expect(list.page(offset, limit)).toEqual({ items: sorted.slice(offset, offset + limit), total: sorted.length });
        const even = ({ created_at }: Listed) => created_at % 2 === 0;
        const matching = sorted.filter(even);
        expect(list.page(offset, limit, even)).toEqual({
          items: matching.slice(offset, offset + limit),
          total: matching.length,
        });
      },
    ),
  );
});

function pop(model: Map<string, Listed>, id: string): Listed | undefined {
  const found = model.get(id);
  model.delete(id);
  return found;
}

test("replaces an item in its place, and leaves others alone", () => {
  const list = new NewestFirstList([{ id: "a", created_at: 1, name: "x" }]);
  list.replace({ id: "a", created_at: 1, name: "y" });
  list.replace({ id: "b", created_at: 1, name: "z" });
  expect([...list]).toEqual([{ id: "a", created_at: 1, name: "y" }]);
  expect([list.get("a")?.name, list.get("b"), list.size]).toEqual(["y", undefined, 1]);
});
