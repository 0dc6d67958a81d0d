// The tests that every API shares: what holds for its whole document, and the statuses that it has to declare.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { declaredBy } from "../scripts/declared-routes.js";
import { routeProblems } from "../scripts/route-problems.js";
import type { ApiDefinition } from "../src/define-api.js";
import { buildDocument, type OpenApiDocument } from "../src/document.js";
import { factsOf } from "../src/fidelity.js";
import { createJudge, type Judge } from "../src/judge.js";

export type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** What an operation has to be: `POST /users/login`, and the statuses that it declares. */
export type ExpectedOperations = Readonly<Record<string, readonly [route: string, statuses: readonly number[]]>>;

export interface DescribedApi {
  readonly document: OpenApiDocument;
  readonly judge: Judge;
  /** The fields that are flagged as secret, such as `CreatedApiKey.key`, in the document's order. */
  readonly secrets: readonly string[];
}

/** Every node of a tree with the keys that lead to it. */
function* walk(value: unknown, at: string[] = []): Generator<[string[], Node]> {
  if (!isNode(value)) return;
  yield [at, value];
  for (const [key, part] of Object.entries(value)) yield* walk(part, [...at, key]);
}

const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

interface Operation {
  readonly id: string;
  readonly route: string;
  readonly operation: Node;
  readonly responses: readonly (readonly [status: string, response: Node])[];
}

function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, value]) => {
      const operation = value as unknown as Node;
      const responses = Object.entries(operation.responses as Record<string, Node>);
      return { id: String(operation.operationId), route: `${method.toUpperCase()} ${path}`, operation, responses };
    }),
  );
}

/**
 * Describes an API: everything that holds for any, and the operations that the vendor's pages promise. An operation that
 * is not in `expected` is described by the rest.
 */
export function describeApi(api: ApiDefinition, expected: ExpectedOperations = {}): DescribedApi {
  const document = buildDocument(api);
  const operations = operationsOf(document);
  const file = `spec/src/${api.name}`;
  const flagged = [...walk(document.components.schemas)].filter(([, node]) => node["x-secret"] === true);

  describe(`the document of ${api.name}`, () => {
    test.each(Object.entries(expected))(
      "%s is there and declares its statuses and no others",
      (id, [route, statuses]) => {
        const found = operations.find((operation) => operation.id === id);
        expect(found?.route, `${id} in ${file}`).toBe(route);
        expect(
          found?.responses.map(([status]) => Number(status)).sort(),
          `The statuses of ${id} in ${file} differ from those in ${file}/index.test.ts.`,
        ).toEqual([...statuses].sort());
      },
    );

    test("is a valid OpenAPI 3.1 document by a validator that is not the linter", async () => {
      const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
      expect(result.errors).toBeUndefined();
      expect(result.valid).toBe(true);
    });

    test("reads the same from YAML and from JSON", () => {
      const read = (kind: string) => readFileSync(new URL(`../openapi/${api.name}.${kind}`, import.meta.url), "utf8");
      expect(parse(read("yaml"))).toEqual(JSON.parse(read("json")));
    });

    test("has only whole routes: marks, examples that fit, names of their own and declared tags", () => {
      expect(routeProblems(api, declaredBy(api.name))).toEqual([]);
      expect(factsOf(document).length).toBeGreaterThan(operations.length);
    });

    test("leads every link to an operation that exists, by parameters that it has and the example holds", () => {
      for (const { id, operation, responses } of operations) {
        for (const [, response] of responses) {
          for (const link of Object.values((response.links ?? {}) as Record<string, Node>)) {
            const where = `the link from ${id} to ${link.operationId} in ${file}`;
            const target = operations.find((candidate) => candidate.id === link.operationId);
            const names = list(target?.operation.parameters).map((parameter) => parameter.name);
            const own = list(operation.parameters).filter((each) => each.in === "path");
            for (const [parameter, expression] of Object.entries(link.parameters as Record<string, string>)) {
              expect(names, where).toContain(parameter);
              if (expression.startsWith("$request.path.")) {
                expect(
                  own.map((each) => `$request.path.${each.name}`),
                  where,
                ).toContain(expression);
                continue;
              }
              const pointer = expression.replace("$response.body#", "").split("/").slice(1);
              const [media] = Object.values((response.content ?? {}) as Record<string, Node>);
              const found = pointer.reduce<unknown>(
                (value, key) => (isNode(value) ? value[key] : undefined),
                media?.example,
              );
              expect(found, `${where}: ${expression}`).toBeTypeOf("string");
            }
          }
        }
      }
    });

    test("has links from its answers, where it has operations on one thing", () => {
      const linked = operations.flatMap(({ responses }) =>
        responses.flatMap(([, response]) => list(Object.values(response.links ?? {})).map((link) => link.operationId)),
      );
      const byId = operations.filter(({ operation }) => list(operation.parameters).some((each) => each.in === "path"));
      if (byId.length > 0)
        expect(linked.length, `No answer of ${file} has links to ${byId[0]?.id}.`).toBeGreaterThan(0);
    });

    test("leaves answers open to growth", () => {
      const closed = [...walk(document.components.schemas)].filter(([, node]) => node.additionalProperties === false);
      expect(closed).toEqual([]);
    });

    test("flags each secret it answers with, and each is text", () => {
      expect(flagged.length, `No field of ${file} has "x-secret": true. Give it to the field of a new key.`).not.toBe(
        0,
      );
      for (const [at, node] of flagged) expect(node.type, `${at.join(".")} in ${file}`).toBe("string");
    });
  });

  return {
    document,
    judge: createJudge(document),
    secrets: flagged.map(([at]) => `${at[0]}.${at.at(-1)}`),
  };
}
