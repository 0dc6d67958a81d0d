// The model that the generator makes of a document: resources with their methods, routes, and the secrets.
import { methodName, resourceName } from "./method-name.js";
import { type Document, type OperationObject, type Parameter, resolve, type Schema } from "./openapi.js";

/** What a method sends. */
interface RequestBody {
  readonly schema: Schema;
  /** Whether there has to be a body at all. */
  readonly required: boolean;
  /** Whether a body has to have some field. */
  readonly needed: boolean;
  readonly example: unknown;
}

/** One method of one resource. */
export interface Operation {
  readonly id: string;
  readonly name: string;
  readonly verb: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly certainty: string;
  readonly deprecated: boolean;
  readonly pathParams: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly body: RequestBody | undefined;
  /** The schema of the success, `undefined` where it has no body, and for every delete. */
  readonly success: Schema | undefined;
  /** Declared failures, in order, each with its description. */
  readonly failures: readonly { readonly status: number; readonly description: string }[];
  /** The way to count pages, the schema of one item and the name of its id, for a list. */
  readonly list: { readonly paging: string; readonly item: Schema; readonly id: string } | undefined;
}

export interface ResourceModel {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

const JSON_TYPE = "application/json";
const VERBS = ["get", "head", "post", "put", "patch", "delete"];

/** Names that a resource or a client has for itself. */
const TAKEN = new Set(["call", "paginate", "constructor", "fetch", "transport", "withOptions", "toJSON"]);

/**
 * Recognises a list by its envelope and its query: numbered pages, pages by offset, or everything at once (the answer of
 * a method called `list` that holds one array).
 */
function listOf(
  document: Document,
  name: string,
  success: Schema | undefined,
  query: readonly Parameter[],
): Operation["list"] {
  const properties = resolve(document, success)?.properties ?? {};
  const asks = (parameter: string) => query.some((candidate) => candidate.name === parameter);
  const [array, ...more] = Object.entries(properties).filter(([, { items }]) => items);
  const item = array?.[1].items;
  if (!item || more.length) return undefined;
  const field = JSON.stringify(array[0]);
  const fields = Object.keys(resolve(document, item)?.properties ?? {});
  const id = fields.find((candidate) => /^id$|Id$/.test(candidate)) ?? "id";
  if (properties.has_more && properties.total_count && asks("page")) return { paging: "pageNumber", item, id };
  const offset = ["skip", "offset"].find(asks);
  if (offset && properties.total && asks("limit")) return { paging: `itemOffset(${field}, "${offset}")`, item, id };
  return name === "list" ? { paging: `allAtOnce(${field})`, item, id } : undefined;
}

function operationOf(document: Document, path: string, verb: string, tag: string, source: OperationObject): Operation {
  const parameters = source.parameters ?? [];
  const query = parameters.filter((parameter) => parameter.in === "query");
  const statuses = Object.keys(source.responses)
    .map(Number)
    .sort((a, b) => a - b);
  const contents = statuses.filter((s) => s < 300).map((s) => source.responses[s]?.content?.[JSON_TYPE]?.schema);
  // A repeated delete that finds nothing counts as done, and then there is no such body: none is promised.
  const success = verb === "delete" ? undefined : contents.find(Boolean);
  const body = source.requestBody?.content?.[JSON_TYPE];
  const name = source["x-sdk-method"] ?? methodName(source.operationId, tag);
  return {
    id: source.operationId,
    name,
    verb: verb.toUpperCase(),
    path,
    summary: source.summary ?? source.operationId,
    description: source.description ?? "",
    certainty: source["x-provenance"]?.status ?? "",
    deprecated: source.deprecated ?? false,
    pathParams: parameters.filter((parameter) => parameter.in === "path"),
    query,
    body: body?.schema && {
      schema: body.schema,
      required: source.requestBody?.required ?? false,
      needed: (resolve(document, body.schema)?.required ?? []).length > 0,
      example: body.example,
    },
    success,
    failures: statuses
      .filter((status) => status >= 400)
      .map((status) => ({ status, description: source.responses[status]?.description ?? "" })),
    list: listOf(document, name, success, query),
  };
}

/** Resources in the order of the tags, methods in the order of the paths; a name that is taken fails. */
export function readResources(document: Document): ResourceModel[] {
  const found = Object.entries(document.paths).flatMap(([path, item]) =>
    VERBS.flatMap((verb) => {
      const source = item[verb];
      const tag = source?.tags?.[0];
      if (!source) return [];
      if (!tag)
        throw new Error(`The operation "${source.operationId}" has no tag, so no resource can hold it. Add one.`);
      return { tag, operation: operationOf(document, path, verb, tag, source) };
    }),
  );
  const tags = [...new Set([...(document.tags ?? []).map(({ name }) => name), ...found.map(({ tag }) => tag)])];
  const resources = tags.map((tag) => ({
    name: resourceName(tag),
    description: document.tags?.find(({ name }) => name === tag)?.description ?? tag,
    operations: found.filter((entry) => entry.tag === tag).map(({ operation }) => operation),
  }));
  refuseCollisions("client", resources);
  for (const { name, operations } of resources) refuseCollisions(name, operations);
  return resources.filter(({ operations }) => operations.length > 0);
}

function refuseCollisions(owner: string, members: readonly { name: string; id?: string }[]): void {
  const seen = new Set(TAKEN);
  for (const { name, id } of members) {
    if (seen.has(name)) {
      throw new Error(
        `The name "${name}"${id ? ` of the operation "${id}"` : ""} is taken in "${owner}". Set x-sdk-method.`,
      );
    }
    seen.add(name);
  }
}

/** Paths that live on a server of their own, or that take other credentials than most. */
export interface RouteModel {
  readonly server: string | undefined;
  /** Names of the security schemes, the preferred first; none where no credential goes. */
  readonly schemes: readonly string[];
  readonly paths: readonly string[];
}

/** Empty where every operation goes to the same place with the same credentials. */
export function readRoutes(document: Document): RouteModel[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    VERBS.flatMap((verb) => (item[verb] ? [{ path, source: item[verb] }] : [])),
  );
  const groups = new Map<string, { server: string | undefined; schemes: string[]; paths: Set<string> }>();
  for (const { path, source } of operations) {
    const server = source.servers?.[0]?.url;
    if (!server && source.security?.length !== 0) continue;
    const schemes = (source.security ?? []).flatMap((requirement) => Object.keys(requirement));
    const key = JSON.stringify([server, schemes]);
    const group = groups.get(key) ?? { server, schemes, paths: new Set() };
    groups.set(key, group);
    group.paths.add(path);
  }
  const routes = [...groups.values()].map(({ paths, ...rest }) => ({ ...rest, paths: [...paths] }));
  const all = routes.flatMap(({ paths }) => paths);
  const twice = all.find((path, index) => all.indexOf(path) !== index);
  if (twice) throw new Error(`The operations of "${twice}" differ in server or security, which one path cannot.`);
  return routes;
}

/** What every key of the API starts with: the prefix that the form of the key has on its security scheme. */
export function keyPrefix(document: Document): string {
  const forms = Object.values(document.components?.securitySchemes ?? {}).flatMap(
    (scheme) => scheme["x-key-form"] ?? [],
  );
  const [form] = forms;
  if (!form || forms.length > 1) {
    throw new Error(
      `${document.info.title} has ${forms.length} security schemes with x-key-form. Give it to the one that carries the key, in security.ts of the API.`,
    );
  }
  return form.prefix;
}

/** The names of all fields that hold a secret, sorted. */
export function secretFields(document: Document): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, schema] of Object.entries((node as Schema).properties ?? {})) {
      if (schema["x-secret"]) names.add(name);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(document);
  return [...names].sort();
}
