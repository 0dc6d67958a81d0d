// The mock's own HTTP interface under /__mock, for tests in other languages and other containers. Its document is made from these routes.
import { createRoute, OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { ApiTypes } from "../contract/services.js";
import { internalsOf } from "../mock/mock-internals.js";
import type { CoreMock } from "../mock/mock-types.js";
import { namesOf, schemaProblem } from "../state/schema-problem.js";
import { CONTROL_PATH } from "./control-path.js";
import { isLocalPage } from "./is-local-page.js";

export interface ControlPlane {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface ControlPlaneOptions {
  /** What callers must send as `Authorization: Bearer`; undefined asks for nothing. */
  readonly token: string | undefined;
}

/** An object that takes these fields and no others. */
const closed = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, namesOf(shape));
const Problem = z
  .object({ error: z.object({ message: z.string() }) })
  .openapi("Problem", { description: "What cannot be done, and what to do instead." });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const answered = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: json(schema) },
});
const done = { 204: { description: "Done." } } as const;
const problems = {
  400: { description: "What was asked cannot be done.", content: json(Problem) },
  401: { description: "The token is missing or wrong.", content: json(Problem) },
  403: { description: "A web page of another origin asked.", content: json(Problem) },
} as const;
const bodyProblems = {
  ...problems,
  415: { description: "The body is not sent as JSON.", content: json(Problem) },
} as const;
const given = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, content: json(schema) } });

const Duration = z
  .union([z.number().min(0), z.string()], { error: 'must be milliseconds from 0 up, or text such as "61s"' })
  .openapi({ description: 'Milliseconds, or text such as "61s".', examples: [250, "61s"] });
const ClockState = z.object({ frozen: z.boolean(), now: z.iso.datetime() }).openapi("Clock");
const Fault = closed({
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
const ArmedFault = Fault.extend({ id: z.string(), fired: z.int() }).openapi("ArmedFault");
const RateLimit = z
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
const Message = z.object({ headers: z.record(z.string(), z.string()), body: z.string().optional() });
const Call = z
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
const Share = z.object({ covered: z.int(), total: z.int(), percent: z.int() });
const Coverage = z
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
const Snapshot = z
  .object({
    api: z.string(),
    clock: ClockState,
    rateWindows: z.array(z.object({ credential: z.string(), start: z.number(), used: z.int() })),
    state: z.unknown(),
  })
  .openapi("Snapshot", { description: "Everything that `restore` needs. Holds no secret." });
const callFilter = closed({
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

type Target = CoreMock<ApiTypes>;

/** Makes the control plane of a mock. */
export function createControlPlane(mock: Target, { token }: ControlPlaneOptions): ControlPlane {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const { data } = result as { readonly data?: unknown };
      throw new RangeError(`${schemaProblem(PLACES[result.target] ?? result.target, data, result.error.issues)}.`);
    },
  }).basePath(CONTROL_PATH);
  app.use("*", async (context, next) => {
    if (!isLocalPage(context.req.raw)) {
      return context.json(told("A web page of another origin may not drive the mock."), 403);
    }
    const isOpen = OPEN_PATHS.has(context.req.path);
    if (token !== undefined && !isOpen && context.req.header("authorization") !== `Bearer ${token}`) {
      return context.json(told("Send the token that the mock printed, as Authorization: Bearer <token>."), 401);
    }
    await next();
  });
  app.onError((error, context) => {
    if (error instanceof HTTPException) {
      return context.json(told(error.status === 415 ? WRONG_TYPE : error.message), error.status);
    }
    if (error instanceof RangeError || error instanceof TypeError) return context.json(told(error.message), 400);
    return context.json(told(`The control plane failed: ${error.message}`), 500);
  });
  app.notFound((context) => {
    const { method, path } = context.req;
    const allow = methodsOf(app, path);
    if (allow.length === 0) {
      return context.json(told(`There is no ${method} ${path}. See ${CONTROL_PATH}/openapi.json.`), 404);
    }
    const message = `${path} takes no ${method}. Allowed: ${allow.join(", ")}.`;
    return context.json(told(message), 405, { allow: allow.join(", ") });
  });
  addInspection(app, mock);
  addClockAndFaults(app, mock);
  addState(app, mock);
  addOwnControls(app, mock);
  app.get("/openapi.json", (context) => context.json(document(app, mock, token !== undefined)));
  return { fetch: (request) => app.fetch(request) };
}

/** Neither holds anything of the mock's data: container health checks and readers of the document need no token. */
const OPEN_PATHS = new Set([`${CONTROL_PATH}/health`, `${CONTROL_PATH}/openapi.json`]);
const WRONG_TYPE = "The body must be JSON and say so: send Content-Type: application/json.";
const PLACES: Readonly<Record<string, string>> = { json: "body", query: "query", param: "path" };

/** The methods that a path has, HEAD wherever there is GET. */
function methodsOf(app: App, path: string): string[] {
  const methods = new Set<string>();
  for (const route of app.routes) {
    if (route.method === "ALL" || !samePath(path, route.path)) continue;
    methods.add(route.method);
    if (route.method === "GET") methods.add("HEAD");
  }
  return [...methods];
}

function samePath(path: string, template: string): boolean {
  const given = path.split("/");
  const wanted = template.split("/");
  return given.length === wanted.length && wanted.every((part, i) => part.startsWith(":") || part === given[i]);
}

const told = (message: string) => ({ error: { message } });
type App = OpenAPIHono;

function addInspection(app: App, mock: Target): void {
  const Health = z.object({ status: z.literal("ok"), api: z.string(), version: z.string() }).openapi("Health");
  app.openapi(
    createRoute({
      operationId: "health",
      method: "get",
      path: "/health",
      summary: "Whether the mock is up, and what it mocks; needs no token",
      security: [],
      responses: { ...answered("It is.", Health), ...problems },
    }),
    (context) => context.json({ status: "ok" as const, api: mock.api, version: internalsOf(mock).version }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "listCalls",
      method: "get",
      path: "/calls",
      summary: "The journal, oldest call first",
      request: { query: callFilter },
      responses: { ...answered("The calls.", z.object({ calls: z.array(Call) })), ...problems },
    }),
    (context) => context.json({ calls: mock.calls(withoutUndefined(context.req.valid("query"))) }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "exportHar",
      method: "get",
      path: "/calls.har",
      summary: "The journal as HTTP Archive 1.2",
      responses: { ...answered("The archive.", z.object({ log: z.unknown() })), ...problems },
    }),
    (context) => context.json(mock.har(), 200),
  );
  app.openapi(
    createRoute({
      operationId: "exportJsonLines",
      method: "get",
      path: "/calls.jsonl",
      summary: "The journal, one JSON object per line",
      responses: {
        200: { description: "The lines.", content: { "application/jsonl": { schema: z.string() } } },
        ...problems,
      },
    }),
    (context) => context.body(mock.jsonLines(), 200, { "content-type": "application/jsonl" }) as never,
  );
  const Expected = closed({
    operationId: z.string(),
    times: z.int().min(0).optional(),
    status: z.int().optional(),
    body: z.record(z.string(), z.unknown()).optional(),
    query: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  });
  app.openapi(
    createRoute({
      operationId: "expectCalled",
      method: "post",
      path: "/calls/expect",
      summary: "Whether an operation was called as expected; if not, what came near",
      request: given(Expected),
      responses: {
        ...answered("The verdict.", z.object({ met: z.boolean(), message: z.string().optional() })),
        ...bodyProblems,
      },
    }),
    (context) => {
      const { operationId, ...expected } = context.req.valid("json");
      try {
        mock.expectCalled(operationId, withoutUndefined(expected));
        return context.json({ met: true }, 200);
      } catch (error) {
        return context.json({ met: false, message: error instanceof Error ? error.message : String(error) }, 200);
      }
    },
  );
  app.openapi(
    createRoute({
      operationId: "getCoverage",
      method: "get",
      path: "/coverage",
      summary: "Which operations and statuses of the contract were met",
      responses: { ...answered("The report.", Coverage), ...problems },
    }),
    (context) => context.json(structuredClone(mock.coverage()) as z.infer<typeof Coverage>, 200),
  );
}

