// The pagination envelope of this API around a slice of a list.
import { type Listed, type NewestFirstList, pageOf } from "../core/state/newest-first-list.js";

/** Page `page` (from 1) of `limit` items, of those that match; past the end it is empty. */
export function envelope<Item extends Listed, Wire>(
  list: NewestFirstList<Item>,
  { page, limit }: { readonly page: number; readonly limit: number },
  toWire: (item: Item) => Wire,
  matches?: (item: Item) => boolean,
): { items: Wire[]; has_more: boolean; total_count: number } {
  const { items, hasMore, total } = pageOf(list, { offset: (page - 1) * limit, limit }, toWire, matches);
  return { items, has_more: hasMore, total_count: total };
}
