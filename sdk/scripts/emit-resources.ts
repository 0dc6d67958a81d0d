// Writes the resource classes: for each operation one method of one statement, typed and documented by the spec.
import type { ApiRow } from "./apis.js";
import { keyPrefix, type Operation, type RouteModel, readResources, readRoutes, secretFields } from "./document.js";
import { upper } from "./method-name.js";
import { type Document, refName, type Schema } from "./openapi.js";

/** The error class for a declared status; the core's table, as types. `several`: it stands for more than one. */
const KINDS: readonly (readonly [name: string, test: (status: number) => boolean, several: boolean])[] = [
  ["InvalidRequestError", (status) => [400, 413, 415, 422].includes(status), true],
  ["AuthenticationError", (status) => status === 401, false],
  ["PermissionDeniedError", (status) => status === 403, false],
  ["NotFoundError", (status) => status === 404, false],
  ["ConflictError", (status) => status === 409, false],
  ["RateLimitError", (status) => status === 429, false],
  ["ServerError", (status) => status >= 500, true],
];

/** Error classes with the statuses that lead to them here. */
export function errorKinds({ failures }: Operation): { name: string; several: boolean; statuses: number[] }[] {
  return KINDS.map(([name, test, several]) => {
    const statuses = failures.map(({ status }) => status).filter(test);
    return { name, several, statuses };
  }).filter(({ statuses }) => statuses.length > 0);
}

function typeOf(schema: Schema | undefined, inline: string): string {
  return refName(schema) ?? inline;
}

/** What is sent may hold `undefined` in place of what is left out; answers hold no such thing. */
const LOOSE = `
/** What a caller gives: a field that may be left out may be \`undefined\` too. */
type Loose<T> = T extends object ? { [K in keyof T]: undefined extends T[K] ? Loose<T[K]> | undefined : Loose<T[K]> } : T;
`;

export function successType({ id, success }: Operation): string {
  return success ? typeOf(success, `operations["${id}"]["responses"][200]["content"]["application/json"]`) : "void";
}

function bodyType({ id, body }: Operation): string {
  return typeOf(body?.schema, `Loose<NonNullable<operations["${id}"]["requestBody"]>["content"]["application/json"]>`);
}

