// A whole number in a query string: text on the wire, an integer in the document and in the handler.
import { z } from "@hono/zod-openapi";

/**
 * `/^[0-9]+$/` piped to an integer; add `.default(n)` or `.optional()`. `z.coerce.number()` would take `1e2`, `0x10`, `" 10"` and
 * `""`, which no contract means. The document cannot see through a pipe, so type and bounds are restated for it.
 *
 * @example queryInteger({ min: 1, max: 10_000 }, { description: "Items per page" }).default(100)
 */
export function queryInteger({ min, max }: { min: number; max?: number }, openapi: Record<string, unknown>) {
  const number = max === undefined ? z.int().min(min) : z.int().min(min).max(max);
  return z
    .string()
    .regex(/^[0-9]+$/, "must be a whole number")
    .transform(Number)
    .pipe(number)
    .openapi({ type: "integer", minimum: min, ...(max !== undefined && { maximum: max }), ...openapi });
}
