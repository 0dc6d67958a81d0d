// The routes of an API, compiled once and shared by all its mocks: which operation a method and a path belong to, and what it may answer.

import type { RouteConfig } from "@hono/zod-openapi";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import { z } from "zod";
import { describeValue } from "../mock/check-options.js";
import { strictSchema } from "../response/strict-schema.js";

export type Route = RouteConfig & { readonly operationId: string };

export type Routes = Readonly<Record<string, Route>>;

type Parser = Pick<z.ZodType, "safeParse">;

/** What a route declares for one status. */
export interface DeclaredAnswer {
  /** By media type; empty where no body is declared. */
  readonly contents: ReadonlyMap<string, { readonly schema: Parser; readonly example: unknown }>;
  /** By name in lower case, with the example that the contract gives. */
  readonly requiredHeaders: ReadonlyMap<string, string | undefined>;
}

export interface Operation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** As the contract writes it, `/api/v1/api_keys/{id}`. */
  readonly path: string;
  readonly tags: readonly string[];
  /** Each compiled at its first use. */
  readonly answers: ReadonlyMap<number, DeclaredAnswer>;
  readonly query: Parser | undefined;
  readonly params: Parser | undefined;
  /** Names of the security schemes, any of which lets a caller in. */
  readonly schemes: readonly string[];
  /** The body's media types and their schemas; undefined where the operation takes none. */
  readonly body: { readonly required: boolean; readonly contents: ReadonlyMap<string, Parser> } | undefined;
}

/** Everything that one path can do. */
export interface PathEntry {
  readonly byMethod: ReadonlyMap<string, Operation>;
  readonly allow: readonly string[];
}

export interface Match {
  readonly entry: PathEntry;
  /** Still percent-encoded. */
  readonly params: Readonly<Record<string, string>>;
}

export interface RouteTable {
  readonly operations: ReadonlyMap<string, Operation>;
  find(path: string): Match | undefined;
}

/** The operation of this id. `so` is what follows from asking for one that does not exist. */
export function operationNamed({ operations }: RouteTable, id: string, so: string): Operation {
  const operation = operations.get(id);
  if (operation !== undefined) return operation;
  const known = [...operations.keys()].join(", ");
  throw new RangeError(`There is no operation ${describeValue(id)}, so ${so}. Known: ${known}.`);
}

const tables = new WeakMap<object, RouteTable>();

/** The table of an API. It is immutable, so one is enough however many mocks there are. */
export function routeTable(api: {
  readonly routes: Routes;
  readonly servers: readonly { readonly url: string }[];
}): RouteTable {
  let table = tables.get(api);
  if (table === undefined) {
    table = buildTable(Object.values(api.routes), api.servers);
    tables.set(api, table);
  }
  return table;
}

function buildTable(routes: readonly Route[], servers: readonly { readonly url: string }[]): RouteTable {
  const operations = new Map<string, Operation>();
  const entries = new Map<string, { byMethod: Map<string, Operation>; allow: string[] }>();
  for (const route of routes) {
    const operation = compile(route);
    operations.set(operation.operationId, operation);
    for (const prefix of prefixes(route.servers ?? servers)) {
      const path = `${prefix}${route.path}`.replace(/\{([^}]+)\}/g, ":$1");
      const entry = entries.get(path) ?? { byMethod: new Map<string, Operation>(), allow: [] };
      entry.byMethod.set(operation.method, operation);
      if (operation.method === "GET") entry.byMethod.set("HEAD", operation);
      entry.allow = [...entry.byMethod.keys()].sort();
      entries.set(path, entry);
    }
  }
  const router = new SmartRouter<PathEntry>({ routers: [new RegExpRouter(), new TrieRouter()] });
  for (const [path, entry] of entries) router.add("ALL", path, entry);
  return { operations, find: (path) => find(router, path) };
}

function find(router: SmartRouter<PathEntry>, path: string): Match | undefined {
  const [matches, stash] = router.match("GET", path);
  const first = matches[0];
  if (first === undefined) return undefined;
  const [entry, found] = first;
  const params: Record<string, string> = {};
  for (const name in found) {
    const value = found[name];
    if (typeof value === "string") params[name] = value;
    else if (typeof value === "number") params[name] = stash?.[value] ?? "";
  }
  return { entry, params };
}

/** The paths of server addresses, without a closing slash: `https://host/v1` gives "/v1". And none: a client's base URL takes their place. */
function prefixes(servers: readonly { readonly url: string }[]): string[] {
  const paths = servers.map(({ url }) => new URL(url, "http://relative.invalid").pathname.replace(/\/$/, ""));
  return [...new Set([...paths, ""])];
}

function compile(route: Route): Operation {
  const body = route.request?.body;
  return {
    operationId: route.operationId,
    method: route.method.toUpperCase(),
    path: route.path,
    tags: route.tags ?? [],
    answers: new Map(
      Object.entries(route.responses).map(([status, response]) => [Number(status), declaredAnswer(response)]),
    ),
    query: parser(route.request?.query),
    params: parser(route.request?.params),
    schemes: (route.security ?? []).flatMap((scheme) => Object.keys(scheme)),
    body: body && { required: body.required === true, contents: bodyContents(body.content) },
  };
}

type Content = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Content => typeof value === "object" && value !== null;

function parser(schema: unknown): (Parser & z.core.$ZodType) | undefined {
  return isObject(schema) && typeof schema.safeParse === "function" ? (schema as never) : undefined;
}

function bodyContents(content: object): Map<string, Parser> {
  const contents = new Map<string, Parser>();
  for (const [type, media] of Object.entries(content)) {
    const schema = isObject(media) ? parser(media.schema) : undefined;
    if (schema !== undefined) contents.set(type, schema);
  }
  return contents;
}

function declaredAnswer(response: unknown): DeclaredAnswer {
  const { content, headers } = isObject(response) ? response : {};
  const contents = new Map(
    Object.entries(isObject(content) ? content : {}).map(([type, media]) => [type, declaredMedia(media)]),
  );
  const requiredHeaders = new Map<string, string | undefined>();
  for (const [name, header] of Object.entries(isObject(headers) ? headers : {})) {
    if (!isObject(header) || header.required !== true) continue;
    requiredHeaders.set(name.toLowerCase(), header.example === undefined ? undefined : String(header.example));
  }
  return { contents, requiredHeaders };
}

function declaredMedia(media: unknown): { readonly schema: Parser; readonly example: unknown } {
  const { schema, example, examples } = isObject(media) ? media : {};
  const first = isObject(examples) ? Object.values(examples)[0] : undefined;
  return { schema: strictLater(schema), example: example ?? (isObject(first) ? first.value : undefined) };
}

/** Answers checked by the interpreter before the schema is compiled: a test that makes a few requests does not pay for it. */
const COMPILE_AFTER = 32;

/** Made strict when first used: most statuses of most operations never are. */
function strictLater(schema: unknown): Parser {
  let made: z.ZodType | undefined;
  let uses = 0;
  return {
    safeParse: (value, params) => {
      made ??= strictSchema(zodSchema(schema)) as z.ZodType;
      uses += 1;
      if (uses === COMPILE_AFTER) made = z.compile(made);
      return made.safeParse(value, params);
    },
  };
}

function zodSchema(schema: unknown): z.core.$ZodType {
  const found = parser(schema);
  if (found !== undefined) return found;
  throw new TypeError("A response declares content without a zod schema, so its answers cannot be checked.");
}
