// A whole number in a query string: text on the wire, an integer in the document and in the handler.
import { z } from "@hono/zod-openapi";

/** Bounds of the number, both inclusive. */
interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/**
 * `/^[0-9]+$/` piped to an integer, absent = `default`. `z.coerce.number()` would take `1e2`, `0x10`, `" 10"` and `""`, which no
 * contract means. The document cannot see through a pipe, so type, bounds and default are restated for it.
 *
 * @example queryInteger({ min: 1, max: 10_000, default: 100 }, { description: "Items per page" })
 */
export function queryInteger(
  { default: fallback, ...bounds }: Bounds & { readonly default: number },
  openapi: Record<string, unknown>,
) {
  return digits(bounds)
    .default(fallback)
    .openapi({ ...restated(bounds), default: fallback, ...openapi });
}

/** The same for a number that may be absent and has no default. */
export function optionalQueryInteger(bounds: Bounds, openapi: Record<string, unknown>) {
  return digits(bounds)
    .optional()
    .openapi({ ...restated(bounds), ...openapi });
}

/**
 * For a server that refuses no number: what is no whole number counts as absent, what is too large as the maximum, and of several
 * the first is read. The document still states the bounds that make sense.
 */
export function lenientQueryInteger(bounds: Bounds, openapi: Record<string, unknown>) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value))
    .transform((text) => {
      if (text === undefined || !/^[0-9]+$/.test(text) || Number(text) < bounds.min) return undefined;
      return Math.min(Number(text), bounds.max ?? Number.MAX_SAFE_INTEGER);
    })
    .openapi({ ...restated(bounds), ...openapi });
}

function digits({ min, max }: Bounds) {
  const number = max === undefined ? z.int().min(min) : z.int().min(min).max(max);
  return z
    .string()
    .regex(/^[0-9]+$/, "must be a whole number")
    .transform(Number)
    .pipe(number);
}

const restated = ({ min, max }: Bounds) => ({
  type: "integer" as const,
  minimum: min,
  ...(max !== undefined && { maximum: max }),
});
