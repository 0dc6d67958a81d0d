// What `npm run generate` says about a route that is not whole: one line each, with the file and the cure.
import { createRoute, z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { type ApiDefinition, defineApi, type Route } from "../src/define-api.js";
import { documented, inferred } from "../src/provenance.js";
import { declaredIn } from "./declared-routes.js";
import { routeProblems } from "./route-problems.js";

const mark = documented("https://acme.example/docs");
const file = "spec/src/acme/things.ts";

const Thing = z
  .object({ name: z.string().openapi({ ...mark, description: "What it is called." }) })
  .openapi("Thing", { description: "A thing." });

const json = (schema: typeof Thing, example?: unknown) => ({
  content: { "application/json": { schema, ...(example === undefined ? {} : { example }) } },
});

const params = (example?: string) =>
  z.object({ id: z.string().openapi({ ...mark, param: { name: "id", in: "path" }, ...(example ? { example } : {}) }) });

const whole = {
  operationId: "renameThing",
  method: "patch",
  path: "/things/{id}",
  tags: ["Things"],
  summary: "Rename a thing",
  description: "Gives a thing another name.",
  ...mark,
  security: [],
  request: { params: params("a"), body: { required: true, ...json(Thing, { name: "A" }) } },
  responses: { 200: { description: "The thing.", ...mark, ...json(Thing, { name: "A" }) } },
};

const route = (change: object = {}) => createRoute({ ...whole, ...change } as Route);

function apiOf(...routes: Route[]): ApiDefinition {
  return defineApi({
    name: "acme",
    naming: { client: "Acme", variable: "acme", env: "ACME" },
    title: "Acme API",
    version: "1.0.0",
    description: "An API.",
    servers: [{ url: "https://acme.example", description: "Acme." }],
    tags: [{ name: "Things", description: "Things." }],
    securitySchemes: {},
    unroutedResponses: {},
    routes: Object.fromEntries(routes.map((each) => [each.operationId, each])),
  });
}

const source = (...names: string[]) =>
  [
    ...names.map((name) => `const ${name} = createRoute({ operationId: "${name}" });`),
    'const Thing = z.object({}).openapi("Thing", {});',
    `export const thingRoutes = { ${names.join(", ")} };`,
  ].join("\n");

const problems = (...routes: Route[]) =>
  routeProblems(apiOf(...routes), declaredIn(file, source(...routes.map(({ operationId }) => operationId))));

test("a whole route has no problems", () => {
  expect(problems(route())).toEqual([]);
});

test("a route lacks everything in one line", () => {
  const bare = route({
    "x-provenance": undefined,
    request: { params: params("a"), body: { required: true, ...json(Thing) } },
    responses: { 200: { description: "The thing.", ...mark, ...json(Thing) } },
  });
  expect(problems(bare)).toEqual([
    "renameThing (spec/src/acme/things.ts) has no x-provenance, no request example and no example of 200. Add them: see CONTRIBUTING.md#an-endpoint.",
  ]);
});

test.each([
  ["x-provenance", { "x-provenance": undefined }],
  ["x-provenance", inferred("short")],
  ["x-provenance of 200", { responses: { 200: { description: "The thing.", ...json(Thing, { name: "A" }) } } }],
  ["summary", { summary: undefined }],
  ["description", { description: undefined }],
  ["tag", { tags: undefined }],
  ["example of the parameter id", { request: { ...whole.request, params: params() } }],
  ["request example", { request: { ...whole.request, body: { required: true, ...json(Thing) } } }],
  ["example of 200", { responses: { 200: { description: "The thing.", ...mark, ...json(Thing) } } }],
])("a route without %s says so", (what, change) => {
  expect(problems(route(change))).toEqual([
    `renameThing (${file}) has no ${what}. Add it: see CONTRIBUTING.md#an-endpoint.`,
  ]);
});

test("a field without x-provenance is named with the file of its component", () => {
  const Bare = z.object({ name: z.string() }).openapi("Thing") as unknown as typeof Thing;
  const responses = { 200: { description: "The thing.", ...mark, ...json(Bare, { name: "A" }) } };
  const request = { params: params("a") };
  expect(problems(route({ request, responses }))).toEqual([
    `Thing.name (${file}) has no x-provenance. Add it: see CONTRIBUTING.md#an-endpoint.`,
  ]);
});

test.each([
  [
    "200 that does not fit: body/name must be string",
    { responses: { 200: { description: "The thing.", ...mark, ...json(Thing, { name: 1 }) } } },
  ],
  [
    'its request that does not fit: body must NOT have unevaluated properties ("extra")',
    { request: { ...whole.request, body: { required: true, ...json(Thing, { name: "A", extra: 1 }) } } },
  ],
])("an example of %s is refused", (what, change) => {
  expect(problems(route(change))).toEqual([
    `renameThing (${file}) has an example of ${what}. Correct it: see CONTRIBUTING.md#an-endpoint.`,
  ]);
});

test("a tag that is not declared is refused with those that are", () => {
  expect(problems(route({ tags: ["Stuff"] }))).toEqual([
    `renameThing (${file}) has the tag "Stuff", which spec/src/acme/index.ts does not declare. Use "Things", or add it to tags there.`,
  ]);
});

test("two routes of one method and path are refused with both", () => {
  expect(problems(route(), route({ operationId: "callThing" }))).toEqual([
    `renameThing (${file}) and callThing (${file}) are both PATCH /things/{id}. Change one of the two.`,
  ]);
});

test("an operationId in two files is refused with both", () => {
  const here = declaredIn(file, source("renameThing"));
  const there = declaredIn("spec/src/acme/others.ts", source("renameThing"));
  const declared = { ...here, routes: [...here.routes, ...there.routes] };
  expect(routeProblems(apiOf(route()), declared)).toEqual([
    `The operationId renameThing (${file} and spec/src/acme/others.ts) is declared twice. Rename one of the two.`,
  ]);
});

test.each([
  ["Add it to thingRoutes at the end of that file", "export const thingRoutes = { renameThing };"],
  [
    "Spread thingRoutes into routes in spec/src/acme/index.ts",
    "export const thingRoutes = { renameThing, deleteThing };",
  ],
  [
    "Export it from that file in an object whose name ends in Routes, and spread that into routes in spec/src/acme/index.ts",
    "",
  ],
])("a route in no list is refused: %s", (cure, list) => {
  const text = `${["renameThing", "deleteThing"].map((name) => `const ${name} = createRoute({ operationId: "${name}" });`).join("\n")}\n${list}`;
  expect(routeProblems(apiOf(route()), declaredIn(file, text))).toEqual([
    `deleteThing (${file}) is in no list of routes. ${cure}: see CONTRIBUTING.md#an-endpoint.`,
  ]);
});

test("a route without an operationId is refused", () => {
  const declared = declaredIn(file, `${source("renameThing")}\nconst deleteThing = createRoute({ method: "delete" });`);
  expect(routeProblems(apiOf(route()), declared)).toEqual([
    `deleteThing (${file}) has no operationId of plain text. Write operationId: "deleteThing" into it: see CONTRIBUTING.md#an-endpoint.`,
  ]);
});

test("a route under another name than its operationId is refused when the API is defined", () => {
  expect(() => defineApi({ ...apiOf(), routes: { other: route() } })).toThrow(
    'The route under "other" of acme has the operationId "renameThing". Give both the same name.',
  );
});
