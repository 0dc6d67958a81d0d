// An independent judge of traffic: ajv on an emitted document, made strict. It never sees the zod schemas the document came from.
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** One answer as it was received. `body` is the parsed JSON, the text of any other type, or undefined where there was no body. */
export interface JudgedResponse {
  readonly method: string;
  /** Path without origin and query, such as `/api/v1/api_keys`. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers | Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One request as it was sent. `url` may be absolute or start at the path. */
export interface JudgedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers | Readonly<Record<string, string>>;
  /** The parsed JSON or form, or undefined where there was no body. */
  readonly body?: unknown;
}

/** `operationId` is undefined where no operation matches; `problems` is empty where all is well. */
export interface Verdict {
  readonly operationId: string | undefined;
  readonly problems: readonly string[];
}

export interface Judge {
  /** Status, declared headers, content type and body against the operation's declared answer, extra fields refused. */
  response(response: JudgedResponse): Verdict;
  /** Path, query, body and credentials against the operation; unknown parameters and fields are refused. */
  request(request: JudgedRequest): Verdict;
  /** Every `[operationId, status]` that the document declares, in its order. */
  declared(): readonly (readonly [operationId: string, status: number])[];
}

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const nodeAt = (value: unknown, key: string): Node => (isNode(value) && isNode(value[key]) ? value[key] : {});
const methodsOf = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly integer: boolean;
  readonly validate: ValidateFunction;
}

interface Answer {
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly integer: boolean;
    readonly validate: ValidateFunction;
  }[];
  readonly contents: readonly { readonly type: string; readonly validate: ValidateFunction }[];
}

interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** Path prefixes of the servers it lives on, the longest first, and none: a client's base URL may replace them all. */
  readonly prefixes: readonly string[];
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly contents: Answer["contents"] } | undefined;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly answers: ReadonlyMap<number, Answer>;
}

/**
 * Compiles a document into a judge. Needs `ajv` and `ajv-formats`.
 *
 * @param document An OpenAPI 3.1 document, parsed, such as `@terminus-hub/spec/openapi/terminus-hub.json`.
 * @example
 * const judge = createJudge(document);
 * judge.response({ method: "GET", path: "/api/v1/workspaces", status: 200, headers, body }).problems; // []
 */
export function createJudge(document: unknown): Judge {
  if (!isNode(document)) throw new TypeError("createJudge needs an OpenAPI document, parsed into an object.");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "document", components: { schemas: strictComponents(document) } });

  const compile = (schema: unknown) => ajv.compile(anchored(strict(schema)) as object);
  const shared = serverPrefixes(document.servers);
  const schemes = nodeAt(nodeAt(document, "components"), "securitySchemes");
  const operations = Object.entries(nodeAt(document, "paths")).flatMap(([path, item]) =>
    methodsOf
      .filter((method) => isNode(item) && isNode(item[method]))
      .map((method) => operationOf(path, method, nodeAt(item, method), shared, compile)),
  );
  const unrouted = answersOf(nodeAt(document, "x-unrouted-responses"), compile);

  /** The operation a path belongs to; a literal segment beats a parameter. HEAD is judged as GET. */
  const find = (method: string, path: string): Operation | undefined => {
    const wanted = method.toLowerCase() === "head" ? "get" : method.toLowerCase();
    return operations
      .filter(
        (operation) =>
          operation.method === wanted &&
          operation.prefixes.some((prefix) => operation.pattern.test(without(prefix, path))),
      )
      .sort((a, b) => a.names.length - b.names.length)[0];
  };

  return {
    declared: () =>
      operations.flatMap(({ operationId, answers }) =>
        [...answers.keys()].map((status) => [operationId, status] as const),
      ),
    response({ method, path, status, headers, body }) {
      const operation = find(method, path);
      const answer = operation ? operation.answers.get(status) : unrouted.get(status);
      const where = operation ? operation.operationId : "a request of no operation";
      if (!answer) return { operationId: operation?.operationId, problems: [`${where} declares no status ${status}`] };
      const problems = [...headerProblems(answer, new Headers(headers))];
      if (method.toUpperCase() === "HEAD") {
        if (body !== undefined) problems.push("an answer to HEAD has a body");
      } else problems.push(...bodyProblems(answer, new Headers(headers), body));
      return {
        operationId: operation?.operationId,
        problems: problems.map((problem) => `${where} ${status}: ${problem}`),
      };
    },
    request({ method, url, headers, body }) {
      const { pathname, searchParams } = new URL(url, "http://judge.invalid");
      const operation = find(method, pathname);
      if (!operation)
        return { operationId: undefined, problems: [`no operation has ${method.toUpperCase()} ${pathname}`] };
      const given = new Headers(headers);
      const problems = [
        ...parameterProblems(operation, pathname, searchParams, given),
        ...requestBodyProblems(operation, given, body),
        ...credentialProblems(operation, schemes, given),
      ];
      return {
        operationId: operation.operationId,
        problems: problems.map((problem) => `${operation.operationId}: ${problem}`),
      };
    },
  };
}

