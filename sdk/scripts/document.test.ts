// What the generator reads out of a document, and what it refuses.
import { expect, test } from "vitest";
import { keyPrefix, readResources, secretFields } from "./document.js";
import { type Document, flatten } from "./openapi.js";

const schemas = {
  Page: {
    type: "object",
    properties: { items: { type: "array", items: {} }, has_more: {}, total_count: {} },
    required: ["items"],
  },
  Thing: { type: "object", properties: { id: { type: "string" }, token: { type: "string", "x-secret": true } } },
  ThingPage: {
    description: "A page.",
    allOf: [
      { $ref: "#/components/schemas/Page" },
      { properties: { items: { type: "array", items: { $ref: "#/components/schemas/Thing" } } } },
    ],
  },
};

const json = (name: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

function document(operations: Record<string, object>): Document {
  const paths: Record<string, object> = {};
  for (const [route, operation] of Object.entries(operations)) {
    const [verb = "", path = ""] = route.split(" ");
    paths[path] = { ...paths[path], [verb]: { responses: { 200: json("Thing") }, tags: ["Things"], ...operation } };
  }
  return { info: { title: "Test" }, paths, components: { schemas } } as unknown as Document;
}

const names = (source: Document) =>
  readResources(flatten(source)).map(({ name, operations }) => [name, operations.map((operation) => operation.name)]);

test("groups operations into resources", () => {
  const source = document({
    "get /things/{id}": { operationId: "getThing" },
    "delete /things/{id}": { operationId: "deleteThing", responses: { 204: {}, 404: {} } },
    "post /login": { operationId: "login", tags: ["Auth"] },
  });
  expect(names(source)).toEqual([
    ["things", ["get", "delete"]],
    ["auth", ["login"]],
  ]);
});

test("x-sdk-method overrides a method's name", () => {
  expect(names(document({ "get /things": { operationId: "getThing", "x-sdk-method": "fetchOne" } }))).toEqual([
    ["things", ["fetchOne"]],
  ]);
});

test("two methods of one name fail, and so does a name that a resource or the client has for itself", () => {
  const twice = document({ "get /a": { operationId: "getThing" }, "get /b": { operationId: "getThings" } });
  expect(() => names(twice)).toThrow(
    'The name "get" of the operation "getThings" is taken in "things". Set x-sdk-method.',
  );
  expect(() => names(document({ "get /a": { operationId: "call" } }))).toThrow('The name "call"');
  expect(() => names(document({ "get /a": { operationId: "go", tags: ["Fetch"] } }))).toThrow(
    '"fetch" is taken in "client"',
  );
});

test("an operation without a tag fails", () => {
  expect(() => names(document({ "get /a": { operationId: "getThing", tags: [] } }))).toThrow('"getThing" has no tag');
});

test("recognises a list by its envelope and its query, through allOf", () => {
  const parameters = [{ name: "page", in: "query" }];
  const list = { operationId: "listThings", responses: { 200: json("ThingPage") } };
  const [resource] = readResources(flatten(document({ "get /things": { ...list, parameters } })));
  expect(resource?.operations[0]?.list).toMatchObject({
    paging: "pageNumber",
    item: { $ref: "#/components/schemas/Thing" },
  });
});

test("an operation whose success has no body has none", () => {
  const [resource] = readResources(
    document({ "delete /things/{id}": { operationId: "deleteThing", responses: { 204: {}, 404: {}, 500: {} } } }),
  );
  expect(resource?.operations[0]).toMatchObject({ success: undefined, failures: [{ status: 404 }, { status: 500 }] });
});

test("a delete promises no body, though the server sends one: one that is repeated and finds nothing has none", () => {
  const [resource] = readResources(document({ "delete /things/{id}": { operationId: "deleteThing" } }));
  expect(resource?.operations[0]?.success).toBeUndefined();
});

test("merges allOf into one object, the later part winning", () => {
  expect(flatten(document({})).components?.schemas?.ThingPage).toEqual({
    description: "A page.",
    type: "object",
    properties: {
      items: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
      has_more: {},
      total_count: {},
    },
    required: ["items"],
  });
});

test("finds the fields that hold a secret", () => {
  expect(secretFields(document({}))).toEqual(["token"]);
});

test("finds what a key starts with on the one scheme that has a form of the key", () => {
  const source = (...schemes: object[]) =>
    ({ ...document({}), components: { securitySchemes: { ...schemes } } }) as unknown as Document;
  const form = { "x-key-form": { prefix: "test_" } };
  expect(keyPrefix(source({}, form))).toBe("test_");
  expect(() => keyPrefix(source({}))).toThrow("Test has 0 security schemes with x-key-form.");
  expect(() => keyPrefix(source(form, form))).toThrow("Test has 2 security schemes with x-key-form.");
});
