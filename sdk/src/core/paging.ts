// How an API counts its pages, what a page holds, and how to ask for another.

/** A page as the core sees it. */
export interface Slice {
  readonly items: readonly unknown[];
  /** Whether another page follows. */
  readonly more: boolean;
  /** Items over all pages, where the API says so. */
  readonly total?: number | undefined;
}

export type Query = Record<string, unknown>;

export interface Paging {
  /** `undefined` if the body is not a page. */
  read(body: unknown): Slice | undefined;
  /** The query of the page `steps` after the one that `query` asks for, at `size` items a page. */
  seek(query: Query, steps: number, size: number): Query;
  /** How many items lie before the page that `query` asks for. */
  offset(query: Query, size: number): number;
}

/** The query has `page` from 1 and `limit`. The answer has `{ items, has_more, total_count }`. */
export const pageNumber: Paging = {
  read(body) {
    const { items, has_more: more, total_count: total } = Object(body);
    return Array.isArray(items) && typeof more === "boolean" ? { items, more, total } : undefined;
  },
  seek: (query, steps) => ({ ...query, page: Number(query.page ?? 1) + steps }),
  offset: (query, size) => (Number(query.page ?? 1) - 1) * size,
};

/** The query has `limit` and how many items to skip. The answer has `{ total }`, the items under `items`, and perhaps `{ has_more }`. */
export function itemOffset(items: string, offset: string): Paging {
  const before = (query: Query): number => Number(query[offset] ?? 0);
  return {
    read(body) {
      const { [items]: found, [offset]: skipped = 0, total, has_more } = Object(body);
      if (!Array.isArray(found) || typeof total !== "number") return undefined;
      return { items: found, more: has_more ?? skipped + found.length < total, total };
    },
    seek: (query, steps, size) => ({ ...query, [offset]: before(query) + steps * size }),
    offset: before,
  };
}

/** There are no pages. One answer has everything, under `items`. */
export function allAtOnce(items: string): Paging {
  return {
    read(body) {
      const { [items]: found } = Object(body);
      return Array.isArray(found) ? { items: found, more: false, total: found.length } : undefined;
    },
    seek: (query) => query,
    offset: () => 0,
  };
}
