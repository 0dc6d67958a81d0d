// Which operation a path belongs to, and what the contract declares for it.
import { createRoute, z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { tinyApi } from "../../../test/tiny-api.js";
import { routeTable } from "./routing.js";

const Thing = z.object({ id: z.string() });
const routes = {
  getThing: createRoute({
    operationId: "getThing",
    method: "get",
    path: "/things/{id}",
    tags: ["Things"],
    request: { params: z.object({ id: z.string() }) },
    responses: {
      200: {
        description: "It.",
        content: { "application/json": { schema: Thing, examples: { one: { value: { id: "from examples" } } } } },
        headers: {
          "X-Count": { required: true, schema: { type: "integer" as const }, example: 3 },
          "X-Plain": { required: true, schema: { type: "string" as const } },
          "X-Maybe": { schema: { type: "string" as const } },
        },
      },
      204: { description: "Nothing." },
      404: { description: "Not it.", content: { "application/json": { schema: Thing } } },
      500: {
        description: "Not described by zod.",
        content: { "application/json": { schema: { type: "object" as const } } },
      },
    },
  }),
  nameThing: createRoute({
    operationId: "nameThing",
    method: "put",
    path: "/things/{id}/names/{name}",
    servers: [{ url: "https://other.example/deep/er/" }],
    request: {
      body: {
        content: { "text/plain": { schema: { type: "string" as const } }, "application/json": { schema: Thing } },
      },
    },
    responses: { 204: { description: "Done." } },
  }),
};
const table = routeTable({ ...tinyApi, routes } as never);

test("a path is found under each server's prefix and none, an operation's own servers first", () => {
  const found = (path: string) => {
    const match = table.find(path);
    return match && [[...match.entry.byMethod.keys()], match.params];
  };
  expect(found("/things/a%2Fb")).toEqual([["GET", "HEAD"], { id: "a%2Fb" }]);
  expect(found("/v1/things/x")).toEqual([["GET", "HEAD"], { id: "x" }]);
  expect(found("/deep/er/things/x/names/y")).toEqual([["PUT"], { id: "x", name: "y" }]);
  expect(found("/v1/things/x/names/y")).toBeUndefined();
  expect(found("/things/")).toBeUndefined();
});

test("an operation knows what it declares: statuses, examples, required headers, bodies", () => {
  const get = table.operations.get("getThing");
  expect(get).toMatchObject({ method: "GET", path: "/things/{id}", tags: ["Things"], schemes: [], body: undefined });
  expect([...(get?.answers.keys() ?? [])]).toEqual([200, 204, 404, 500]);
  expect(get?.answers.get(200)?.contents.get("application/json")?.example).toEqual({ id: "from examples" });
  expect(get?.answers.get(404)?.contents.get("application/json")?.example).toBeUndefined();
  expect([...(get?.answers.get(200)?.requiredHeaders ?? [])]).toEqual([
    ["x-count", "3"],
    ["x-plain", undefined],
  ]);
  expect(get?.answers.get(204)?.contents.size).toBe(0);
  expect([...(table.operations.get("nameThing")?.body?.contents.keys() ?? [])]).toEqual(["application/json"]);
});

test("an answer without a zod schema cannot be checked, and says so", () => {
  const content = table.operations.get("getThing")?.answers.get(500)?.contents.get("application/json");
  expect(() => content?.schema.safeParse({})).toThrow("A response declares content without a zod schema");
});

test("the table of an API is made once", () => {
  expect(routeTable(tinyApi)).toBe(routeTable(tinyApi));
});