function addClockAndFaults(app: App, mock: Target): void {
  app.openapi(
    createRoute({
      operationId: "getClock",
      method: "get",
      path: "/clock",
      summary: "The mock's time",
      responses: { ...answered("The clock.", ClockState), ...problems },
    }),
    (context) => context.json(mock.clock.state(), 200),
  );
  const Move = closed({
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
  app.openapi(
    createRoute({
      operationId: "moveClock",
      method: "post",
      path: "/clock",
      summary: "Freeze, advance or resume the clock",
      request: given(Move),
      responses: { ...answered("The clock.", ClockState), ...bodyProblems },
    }),
    (context) => {
      mock.clock.move(withoutUndefined(context.req.valid("json")));
      return context.json(mock.clock.state(), 200);
    },
  );
  app.openapi(
    createRoute({
      operationId: "listFaults",
      method: "get",
      path: "/faults",
      summary: "The faults that are armed",
      responses: { ...answered("The faults.", z.object({ faults: z.array(ArmedFault) })), ...problems },
    }),
    (context) => context.json({ faults: structuredClone(mock.faults.list()) as z.infer<typeof ArmedFault>[] }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "addFault",
      method: "post",
      path: "/faults",
      summary: "Arm a fault",
      request: given(Fault),
      responses: { 201: { description: "Armed.", content: json(z.object({ id: z.string() })) }, ...bodyProblems },
    }),
    (context) => context.json({ id: mock.faults.add(context.req.valid("json") as never) }, 201),
  );
  app.openapi(
    createRoute({
      operationId: "clearFaults",
      method: "delete",
      path: "/faults",
      summary: "Disarm all faults",
      responses: { ...done, ...problems },
    }),
    (context) => {
      mock.faults.clear();
      return context.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      operationId: "removeFault",
      method: "delete",
      path: "/faults/{id}",
      summary: "Disarm one fault; gone already is done, too",
      request: { params: z.object({ id: z.string() }) },
      responses: { ...done, ...problems },
    }),
    (context) => {
      mock.faults.remove(context.req.valid("param").id);
      return context.body(null, 204);
    },
  );
  const Limits = z.object({ limit: RateLimit, windows: z.array(RateWindow) }).openapi("RateLimits");
  const limits = () => ({ limit: mock.rateLimits.get(), windows: mock.rateLimits.windows() });
  app.openapi(
    createRoute({
      operationId: "getRateLimits",
      method: "get",
      path: "/rate-limits",
      summary: "The limit, and the windows that are open",
      responses: { ...answered("The limits.", Limits), ...problems },
    }),
    (context) => context.json(limits(), 200),
  );
  app.openapi(
    createRoute({
      operationId: "setRateLimit",
      method: "put",
      path: "/rate-limits",
      summary: "Another limit for every credential, or none",
      request: given(closed({ limit: RateLimit })),
      responses: { ...answered("The limits.", Limits), ...bodyProblems },
    }),
    (context) => {
      const { limit } = context.req.valid("json");
      mock.rateLimits.set(limit === false ? false : withoutUndefined(limit));
      return context.json(limits(), 200);
    },
  );
}

