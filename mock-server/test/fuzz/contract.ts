// The emitted OpenAPI document as the fuzz reads it: which operation a request belongs to, and whether ajv finds its input missing or invalid.
import type { ValidateFunction } from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export type Json = { readonly [key: string]: unknown };
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly integer: boolean;
  readonly schema: Json;
  readonly validate: ValidateFunction;
}

export interface Operation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** With each prefix under which it is answered: `/v1/api-keys/{id}`. */
  readonly paths: readonly string[];
  readonly parameters: readonly Parameter[];
  /** By media type; empty where it takes no body. */
  readonly bodies: ReadonlyMap<string, { readonly schema: Json; readonly validate: ValidateFunction }>;
  /** Names of the security schemes, any of which opens it; empty where anybody may call. */
  readonly schemes: readonly string[];
  readonly statuses: readonly number[];
}

/** All operations of one path. */
export interface PathOperations {
  readonly byMethod: ReadonlyMap<string, Operation>;
  /** Path parameters, still percent-encoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** One thing that is wrong with input, and where. */
export interface Fault {
  readonly kind: "missing" | "invalid";
  readonly in: "path" | "query" | "body";
  readonly path: readonly string[];
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export class Contract {
  readonly document: Json;
  readonly #trailingSlash: boolean;
  readonly operations: readonly Operation[];
  readonly #patterns: readonly { readonly pattern: RegExp; readonly names: readonly string[]; readonly path: string }[];
  readonly #byPath = new Map<string, Map<string, Operation>>();
  readonly #responses: ReadonlyMap<string, Json>;

  /**
   * With `trailingSlash` a path is the same with a slash at its end; `email` is what counts as one, where the document's
   * `format` leaves it open.
   */
  constructor(
    document: unknown,
    { trailingSlash = false, email }: { readonly trailingSlash?: boolean; readonly email?: RegExp } = {},
  ) {
    if (!isJson(document)) throw new TypeError("A contract is an OpenAPI document.");
    this.document = document;
    this.#trailingSlash = trailingSlash;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    if (email !== undefined) ajv.addFormat("email", email);
    ajv.addSchema({ $id: "document", components: { schemas: anchored(at(at(document, "components"), "schemas")) } });
    const compile = (schema: unknown) => ajv.compile(anchored(schema) as Json);
    this.operations = Object.entries(at(document, "paths")).flatMap(([path, item]) =>
      METHODS.filter((method) => isJson(item) && isJson(item[method])).map((method) =>
        readOperation(path, method, at(item, method), document.servers, compile),
      ),
    );
    this.#responses = new Map(
      Object.values(at(document, "paths"))
        .flatMap((item) => Object.values(isJson(item) ? item : {}))
        .filter(isJson)
        .flatMap((operation) =>
          Object.entries(at(operation, "responses")).map(([status, response]): [string, Json] => [
            `${String(operation.operationId)} ${status}`,
            isJson(response) ? response : {},
          ]),
        ),
    );
    for (const operation of this.operations) {
      for (const path of operation.paths) {
        const there = this.#byPath.get(path) ?? new Map<string, Operation>();
        there.set(operation.method, operation);
        this.#byPath.set(path, there);
      }
    }
    this.#patterns = [...this.#byPath.keys()]
      .map((path) => ({
        path,
        names: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? ""),
        pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "([^/]+)")}$`),
      }))
      .sort((a, b) => a.names.length - b.names.length);
  }

  operation(operationId: string): Operation {
    const found = this.operations.find((operation) => operation.operationId === operationId);
    if (found === undefined) throw new RangeError(`The document has no operation "${operationId}".`);
    return found;
  }

  /** Each path with its operations. */
  paths(): IterableIterator<[path: string, byMethod: ReadonlyMap<string, Operation>]> {
    return this.#byPath.entries();
  }

  /** The path as the document writes it. */
  canonical(pathname: string): string {
    return this.#trailingSlash && pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
  }

  /** The operations whose path this is; undefined where there is none. */
  find(given: string): PathOperations | undefined {
    const pathname = this.canonical(given);
    for (const { pattern, names, path } of this.#patterns) {
      const match = pattern.exec(pathname);
      if (match === null) continue;
      const params = Object.fromEntries(names.map((name, i) => [name, match[i + 1] ?? ""]));
      return { byMethod: this.#byPath.get(path) ?? new Map(), params };
    }
    return undefined;
  }

  /** What the document says of an answer; undefined where it does not declare it. */
  response(operationId: string, status: number): Json | undefined {
    return this.#responses.get(`${operationId} ${status}`);
  }

  /** The same for an answer that belongs to no operation. */
  unrouted(status: number): Json | undefined {
    const response = at(this.document, "x-unrouted-responses")[String(status)];
    return isJson(response) ? response : undefined;
  }

  /** The first example of an answer; undefined where it has no body. */
  example(operationId: string, status: number): unknown {
    const [media] = Object.values(at(this.response(operationId, status), "content"));
    if (!isJson(media)) return undefined;
    const [first] = Object.values(at(media, "examples"));
    return media.example ?? (isJson(first) ? first.value : undefined);
  }

  /** Follows `$ref`. */
  resolve(schema: Json): Json {
    const { $ref } = schema;
    if (typeof $ref !== "string") return schema;
    const found = $ref
      .replace(/^#\//, "")
      .split("/")
      .reduce<unknown>((node, key) => at(node, key), this.document);
    return this.resolve(isJson(found) ? found : {});
  }
}

/** What a path holds after decoding; as it came where it cannot be decoded. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What ajv finds wrong with path and query. A parameter that is given twice is no single value. */
export function parameterFaults(
  operation: Operation,
  params: Readonly<Record<string, string>>,
  query: URLSearchParams,
): Fault[] {
  return operation.parameters.flatMap((parameter): Fault[] => {
    const { name, required, integer, validate } = parameter;
    if (parameter.in === "header") return [];
    const fault = (kind: Fault["kind"]): Fault[] => [{ kind, in: parameter.in as Fault["in"], path: [name] }];
    const values = parameter.in === "path" ? [decoded(params[name] ?? "")] : query.getAll(name);
    const [text] = values;
    if (text === undefined) return required ? fault("missing") : [];
    if (values.length > 1) return fault("invalid");
    // What a double cannot hold exactly is out of range for every reader of JSON, stated or not (RFC 8259, section 6).
    if (integer && !(/^[0-9]+$/.test(text) && Number.isSafeInteger(Number(text)))) return fault("invalid");
    return validate(integer ? Number(text) : text) ? [] : fault("invalid");
  });
}

/** What ajv finds wrong with a body. */
export function bodyFaults(operation: Operation, type: string, body: unknown): Fault[] {
  const content = operation.bodies.get(type);
  if (content === undefined || content.validate(body)) return [];
  return (content.validate.errors ?? []).map(({ keyword, instancePath, params }) => {
    const path = instancePath.split("/").slice(1).map(unescaped);
    if (keyword === "required") return { kind: "missing", in: "body", path: [...path, String(params.missingProperty)] };
    return { kind: "invalid", in: "body", path };
  });
}

const unescaped = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

function at(node: unknown, key: string): Json {
  if (!isJson(node)) return {};
  const inner = node[key];
  return isJson(inner) ? inner : {};
}

function readOperation(
  path: string,
  method: string,
  operation: Json,
  servers: unknown,
  compile: (schema: unknown) => ValidateFunction,
): Operation {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isJson) : [];
  const security = Array.isArray(operation.security) ? operation.security.filter(isJson) : [];
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase(),
    paths: prefixes(operation.servers ?? servers).map((prefix) => `${prefix}${path}`),
    parameters: parameters.map((parameter) => ({
      name: String(parameter.name),
      in: parameter.in as Parameter["in"],
      required: parameter.required === true,
      integer: at(parameter, "schema").type === "integer",
      schema: at(parameter, "schema"),
      validate: compile(parameter.schema),
    })),
    bodies: new Map(
      Object.entries(at(at(operation, "requestBody"), "content")).map(([type, media]) => {
        const schema = at(media, "schema");
        return [type, { schema, validate: compile(schema) }];
      }),
    ),
    schemes: security.flatMap((one) => Object.keys(one)),
    statuses: Object.keys(at(operation, "responses")).map(Number),
  };
}

function prefixes(servers: unknown): string[] {
  const urls = Array.isArray(servers) ? servers.filter(isJson).map(({ url }) => String(url)) : [""];
  return [...new Set(urls.map((url) => new URL(url, "http://relative.invalid").pathname.replace(/\/$/, "")))];
}

/** `#/components/...` leads into the document wherever a schema is compiled. */
function anchored(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(anchored);
  if (!isJson(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([word, value]) =>
      word === "$ref" && typeof value === "string" && value.startsWith("#/")
        ? [word, `document${value}`]
        : [word, anchored(value)],
    ),
  );
}
