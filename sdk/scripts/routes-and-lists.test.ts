// What the generator makes of an API with several servers and credentials, and with other lists than numbered pages.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listedApis } from "../../scripts/package-entries.js";
import type { ApiRow } from "./apis.js";
import { readResources, readRoutes } from "./document.js";
import { emitResources } from "./emit-resources.js";
import { type Document, flatten } from "./openapi.js";

type Operation = Record<string, unknown>;

function document(paths: Record<string, Record<string, Operation>>, schemas: object = {}): Document {
  const withDefaults = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([verb, operation]) => [
        verb,
        { tags: ["Things"], responses: { 200: {} }, operationId: `${verb}Thing${path.length}`, ...operation },
      ]),
    ),
  ]);
  const securitySchemes = { key: { "x-key-form": { prefix: "test_" } } };
  return {
    info: { title: "Test" },
    paths: Object.fromEntries(withDefaults),
    components: { schemas, securitySchemes },
  } as Document;
}

const row: ApiRow = { name: "test", title: "Test", variable: "test", entry: "", functions: [] };

test("an API where everything goes the same way has no routes", () => {
  const { paths } = document({ "/a": { get: {}, post: { security: [{ key: [] }] } } });
  expect(readRoutes({ info: { title: "" }, paths })).toEqual([]);
});

test("operations without security, and those with servers of their own, make routes", () => {
  const servers = [{ url: "https://admin.example" }];
  const source = document({
    "/login": { post: { security: [] } },
    "/register": { post: { security: [] } },
    "/things": { get: { security: [{ key: [] }] } },
    "/admin/{id}": {
      get: { servers, security: [{ token: [] }, { cookie: [] }] },
      delete: { servers, security: [{ token: [] }, { cookie: [] }] },
    },
  });
  expect(readRoutes(source)).toEqual([
    { server: undefined, schemes: [], paths: ["/login", "/register"] },
    { server: "https://admin.example", schemes: ["token", "cookie"], paths: ["/admin/{id}"] },
  ]);
  const text = emitResources(row, source);
  expect(text).toContain(String.raw`{ path: /^(?:\/login|\/register)$/, schemes: [] },`);
  expect(text).toContain(
    String.raw`{ path: /^(?:\/admin\/[^/]+)$/, server: "https://admin.example", schemes: ["token","cookie"] },`,
  );
});

test("a path whose operations differ in security fails", () => {
  const servers = [{ url: "https://admin.example" }];
  const source = document({ "/a": { get: { security: [] }, post: { servers, security: [{ key: [] }] } } });
  expect(() => readRoutes(source)).toThrow('The operations of "/a" differ in server or security');
});

const Thing = { type: "object", properties: { thingId: { type: "string" } } };
const answer = (schema: object) => ({ 200: { content: { "application/json": { schema } } } });
const things = { type: "array", items: { $ref: "#/components/schemas/Thing" } };
const query = (...names: string[]) => names.map((name) => ({ name, in: "query" }));

test.each([
  ["offset", 'itemOffset("things", "offset")', { things, total: {} }, query("limit", "offset")],
  ["skip", 'itemOffset("things", "skip")', { things, total: {}, has_more: {} }, query("limit", "skip")],
  ["nothing", 'allAtOnce("things")', { things }, []],
])("a list by %s is recognised", (_, paging, properties, parameters) => {
  const source = document(
    { "/things": { get: { operationId: "listThings", parameters, responses: answer({ properties }) } } },
    { Thing },
  );
  const [resource] = readResources(flatten(source));
  expect(resource?.operations[0]?.list).toMatchObject({ paging, id: "thingId" });
  const text = emitResources(row, flatten(source));
  expect(text).toContain(`import { ${paging.replace(/\(.*/, "")} } from "../../core/paging.js";`);
  expect(text).toContain("console.log(item.thingId);");
});

test("an answer that merely holds an array is no list", () => {
  const source = document({
    "/a": { get: { operationId: "getThing", responses: answer({ properties: { things } }) } },
    "/b": { get: { operationId: "listThings", responses: answer({ properties: { things, others: things } }) } },
  });
  expect(readResources(source)[0]?.operations.map(({ list }) => list)).toEqual([undefined, undefined]);
});

test("a resource called like a schema makes way for it", () => {
  const source = document({ "/things": { get: { operationId: "getThing" } } }, { Things: Thing });
  const text = emitResources(row, source);
  expect(text).toContain("export class ThingsResource extends Resource {");
  expect(text).toContain("readonly things = new ThingsResource(this.transport);");
});

test("every operation of every API goes where its document says, with what it says", () => {
  for (const { name } of listedApis()) {
    const path = new URL(`../../spec/openapi/${name}.json`, import.meta.url);
    const source = JSON.parse(readFileSync(path, "utf8")) as Document;
    const routed = readRoutes(source).flatMap(({ paths }) => paths);
    for (const [template, item] of Object.entries(source.paths)) {
      for (const operation of Object.values(item)) {
        const special = operation.servers !== undefined || operation.security?.length === 0;
        expect(routed.includes(template), `${name} ${operation.operationId}`).toBe(special);
      }
    }
  }
});

test("an operation whose call nobody could write by its examples fails", () => {
  const required = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
  const content = (schema: object, example?: unknown) => ({ content: { "application/json": { schema, example } } });
  const emitted = (operation: object) =>
    emitResources(row, document({ "/things": { post: { operationId: "createThing", ...operation } } }, { required }));
  const refused = (what: string) =>
    `createThing (spec/src/test) has no example of ${what}. Add it: see CONTRIBUTING.md#an-endpoint.`;
  expect(() => emitted({ requestBody: content(required) })).toThrow(refused("its body"));
  const ref = { $ref: "#/components/schemas/required" };
  expect(() => emitted({ requestBody: content(ref) })).toThrow(refused("its body"));
  expect(() => emitted({ parameters: [{ name: "id", in: "path" }] })).toThrow(refused("the parameter id"));
  expect(emitted({ requestBody: content(ref, { name: "CI" }) })).toContain('test.things.create({ name: "CI" })');
  expect(emitted({ requestBody: content({ type: "object" }) })).toContain("test.things.create({})");
});
