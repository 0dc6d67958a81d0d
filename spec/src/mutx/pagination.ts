// The one page object of MUTX and the query of its lists: how many to skip, how many to take.
import { z } from "@hono/zod-openapi";
import { queryInteger } from "../query-integer.js";
import { sources } from "./sources.js";

/** `{items, total, skip, limit, has_more}`: the body of every list answer. Lists extend it with the type of their items. */
export const Page = z
  .object({
    items: z.array(z.unknown()).openapi({ ...sources.server, description: "The things on this page, newest first." }),
    total: z
      .number()
      .int()
      .min(0)
      .openapi({ ...sources.server, description: "How many there are over all pages.", example: 1 }),
    skip: z
      .number()
      .int()
      .min(0)
      .openapi({ ...sources.server, description: "How many come before this page, as asked.", example: 0 }),
    limit: z
      .number()
      .int()
      .min(1)
      .openapi({ ...sources.server, description: "How many a page holds at most, as asked.", example: 50 }),
    has_more: z
      .boolean()
      .openapi({ ...sources.server, description: "True if a later page holds more.", example: false }),
  })
  .openapi("Page", { description: "The pagination envelope." });

/** `skip` and `limit`, as every list takes them; spread into a query object. */
export const pageQuery = {
  skip: queryInteger(
    { min: 0, default: 0 },
    { ...sources.server, description: "How many things to skip.", example: 0 },
  ),
  limit: queryInteger(
    { min: 1, max: 100, default: 50 },
    { ...sources.server, description: "How many things a page holds at most: 1 to 100.", example: 50 },
  ),
};
