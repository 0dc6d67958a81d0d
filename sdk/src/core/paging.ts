// How an API counts its pages: what a page holds, and how to ask for another.

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
  /** `undefined` when the body is no page. */
  read(body: unknown): Slice | undefined;
  /** The query of the page `steps` after the one that `query` asks for, at `size` items a page. */
  seek(query: Query, steps: number, size: number): Query;
  /** How many items lie before the page that `query` asks for. */
  offset(query: Query, size: number): number;
}

/** `page` from 1 and `limit`; answers `{ items, has_more, total_count }`. */
export const pageNumber: Paging = {
  read(body) {
    const { items, has_more: more, total_count: total } = Object(body);
    return Array.isArray(items) && typeof more === "boolean" ? { items, more, total } : undefined;
  },
  seek: (query, steps) => ({ ...query, page: Number(query.page ?? 1) + steps }),
  offset: (query, size) => (Number(query.page ?? 1) - 1) * size,
};