/** Path prefixes of servers (`/v1` of `https://host/v1`), the longest first, and none. */
function serverPrefixes(servers: unknown): string[] {
  const paths = (Array.isArray(servers) ? servers.filter(isNode) : []).map(({ url }) =>
    new URL(String(url), "http://judge.invalid").pathname.replace(/\/$/, ""),
  );
  return [...new Set([...paths, ""])].sort((a, b) => b.length - a.length);
}

const without = (prefix: string, path: string) =>
  prefix !== "" && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;

function operationOf(
  path: string,
  method: string,
  operation: Node,
  shared: readonly string[],
  compile: (schema: unknown) => ValidateFunction,
): Operation {
  const names: string[] = [];
  const pattern = path
    .split(/\{([^}]+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(part);
      return "([^/]+)";
    })
    .join("");
  const parameters = (Array.isArray(operation.parameters) ? operation.parameters.filter(isNode) : []).map(
    (parameter) => ({
      name: String(parameter.name),
      in: String(parameter.in),
      required: parameter.required === true,
      integer: isInteger(parameter.schema),
      validate: compile(parameter.schema),
    }),
  );
  const body = isNode(operation.requestBody) ? operation.requestBody : undefined;
  return {
    operationId: String(operation.operationId),
    method,
    prefixes: operation.servers === undefined ? shared : serverPrefixes(operation.servers),
    pattern: new RegExp(`^${pattern}$`),
    names,
    parameters,
    body: body && { required: body.required === true, contents: contentsOf(body, compile) },
    security: Array.isArray(operation.security) ? operation.security.filter(isNode) : [],
    answers: answersOf(nodeAt(operation, "responses"), compile),
  };
}

const isInteger = (schema: unknown) => isNode(schema) && schema.type === "integer";

function answersOf(responses: Node, compile: (schema: unknown) => ValidateFunction): Map<number, Answer> {
  return new Map(
    Object.entries(responses).map(([status, response]) => [
      Number(status),
      {
        headers: Object.entries(nodeAt(response, "headers")).map(([name, header]) => {
          const schema = nodeAt(header, "schema");
          const required = isNode(header) && header.required === true;
          return { name, required, integer: isInteger(schema), validate: compile(schema) };
        }),
        contents: isNode(response) ? contentsOf(response, compile) : [],
      },
    ]),
  );
}

const contentsOf = (carrier: Node, compile: (schema: unknown) => ValidateFunction): Answer["contents"] =>
  Object.entries(nodeAt(carrier, "content")).map(([type, media]) => ({
    type,
    validate: compile(nodeAt(media, "schema")),
  }));

function headerProblems(answer: Answer, headers: Headers): string[] {
  return answer.headers.flatMap(({ name, required, integer, validate }) => {
    const value = headers.get(name);
    if (value === null && !required) return [];
    if (value === null) return [`the header "${name}" is missing`];
    return validate(integer ? Number(value) : value) ? [] : schemaErrors(validate, `header ${name}`);
  });
}

function bodyProblems(answer: Answer, headers: Headers, body: unknown): string[] {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (answer.contents.length === 0) {
    return [
      ...(body === undefined || body === "" ? [] : ["a body where none is declared"]),
      ...(type === undefined ? [] : [`a Content-Type "${type}" where no body is declared`]),
    ];
  }
  const content = answer.contents.find((candidate) => candidate.type === type);
  if (!content)
    return [
      `the Content-Type is "${type ?? "absent"}", declared is ${answer.contents.map((each) => `"${each.type}"`).join(" or ")}`,
    ];
  return content.validate(body) ? [] : schemaErrors(content.validate, "body");
}

