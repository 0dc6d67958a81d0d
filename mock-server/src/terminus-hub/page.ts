// The pagination envelope of this API around a slice of a list.
import type { Listed, NewestFirstList } from "../core/state/newest-first-list.js";

export interface Page<Shown> {
  readonly items: Shown[];
  readonly has_more: boolean;
  readonly total_count: number;
}

/** Page `page` (from 1) of `limit` items, of those that match; past the end it is empty. */
export function pageOf<Item extends Listed, Shown>(
  list: NewestFirstList<Item>,
  { page, limit }: { readonly page: number; readonly limit: number },
  show: (item: Item) => Shown,
  matches?: (item: Item) => boolean,
): Page<Shown> {
  const offset = (page - 1) * limit;
  const { items, total } = list.page(offset, limit, matches);
  return { items: items.map(show), has_more: offset + items.length < total && items.length > 0, total_count: total };
}
