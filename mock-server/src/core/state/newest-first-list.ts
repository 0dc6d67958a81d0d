// Items kept in the order a list shows them, newest first and then by id, so that a page is a slice however many there are.

/** What a list orders by: a creation time in milliseconds, then the id. */
export interface Listed {
  readonly id: string;
  readonly created_at: number;
}

interface Contents<Item> {
  /** Oldest first, so that a new item goes to the end; read from the back. */
  readonly items: Item[];
  readonly byId: Map<string, Item>;
}

/** Its first items may be given as a function, which runs when the list is first used. */
export class NewestFirstList<Item extends Listed> {
  #first: Iterable<Item> | (() => Iterable<Item>);
  #made: Contents<Item> | undefined;

  constructor(items: Iterable<Item> | (() => Iterable<Item>) = []) {
    this.#first = items;
  }

  get #contents(): Contents<Item> {
    if (this.#made !== undefined) return this.#made;
    const first = this.#first;
    this.#first = [];
    const items = [...(typeof first === "function" ? first() : first)].sort(oldestFirst);
    this.#made = { items, byId: new Map(items.map((item) => [item.id, item])) };
    return this.#made;
  }

  get size(): number {
    return this.#contents.items.length;
  }

  get(id: string): Item | undefined {
    return this.#contents.byId.get(id);
  }

  add(item: Item): void {
    const { items, byId } = this.#contents;
    byId.set(item.id, item);
    const last = items[items.length - 1];
    if (last === undefined || oldestFirst(last, item) < 0) items.push(item);
    else items.splice(position(items, item), 0, item);
  }

  /** Puts a changed copy in the place of the item with its id; the order must not change. */
  replace(item: Item): void {
    const { items, byId } = this.#contents;
    const old = byId.get(item.id);
    if (old === undefined) return;
    items[position(items, old)] = item;
    byId.set(item.id, item);
  }

  delete(id: string): Item | undefined {
    const { items, byId } = this.#contents;
    const item = byId.get(id);
    if (item === undefined) return undefined;
    byId.delete(id);
    items.splice(position(items, item), 1);
    return item;
  }

  /** Up to `limit` items, newest first, after skipping `offset`; with a filter, of those that match. */
  page(offset: number, limit: number, matches?: (item: Item) => boolean): { items: Item[]; total: number } {
    const { items } = this.#contents;
    if (matches === undefined) {
      const end = Math.max(0, items.length - offset);
      return { items: items.slice(Math.max(0, end - limit), end).reverse(), total: items.length };
    }
    const page: Item[] = [];
    let total = 0;
    for (let i = items.length - 1; i >= 0; i -= 1) {
      const item = items[i];
      if (item === undefined || !matches(item)) continue;
      if (total >= offset && page.length < limit) page.push(item);
      total += 1;
    }
    return { items: page, total };
  }

  /** All items, newest first. */
  *[Symbol.iterator](): IterableIterator<Item> {
    const { items } = this.#contents;
    for (let i = items.length - 1; i >= 0; i -= 1) {
      const item = items[i];
      if (item !== undefined) yield item;
    }
  }
}

/** A page as the wire has it, and whether more items follow. */
export function pageOf<Item extends Listed, Wire>(
  list: NewestFirstList<Item>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  toWire: (item: Item) => Wire,
  matches?: (item: Item) => boolean,
): { items: Wire[]; total: number; hasMore: boolean } {
  const { items, total } = list.page(offset, limit, matches);
  return { items: items.map(toWire), total, hasMore: items.length > 0 && offset + items.length < total };
}

function position(items: readonly Listed[], item: Listed): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = items[middle];
    if (there !== undefined && oldestFirst(there, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function oldestFirst(a: Listed, b: Listed): number {
  if (a.created_at !== b.created_at) return a.created_at - b.created_at;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}