function parameterProblems(operation: Operation, path: string, query: URLSearchParams, headers: Headers): string[] {
  const problems: string[] = [];
  const prefix = operation.prefixes.find((candidate) => operation.pattern.test(without(candidate, path))) ?? "";
  const values = operation.pattern.exec(without(prefix, path))?.slice(1) ?? [];
  const known = new Set(operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name));
  for (const name of new Set(query.keys()))
    if (!known.has(name)) problems.push(`the query parameter "${name}" is not declared`);
  for (const parameter of operation.parameters) {
    const { name, required, integer, validate } = parameter;
    const raw =
      parameter.in === "path"
        ? values[operation.names.indexOf(name)]
        : parameter.in === "query"
          ? query.getAll(name)
          : headers.get(name);
    const text = Array.isArray(raw) ? raw[0] : (raw ?? undefined);
    if (Array.isArray(raw) && raw.length > 1)
      problems.push(`the query parameter "${name}" is given ${raw.length} times`);
    if (text === undefined) {
      if (required) problems.push(`the ${parameter.in} parameter "${name}" is missing`);
      continue;
    }
    const value = parameter.in === "path" ? decodeURIComponent(text) : text;
    if (!validate(integer && /^-?[0-9]+$/.test(value) ? Number(value) : value))
      problems.push(...schemaErrors(validate, `${parameter.in} ${name}`));
  }
  return problems;
}

function requestBodyProblems({ body }: Operation, headers: Headers, given: unknown): string[] {
  if (!body) return given === undefined ? [] : ["a body where none is declared"];
  if (given === undefined) return body.required ? ["the body is missing"] : [];
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const content = body.contents.find((candidate) => candidate.type === type);
  if (!content)
    return [
      `the Content-Type is "${type ?? "absent"}", declared is ${body.contents.map((each) => `"${each.type}"`).join(" or ")}`,
    ];
  return content.validate(given) ? [] : schemaErrors(content.validate, "body");
}

function credentialProblems({ security }: Operation, schemes: Node, headers: Headers): string[] {
  if (
    security.length === 0 ||
    security.some((one) => Object.keys(one).every((name) => carries(nodeAt(schemes, name), headers)))
  )
    return [];
  return [`no credential of ${security.map((one) => Object.keys(one).join(" and ")).join(", or of ")}`];
}

function carries(scheme: Node, headers: Headers): boolean {
  if (scheme.type === "http")
    return new RegExp(`^${String(scheme.scheme)} .+`, "i").test(headers.get("authorization") ?? "");
  if (scheme.in === "cookie")
    return (headers.get("cookie") ?? "").split(/; */).some((pair) => pair.startsWith(`${String(scheme.name)}=`));
  return headers.has(String(scheme.name));
}

const schemaErrors = (validate: ValidateFunction, what: string) =>
  (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = params.unevaluatedProperty ?? params.additionalProperty;
    return `${what}${instancePath} ${message}${extra === undefined ? "" : ` ("${extra}")`}`;
  });

/**
 * The components, closed: an object with properties takes no others. A part of an `allOf` must stay open, so a component that is
 * extended gets an open twin, `<name>.open`, and the extension is closed as a whole.
 */
function strictComponents(document: Node): Record<string, unknown> {
  const schemas = nodeAt(nodeAt(document, "components"), "schemas");
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]) => [
      [name, anchored(strict(schema))],
      [`${name}.open`, anchored(strict(schema, false))],
    ]),
  );
}

/** Closes every object that lists its properties, at any depth; with `close` false all but the outermost. */
function strict(schema: unknown, close = true): unknown {
  if (Array.isArray(schema)) return schema.map((part) => strict(part));
  if (!isNode(schema)) return schema;
  const closed: Record<string, unknown> = {};
  for (const [word, value] of Object.entries(schema)) {
    if (word === "properties" || word === "patternProperties") {
      closed[word] = Object.fromEntries(
        Object.entries(nodeAt(schema, word)).map(([name, part]) => [name, strict(part)]),
      );
    } else if (word === "allOf" && Array.isArray(value))
      closed[word] = value.map((part) => strict(openTwin(part), false));
    else if (
      word === "items" ||
      word === "additionalProperties" ||
      word === "anyOf" ||
      word === "oneOf" ||
      word === "not"
    )
      closed[word] = strict(value);
    else closed[word] = value;
  }
  const lists = "properties" in schema || "allOf" in schema;
  if (close && lists && !("additionalProperties" in schema)) closed.unevaluatedProperties = false;
  return closed;
}

const openTwin = (part: unknown) =>
  isNode(part) && typeof part.$ref === "string" ? { ...part, $ref: `${part.$ref}.open` } : part;

/** `#/components/...` leads into the document wherever the schema is compiled. */
function anchored(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(anchored);
  if (!isNode(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([word, value]) =>
      word === "$ref" && typeof value === "string" && value.startsWith("#/")
        ? [word, `document${value}`]
        : [word, anchored(value)],
    ),
  );
}
