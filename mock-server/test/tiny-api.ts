// A small API unlike Terminus Hub, so that the core is tested without knowing it: its key travels in X-Token, its errors are plain
// text or {detail}, an unknown path is HTML, its paths have two prefixes, and one handler breaks the contract on demand.
import { createRoute, z } from "@hono/zod-openapi";
import type { Handlers } from "../src/core/contract/handlers.js";
import type { MockApi } from "../src/core/contract/mock-api.js";
import { faultInjection } from "../src/core/faults/fault-injection.js";
import { buildMock } from "../src/core/mock/build-mock.js";
import type { CoreOptions } from "../src/core/mock/mock-options.js";
import type { Mock } from "../src/core/mock/mock-types.js";
import { bodySize, jsonBody } from "../src/core/request/checks/body.js";
import { requiredInput, validInput } from "../src/core/request/checks/input.js";
import { knownMethod, knownPath } from "../src/core/request/checks/path-and-method.js";
import { underLimit } from "../src/core/request/checks/under-limit.js";
import type { Check } from "../src/core/request/request-context.js";
import { given } from "../src/core/state/fields.js";
import { stateTable } from "../src/core/state/state-table.js";
import { listen } from "../src/node/listen.js";

const Detail = z.object({ detail: z.string() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const detail = { description: "An error.", content: json(Detail) };
const Thing = z.object({ id: z.string(), size: z.number().optional(), parts: z.array(z.object({ name: z.string() })) });

export const tinyRoutes = {
  listThings: createRoute({
    operationId: "listThings",
    method: "get",
    path: "/things",
    security: [{ token: [] }],
    request: { query: z.object({ colour: z.enum(["red", "blue"]).optional() }) },
    responses: {
      200: {
        description: "All.",
        content: { "application/json": { schema: z.array(Thing), example: [{ id: "example", parts: [] }] } },
      },
      401: detail,
      422: detail,
      429: {
        ...detail,
        headers: { "Retry-After": { required: true, schema: { type: "integer" as const }, description: "Seconds." } },
      },
      500: detail,
      503: detail,
    },
  }),
  makeThing: createRoute({
    operationId: "makeThing",
    method: "post",
    path: "/things",
    request: {
      body: {
        required: true,
        content: json(z.object({ id: z.string().min(2), inner: z.object({ n: z.int() }).optional() })),
      },
    },
    responses: {
      201: { description: "Made.", content: json(Thing) },
      400: detail,
      401: detail,
      413: detail,
      422: detail,
      500: detail,
    },
  }),
  dropThing: createRoute({
    operationId: "dropThing",
    method: "delete",
    path: "/things/{id}",
    request: { params: z.object({ id: z.string() }) },
    responses: { 204: { description: "Gone." }, 401: detail, 404: detail, 500: detail },
  }),
} as const;

export interface TinyState {
  readonly things: Map<string, { readonly id: string; readonly parts: { readonly name: string }[] }>;
  /** What the next listThings answers in place of the truth. */
  wrong:
    | {
        readonly status: number;
        readonly body?: unknown;
        readonly headers?: Readonly<Record<string, string>>;
        readonly contentType?: string;
      }
    | "throws"
    | undefined;
}

export interface TinyTypes {
  readonly routes: typeof tinyRoutes;
  readonly state: TinyState;
  readonly identity: string;
  readonly stateInput: { readonly things: readonly string[] };
  readonly actions: { readonly tiny: () => TinyState };
  readonly preset: "default" | "busy";
  readonly options: object;
}

export const TINY_KEY = "tiny_0123456789abcdefghij";

const authenticated: Check<TinyTypes> = {
  name: "token",
  run: (context) => {
    if (context.request.header("x-token") !== TINY_KEY)
      return context.refuse({ kind: "unauthenticated", status: 401 }, "wrong token");
    context.identity = "someone";
    context.credential = "key-1";
    return undefined;
  },
};

const handlers: Handlers<TinyTypes> = {
  listThings: (_, { state }) => {
    if (state.wrong === "throws") throw new Error("out of order");
    if (state.wrong !== undefined) return state.wrong as { status: 200; body: [] };
    return { status: 200, body: [...state.things.values()] };
  },
  makeThing: ({ body }, { state }) => {
    const thing = { id: body.id, parts: [] };
    state.things.set(thing.id, thing);
    return { status: 201, body: thing };
  },
  dropThing: ({ params }, { state }) =>
    state.things.delete(params.id) ? { status: 204 } : { status: 404, body: { detail: "gone already" } },
};

export const tinyApi: MockApi<TinyTypes> = {
  name: "tiny",
  title: "Tiny",
  routes: tinyRoutes,
  servers: [{ url: "https://tiny.example/v1" }, { url: "https://tiny.example" }],
  unrouted: {
    400: Detail,
    401: Detail,
    403: Detail,
    404: undefined,
    405: Detail,
    408: Detail,
    417: Detail,
    429: Detail,
    431: Detail,
    500: Detail,
  },
  document: async () => ({ openapi: "3.1.0" }),
  rateLimit: { limit: 5, window: "10s" },
  maxBodyBytes: 64,
  secretPrefixes: ["tiny_"],
  secretFields: ["password"],
  ownOptions: {},
  secretPattern: /tiny_[0-9a-z]+/g,
  secretHeaders: ["x-token"],
  environment: (_, baseUrl, apiKey) => ({ TINY_URL: baseUrl, TINY_KEY: apiKey }),
  checks: [
    authenticated,
    underLimit,
    faultInjection,
    knownPath,
    knownMethod,
    bodySize,
    jsonBody,
    requiredInput,
    validInput,
  ],
  handlers,
  problem: ({ kind, status, message, allow, retryAfter }) => {
    if (kind === "unknown-path") return { status, body: "<h1>Not here</h1>", contentType: "text/html" };
    return {
      status,
      body: { detail: message ?? kind },
      headers: {
        ...(allow !== undefined && { allow: allow.join(", ") }),
        ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      },
    };
  },
  stateTable: stateTable({ things: given(z.array(z.string())) }),
  createState: ({ things }) => ({ things: new Map(things.map((id) => [id, { id, parts: [] }])), wrong: undefined }),
  exportState: ({ things }) => ({ things: [...things.keys()] }),
  presets: {
    default: { summary: "one thing", state: () => ({ things: ["one"] }) },
    busy: {
      summary: "nothing left",
      state: () => ({ things: [] }),
      spent: (limit) => limit,
      faults: [{ status: 500 }],
    },
  },
  defaultPreset: "default",
  credentials: () => ({ apiKey: TINY_KEY, credential: "key-1" }),
  actions: (state) => ({ tiny: state }),
  banner: (_, baseUrl, apiKey) => ({ facts: [["key", apiKey]], commands: [["list", `curl ${baseUrl}/things`]] }),
};

/** A mock of the small API, or of one made from it. */
export function tinyMock({
  api = tinyApi,
  ...options
}: CoreOptions<TinyTypes> & { api?: MockApi<TinyTypes> } = {}): Mock<TinyTypes> {
  return buildMock(api, options, { listen: (mock, listenOptions) => listen(mock, listenOptions), version: "0.0.0" });
}

export interface TinyAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export async function tinyCall(mock: Mock<TinyTypes>, line: string, init: RequestInit = {}): Promise<TinyAnswer> {
  const [method = "GET", path = "/"] = line.split(" ");
  const headers = {
    "x-token": TINY_KEY,
    "content-type": "application/json",
    ...(init.headers as Record<string, string>),
  };
  const response = await mock.fetch(`${mock.baseUrl}${path}`, { ...init, method, headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