function comment(lines: readonly string[], indent: string): string {
  const text = lines.flatMap((line) => line.split("\n")).map((line) => line.replaceAll("*/", "* /"));
  return [`${indent}/**`, ...text.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

/** A value as a person would write it. */
function literal(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const entries = Object.entries(value).map(
    ([name, child]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${literal(child)}`,
  );
  return entries.length ? `{ ${entries.join(", ")} }` : "{}";
}

/** A call that is made up would be wrong for whoever copies it. */
function withoutExample(row: ApiRow, { id }: Operation, what: string): string {
  return `${id} (spec/src/${row.name}) has no example of ${what}. Add it: see CONTRIBUTING.md#an-endpoint.`;
}

/** How a caller would write the call, from the spec's own examples. */
export function exampleCall(row: ApiRow, resource: string, operation: Operation): string {
  const args = operation.pathParams.map(({ name, example, schema }) => {
    const value = example ?? schema?.example;
    if (value === undefined) throw new Error(withoutExample(row, operation, `the parameter ${name}`));
    return JSON.stringify(value);
  });
  if (operation.body) {
    const { example, needed } = operation.body;
    if (example === undefined && needed) throw new Error(withoutExample(row, operation, "its body"));
    args.push(literal(example ?? {}));
  }
  const call = `${row.variable}.${resource}.${operation.name}(${args.join(", ")})`;
  if (operation.list) return `for await (const item of ${call}) console.log(item.${operation.list.id});`;
  return operation.success ? `const result = await ${call};` : `await ${call};`;
}

/** Parameters as the method declares them. */
export function parameters(operation: Operation): string[] {
  const { pathParams, body, query, list } = operation;
  const required = query.some((parameter) => parameter.required);
  return [
    ...pathParams.map(({ name }) => `${name}: string`),
    ...(body ? [`body${body.required ? "" : "?"}: ${bodyType(operation)}`] : []),
    ...(query.length ? [`query${required ? "" : "?"}: ${upper(operation.id)}Query`] : []),
    `options?: ${list ? "ListOptions" : "RequestOptions"}`,
  ];
}

export function returnType(operation: Operation): string {
  const error = `${upper(operation.id)}Error`;
  const { list } = operation;
  const page = successType(operation);
  return list ? `List<${typeOf(list.item, `${page}["items"][number]`)}, ${page}, ${error}>` : `Call<${page}, ${error}>`;
}

function statement(operation: Operation): string {
  const { pathParams, body, query, list, verb, path, success } = operation;
  const params = pathParams.length ? `{ ${pathParams.map(({ name }) => name).join(", ")} }` : "";
  const ref = JSON.stringify(path);
  const asked = query.length ? "query" : "undefined";
  if (list) return `return this.paginate(${list.paging}, ${ref}, ${asked}, options${params && `, ${params}`});`;
  const inside = [params && `path: ${params}`, query.length ? "query" : ""].filter(Boolean).join(", ");
  const input = [inside && `params: { ${inside} }`, body ? "body" : ""].filter(Boolean).join(", ");
  return `return this.call("${verb}", ${ref}, ${input ? `{ ${input} }` : "{}"}, options${success ? "" : ", false"});`;
}

function method(row: ApiRow, resource: string, operation: Operation): string {
  const docs = [
    `${operation.summary}: \`${operation.verb} ${operation.path}\``,
    ...(operation.description ? ["", operation.description] : []),
    ...(operation.certainty === "inferred" ? ["", "The operation's path is inferred, not documented."] : []),
    "",
    ...operation.pathParams.map(({ name, description }) => `@param ${name} ${description ?? ""}`),
    "@example",
    exampleCall(row, resource, operation),
    ...errorKinds(operation).map(({ name, statuses }) => `@throws {${name}} on ${statuses.join(", ")}`),
    "@throws {ConnectionError | TimeoutError | AbortError} when there is no whole answer",
    ...(operation.deprecated ? ["@deprecated"] : []),
  ];
  return `${comment(docs, "  ")}
  ${operation.name}(${parameters(operation).join(", ")}): ${returnType(operation)} {
    ${statement(operation)}
  }`;
}

function operationTypes(operation: Operation): string {
  const kinds = errorKinds(operation).map(({ name, several, statuses }) =>
    several ? `(${name} & { readonly status: ${statuses.join(" | ")} })` : name,
  );
  const lines = [`export type ${upper(operation.id)}Error = ${[...kinds, "CallError"].join(" | ")};`];
  if (operation.query.length) {
    lines.push(
      `export type ${upper(operation.id)}Query = Loose<NonNullable<operations["${operation.id}"]["parameters"]["query"]>>;`,
    );
  }
  return lines.join("\n");
}

/** Which server and which security schemes go with which paths, where not all go with all. */
function routesConst(routes: readonly RouteModel[]): string {
  if (routes.length === 0) return "";
  const rows = routes.map(({ server, schemes, paths }) => {
    const patterns = paths.map((path) => path.replace(/[.*+?^$()|[\]\\/]/g, "\\$&").replace(/\{\w+\}/g, "[^/]+"));
    const parts = [`path: /^(?:${patterns.join("|")})$/`, server && `server: "${server}"`];
    return `  { ${[...parts, `schemes: ${JSON.stringify(schemes)}`].filter(Boolean).join(", ")} },\n`;
  });
  return `
/** Where each path lives, and what may prove who is calling; a path that is not here goes the usual way. */
export const routes = [\n${rows.join("")}] as const;\n`;
}

export function emitResources(row: ApiRow, document: Document): string {
  const resources = readResources(document);
  const operations = resources.flatMap((resource) => resource.operations);
  const kinds = [...new Set(operations.flatMap((operation) => errorKinds(operation).map(({ name }) => name)))];
  const pagings = [...new Set(operations.flatMap(({ list }) => list?.paging.replace(/\(.*/, "") ?? []))].sort();
  const conflict = kinds.includes("ConflictError");
  const shared = kinds.filter((name) => name !== "ConflictError").sort();
  const schemas = Object.entries(document.components?.schemas ?? {});
  const answers = new Set(operations.flatMap(({ success, list }) => [refName(success), refName(list?.item)]));
  const sent = new Set(operations.map(({ body }) => refName(body?.schema)).filter((name) => !answers.has(name)));
  const schemaType = (name: string) => {
    const type = `components["schemas"]["${name}"]`;
    return sent.has(name) ? `Loose<${type}>` : type;
  };
  const loose = operations.some(({ query, body }) => query.length > 0 || body);
  // A schema of the same name keeps it.
  const className = (name: string) =>
    document.components?.schemas?.[upper(name)] ? `${upper(name)}Resource` : upper(name);
  return `// Generated from spec/openapi/${row.name}.json. Do not edit: change spec/src and run \`npm run generate\`.
import { Client } from "../../core/client.js";
import type { Call } from "../../core/call.js";
${conflict ? `import type { ConflictError } from "../../core/conflict-error.js";\n` : ""}import type { CallError, ${shared.join(", ")} } from "../../core/errors.js";
import type { List } from "../../core/list.js";
import type { ClientOptions, ListOptions, RequestOptions } from "../../core/options.js";
${pagings.length ? `import { ${pagings.join(", ")} } from "../../core/paging.js";\n` : ""}import { Resource } from "../../core/resource.js";
import type { components, operations, paths } from "./schema.js";

/** What every key of the API starts with. */
export const keyPrefix = ${JSON.stringify(keyPrefix(document))};

/** Body fields that the spec marks as secret: never logged. */
export const secretFields = ${JSON.stringify(secretFields(document))};
${routesConst(readRoutes(document))}${loose ? LOOSE : ""}
${schemas.map(([name, { description }]) => `${description ? `${comment([description], "")}\n` : ""}export type ${name} = ${schemaType(name)};`).join("\n")}

${operations.map(operationTypes).join("\n")}

${resources
  .map(
    ({ name, description, operations }) => `${comment([description], "")}
export class ${className(name)} extends Resource {
${operations.map((operation) => method(row, name, operation)).join("\n\n")}
}`,
  )
  .join("\n\n")}

/** Every resource of the API, made with the client. */
export abstract class Resources<Options extends ClientOptions> extends Client<paths, Options> {
${resources.map(({ name, description }) => `${comment([description], "  ")}\n  readonly ${name} = new ${className(name)}(this.transport);`).join("\n")}
}
`;
}