function addState(app: App, mock: Target): void {
  app.openapi(
    createRoute({
      operationId: "getState",
      method: "get",
      path: "/state",
      summary: "All that the mock holds, without secrets",
      responses: { ...answered("The state.", z.unknown()), ...problems },
    }),
    (context) => context.json(mock.snapshot().state as Record<string, never>, 200),
  );
  app.openapi(
    createRoute({
      operationId: "listPresets",
      method: "get",
      path: "/presets",
      summary: "The situations a mock can start in",
      responses: {
        ...answered(
          "The presets.",
          z.object({ presets: z.array(z.object({ name: z.string(), summary: z.string() })) }),
        ),
        ...problems,
      },
    }),
    (context) => context.json({ presets: [...internalsOf(mock).presets] }, 200),
  );
  app.openapi(
    createRoute({
      operationId: "reset",
      method: "post",
      path: "/reset",
      summary: "Back to the start, or to a preset",
      request: given(closed({ preset: z.string().optional() })),
      responses: { ...done, ...bodyProblems },
    }),
    (context) => {
      mock.reset(context.req.valid("json").preset);
      return context.body(null, 204);
    },
  );
  app.openapi(
    createRoute({
      operationId: "snapshot",
      method: "post",
      path: "/snapshot",
      summary: "Store, limiter and clock as they are",
      responses: { ...answered("The snapshot.", Snapshot), ...problems },
    }),
    (context) => context.json(mock.snapshot() as never, 200) as never,
  );
  app.openapi(
    createRoute({
      operationId: "restore",
      method: "post",
      path: "/restore",
      summary: "Back to a snapshot",
      request: given(Snapshot),
      responses: { ...done, ...bodyProblems },
    }),
    (context) => {
      mock.restore(context.req.valid("json"));
      return context.body(null, 204);
    },
  );
}

function addOwnControls(app: App, mock: Target): void {
  for (const { operationId, method, path, summary, params, body, result, run } of internalsOf(mock).controls) {
    const config: RouteConfig & { path: string } = {
      operationId,
      method,
      path,
      summary,
      request: { ...(params !== undefined && { params }), ...(body !== undefined && given(body)) },
      responses: {
        ...(result === undefined ? done : answered("Done.", result)),
        ...(body === undefined ? problems : bodyProblems),
      },
    };
    app.openapi(createRoute(config), async (context) => {
      const valid = context.req as unknown as { valid(target: "param" | "json"): unknown };
      const value = await run({
        params: params === undefined ? undefined : valid.valid("param"),
        body: body === undefined ? undefined : valid.valid("json"),
      });
      return result === undefined ? context.body(null, 204) : context.json(value as Record<string, never>, 200);
    });
  }
}

const PROBLEM = { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } };

function document(app: App, mock: Target, guarded: boolean): object {
  const described = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: `Control plane of a mock of ${mock.api}`,
      version: internalsOf(mock).version,
      description: "Drives a mock server of this package from any language. Not part of the API that is mocked.",
    },
    servers: [{ url: "/" }],
    ...(guarded && { security: [{ controlToken: [] }] }),
  });
  const { webhooks: _, components, ...rest } = described;
  const securitySchemes = { controlToken: { type: "http", scheme: "bearer", description: "Printed at the start." } };
  const unrouted = {
    404: { description: "No operation has this path.", content: PROBLEM },
    405: {
      description: "The path has no such method.",
      headers: { Allow: { description: "The methods it has.", required: true, schema: { type: "string" } } },
      content: PROBLEM,
    },
  };
  return {
    ...rest,
    "x-unrouted-responses": unrouted,
    components: { ...components, ...(guarded && { securitySchemes }) },
  };
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Optional fields that are absent in place of undefined. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<Value>;
}
