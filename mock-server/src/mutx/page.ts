// The page object of this API around a slice of a list.
import type { Listed, NewestFirstList } from "../core/state/newest-first-list.js";

export interface Page<Shown> {
  readonly items: Shown[];
  readonly total: number;
  readonly skip: number;
  readonly limit: number;
  readonly has_more: boolean;
}

export function pageOf<Item extends Listed, Shown>(
  list: NewestFirstList<Item>,
  { skip, limit }: { readonly skip: number; readonly limit: number },
  show: (item: Item) => Shown,
): Page<Shown> {
  const { items, total } = list.page(skip, limit);
  return { items: items.map(show), total, skip, limit, has_more: skip + items.length < total && items.length > 0 };
}
