// What holds for every document of this package, whichever API it describes.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { apis } from "./apis.js";
import { buildDocument, type OpenApiDocument } from "./document.js";
import { factsOf } from "./fidelity.js";
import { createJudge } from "./judge.js";

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const methods = ["get", "put", "post", "delete", "patch"];

function operationsOf(document: OpenApiDocument): { path: string; method: string; operation: Node }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => (isNode(item[method]) ? [{ path, method, operation: item[method] as Node }] : [])),
  );
}

const responsesOf = (operation: Node) => Object.entries(operation.responses as Record<string, Node>);
const mediaOf = (carrier: Node) => Object.entries((carrier.content ?? {}) as Record<string, Node>);

/** Every node of a tree with the keys that lead to it. */
function* walk(value: unknown, at: string[] = []): Generator<[string[], Node]> {
  if (!isNode(value)) return;
  yield [at, value];
  for (const [key, part] of Object.entries(value)) yield* walk(part, [...at, key]);
}

describe.each(apis.map((api) => [api.name, buildDocument(api)] as const))("the document of %s", (name, document) => {
  const judge = createJudge(document);

  test("is a valid OpenAPI 3.1 document by a validator that is not the linter", async () => {
    const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  test("reads the same from YAML and from JSON", () => {
    const read = (kind: string) => readFileSync(new URL(`../openapi/${name}.${kind}`, import.meta.url), "utf8");
    expect(parse(read("yaml"))).toEqual(JSON.parse(read("json")));
  });

  test("marks every operation, status, parameter and field with its provenance and source", () => {
    const facts = factsOf(document);
    expect(facts.length).toBeGreaterThan(50);
    const unmarked = facts.filter(
      ({ provenance }) =>
        !provenance ||
        !["documented", "observed", "inferred"].includes(provenance.status) ||
        provenance.source.length < 8,
    );
    expect(unmarked).toEqual([]);
  });

  test("gives an example of every status that has a body, and the example fits its schema", () => {
    for (const { path, method, operation } of operationsOf(document)) {
      for (const [status, response] of responsesOf(operation)) {
        const headers = Object.fromEntries(
          Object.entries((response.headers ?? {}) as Record<string, Node>).map(([key, header]) => [
            key,
            String(header.example),
          ]),
        );
        const media = mediaOf(response);
        if (media.length === 0) {
          expect(judge.response({ method, path, status: Number(status), headers, body: undefined }).problems).toEqual(
            [],
          );
        }
        for (const [type, { example }] of media) {
          expect(example, `${operation.operationId} ${status}`).toBeDefined();
          const verdict = judge.response({
            method,
            path: path.replaceAll(/\{[^}]+\}/g, "an-id"),
            status: Number(status),
            headers: { ...headers, "content-type": type },
            body: example,
          });
          expect(verdict).toEqual({ operationId: operation.operationId, problems: [] });
        }
      }
    }
  });

  test("gives an example of every request body, and the example fits its schema", () => {
    for (const { path, method, operation } of operationsOf(document)) {
      const body = operation.requestBody as Node | undefined;
      for (const [type, { example }] of body ? mediaOf(body) : []) {
        expect(example, String(operation.operationId)).toBeDefined();
        const url = path.replaceAll(/\{[^}]+\}/g, "an-id");
        const { problems } = judge.request({ method, url, headers: { "content-type": type }, body: example });
        expect(problems.filter((problem) => !problem.includes("no credential of"))).toEqual([]);
      }
    }
  });

  test("leads every link to an operation that exists, by parameters that it has and the example holds", () => {
    const operations = new Map(operationsOf(document).map(({ operation }) => [operation.operationId, operation]));
    let links = 0;
    for (const { operation } of operationsOf(document)) {
      for (const [, response] of responsesOf(operation)) {
        for (const link of Object.values((response.links ?? {}) as Record<string, Node>)) {
          links += 1;
          const target = operations.get(link.operationId);
          const names = ((target?.parameters ?? []) as Node[]).map((parameter) => parameter.name);
          for (const [parameter, expression] of Object.entries(link.parameters as Record<string, string>)) {
            expect(names, `${operation.operationId} links to ${link.operationId}`).toContain(parameter);
            if (expression.startsWith("$request.path.")) {
              const own = ((operation.parameters ?? []) as Node[]).filter((each) => each.in === "path");
              expect(own.map((each) => `$request.path.${each.name}`)).toContain(expression);
              continue;
            }
            const pointer = expression.replace("$response.body#", "").split("/").slice(1);
            const [, media] = mediaOf(response)[0] ?? [];
            const found = pointer.reduce<unknown>(
              (value, key) => (isNode(value) ? value[key] : undefined),
              media?.example,
            );
            expect(found, `${operation.operationId}: ${expression}`).toBeTypeOf("string");
          }
        }
      }
    }
    expect(links).toBeGreaterThan(0);
  });

  test("leaves answers open to growth", () => {
    const closed = [...walk(document.components.schemas)].filter(([, node]) => node.additionalProperties === false);
    expect(closed).toEqual([]);
  });

  test("names every operation once and tags it with a declared tag", () => {
    const operations = operationsOf(document).map(({ operation }) => operation);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = (document.tags as unknown as Node[]).map((tag) => tag.name);
    for (const operation of operations) expect(tags).toContain((operation.tags as string[])[0]);
  });

  test("flags each secret it answers with", () => {
    const secrets = [...walk(document.components.schemas)].filter(([, node]) => node["x-secret"] === true);
    expect(secrets.length).toBeGreaterThan(0);
    for (const [, node] of secrets) expect(node.type).toBe("string");
  });
});
