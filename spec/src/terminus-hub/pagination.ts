// The one pagination envelope of the Terminus Hub API and the query every list endpoint takes.
import { z } from "@hono/zod-openapi";
import { inferred } from "../provenance.js";
import { queryInteger } from "../query-integer.js";
import { sources } from "./sources.js";

/** `{items, has_more, total_count}`: the body of every list answer. Lists extend it with the type of their items. */
export const Page = z
  .object({
    items: z.array(z.unknown()).openapi({ ...sources.paginationAndErrors, description: "The things on this page." }),
    has_more: z.boolean().openapi({ ...sources.paginationAndErrors, description: "True if a later page holds more." }),
    total_count: z
      .number()
      .int()
      .min(0)
      .openapi({
        ...sources.paginationAndErrors,
        description: "How many there are over all pages. Pages = ceil(total_count / limit).",
      }),
  })
  .openapi("Page", {
    description:
      "The pagination envelope. Order is not documented (inferred: newest first, then id); a page past the end is inferred to be empty with `has_more: false`.",
  });

/** `page` and `limit`, as every list endpoint takes them; spread into a query object. */
export const pageQuery = {
  page: queryInteger(
    { min: 1, default: 1 },
    { ...sources.paginationAndErrors, description: "Which page, counted from 1.", example: 1 },
  ),
  limit: queryInteger(
    { min: 1, max: 10_000, default: 100 },
    { ...sources.paginationAndErrors, description: "How many items a page holds at most: 1 to 10000.", example: 100 },
  ),
};

/** An optional filter by equality. Its name is inferred: the vendor's samples send none. */
export const filter = (description: string, example: string) =>
  z
    .string()
    .optional()
    .openapi({ ...inferred("The filter is documented in prose; its name is inferred."), description, example });
