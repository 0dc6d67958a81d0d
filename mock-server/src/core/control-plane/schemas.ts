// What is sent to the control plane and what it shows, as schemas that its document names.
import { z } from "@hono/zod-openapi";
import { closed } from "../state/schema-problem.js";

const Duration = z
  .union([z.number().min(0), z.string()], { error: 'must be milliseconds from 0 up, or text such as "61s"' })
  .openapi({ description: 'Milliseconds, or text such as "61s".', examples: [250, "61s"] });
export const ClockState = z.object({ frozen: z.boolean(), now: z.iso.datetime() }).openapi("Clock");
export const ClockMove = closed({
  freeze: z
    .union([z.string(), z.literal(true)], {
      error: 'must be a time such as "2026-01-01T00:00:00Z", or true for where the clock stands',
    })
    .optional(),
  advance: Duration.optional(),
  resume: z.literal(true).optional(),
}).openapi("ClockMove", {
  description: "Freezes (true: where it stands), then advances, then resumes, as far as given.",
});
export const Fault = closed({
  operationId: z.string().optional(),
  times: z.int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
  for: Duration.optional(),
  status: z.int().optional(),
  retryAfter: z.int().min(0).optional(),
  latency: z
    .union([Duration, z.array(Duration).length(2)], {
      error: 'must be milliseconds from 0 up, text such as "250ms", or a list of two of these: the least and the most',
    })
    .optional(),
  reset: z.literal(true).optional(),
  hang: z.literal(true).optional(),
  truncate: z
    .union([z.literal(true), z.int().min(0)], { error: "must be true, or a whole number of bytes from 0 up" })
    .optional(),
  malformed: z.literal(true).optional(),
  afterCommit: z.literal(true).optional(),
}).openapi("Fault", { description: "A failure to arm: what it does, and when it fires." });
export const ArmedFault = Fault.extend({ id: z.string(), fired: z.int() }).openapi("ArmedFault");
export const RateLimit = z
  .union([closed({ limit: z.int().min(0), window: Duration.optional() }), z.literal(false)], {
    error:
      'must be an object such as {"limit": 3, "window": "60s"}, the limit a whole number from 0 up, or false for none',
  })
  .openapi("RateLimit", { description: "Requests within one window, or false for no limit." });
const RateWindow = z.object({
  credential: z.string(),
  used: z.int(),
  remaining: z.int(),
  resetsAt: z.iso.datetime(),
});
export const RateLimits = z.object({ limit: RateLimit, windows: z.array(RateWindow) }).openapi("RateLimits");
const Message = z.object({ headers: z.record(z.string(), z.string()), body: z.string().optional() });
export const Call = z
  .object({
    number: z.int(),
    at: z.iso.datetime(),
    method: z.string(),
    url: z.string(),
    operationId: z.string().optional(),
    status: z.int().optional(),
    outcome: z.enum(["answered", "truncated", "reset", "hang"]),
    why: z.string().optional(),
    credential: z.string().optional(),
    request: Message,
    response: Message,
  })
  .openapi("Call", { description: "One request and its answer. Holds no secret." });
export const Share = z.object({ covered: z.int(), total: z.int(), percent: z.int() });
export const Coverage = z
  .object({
    operations: Share,
    statuses: Share,
    byOperation: z.array(
      z.object({
        operationId: z.string(),
        method: z.string(),
        path: z.string(),
        statuses: z.array(z.object({ status: z.int(), calls: z.int() })),
      }),
    ),
    missing: z.array(z.string()),
  })
  .openapi("Coverage");
export const Snapshot = z
  .object({
    api: z.string(),
    clock: ClockState,
    rateWindows: z.array(z.object({ credential: z.string(), start: z.number(), used: z.int() })),
    state: z.unknown(),
  })
  .openapi("Snapshot", { description: "Everything that `restore` needs. Holds no secret." });
export const callFilter = closed({
  operationId: z.string().optional(),
  status: z
    .string()
    .regex(/^[1-5]\d\d$/, "must be a status such as 201")
    .transform(Number)
    .openapi({ type: "integer", minimum: 100, maximum: 599 })
    .optional(),
  method: z.string().optional(),
  path: z.string().optional(),
});
