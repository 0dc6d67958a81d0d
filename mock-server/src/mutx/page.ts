// The page object of this API around a slice of a list.
import { type Listed, type NewestFirstList, pageOf } from "../core/state/newest-first-list.js";

export function envelope<Item extends Listed, Wire>(
  list: NewestFirstList<Item>,
  { skip, limit }: { readonly skip: number; readonly limit: number },
  toWire: (item: Item) => Wire,
): { items: Wire[]; total: number; skip: number; limit: number; has_more: boolean } {
  const { items, total, hasMore } = pageOf(list, { offset: skip, limit }, toWire);
  return { items, total, skip, limit, has_more: hasMore };
}
