// Items kept in the order a list shows them, newest first and then by id, so that a page is a slice however many there are.

/** What a list orders by: a creation time in milliseconds, then the id. */
export interface Listed {
  readonly id: string;
  readonly createdAt: number;
}

/** Kept oldest first, so that a new item goes to the end; read from the back. */
export class NewestFirstList<Item extends Listed> {
  #items: Item[] = [];
  readonly #byId = new Map<string, Item>();

  constructor(items: Iterable<Item> = []) {
    for (const item of items) {
      this.#items.push(item);
      this.#byId.set(item.id, item);
    }
    this.#items.sort(oldestFirst);
  }

  get size(): number {
    return this.#items.length;
  }

  get(id: string): Item | undefined {
    return this.#byId.get(id);
  }

  add(item: Item): void {
    this.#byId.set(item.id, item);
    const last = this.#items[this.#items.length - 1];
    if (last === undefined || oldestFirst(last, item) < 0) this.#items.push(item);
    else this.#items.splice(this.#position(item), 0, item);
  }

  /** Puts a changed copy in the place of the item with its id; the order must not change. */
  replace(item: Item): void {
    const old = this.#byId.get(item.id);
    if (old === undefined) return;
    this.#items[this.#position(old)] = item;
    this.#byId.set(item.id, item);
  }

  delete(id: string): Item | undefined {
    const item = this.#byId.get(id);
    if (item === undefined) return undefined;
    this.#byId.delete(id);
    this.#items.splice(this.#position(item), 1);
    return item;
  }

  /** Up to `limit` items, newest first, after skipping `offset`; with a filter, of those that match. */
  page(offset: number, limit: number, matches?: (item: Item) => boolean): { items: Item[]; total: number } {
    const items: Item[] = [];
    if (matches === undefined) {
      const from = this.#items.length - 1 - offset;
      const to = Math.max(-1, from - limit);
      for (let i = from; i > to; i -= 1) {
        const item = this.#items[i];
        if (item !== undefined) items.push(item);
      }
      return { items, total: this.#items.length };
    }
    let total = 0;
    for (let i = this.#items.length - 1; i >= 0; i -= 1) {
      const item = this.#items[i];
      if (item === undefined || !matches(item)) continue;
      if (total >= offset && items.length < limit) items.push(item);
      total += 1;
    }
    return { items, total };
  }

  /** All items, newest first. */
  *[Symbol.iterator](): IterableIterator<Item> {
    for (let i = this.#items.length - 1; i >= 0; i -= 1) {
      const item = this.#items[i];
      if (item !== undefined) yield item;
    }
  }

  #position(item: Item): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.#items[middle];
      if (there !== undefined && oldestFirst(there, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function oldestFirst(a: Listed, b: Listed): number {
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}
