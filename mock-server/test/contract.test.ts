// The contract suite: every operation and every declared status, provoked over all three transports and judged by ajv on the document.

import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/terminus-hub.json" with { type: "json" };
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMock, type Mock } from "../src/index.js";
import { type Connection, type Received, type Sent, transports } from "./transports.js";

const judge = createJudge(document);

interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  readonly bodyExample: unknown;
  readonly integerQuery: { readonly name: string; readonly minimum: number } | undefined;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: { readonly minimum?: number };
  }[];
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly example?: unknown } } };
  readonly responses: Readonly<Record<string, unknown>>;
}

const operations: readonly Operation[] = Object.entries(
  document.paths as unknown as Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): Operation => {
    const integer = operation.parameters?.find((each) => each.in === "query" && each.schema.minimum !== undefined);
    return {
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      statuses: Object.keys(operation.responses).map(Number),
      bodyExample: operation.requestBody?.content["application/json"].example,
      integerQuery: integer && { name: integer.name, minimum: integer.schema.minimum ?? 0 },
    };
  }),
);

/** What a provocation may use. */
interface Stage {
  readonly mock: Mock;
  readonly send: (request: Sent) => Promise<Received>;
  readonly authorized: Readonly<Record<string, string>>;
}

type Provocation = (stage: Stage, operation: Operation) => Promise<Received>;

const json = { "content-type": "application/json" };
const withId = (path: string, id = "5f0a3c1e-0000-4000-8000-000000000000") => path.replace("{id}", id);

/** The request that an operation's example describes, with changes. */
function exampleOf(operation: Operation, { authorized }: Stage, changes: Partial<Sent> = {}): Sent {
  return {
    method: operation.method,
    path: withId(operation.path),
    headers: operation.bodyExample === undefined ? authorized : { ...authorized, ...json },
    ...(operation.bodyExample !== undefined && { body: JSON.stringify(operation.bodyExample) }),
    ...changes,
  };
}

const failing =
  (status: number): Provocation =>
  (stage, operation) => {
    stage.mock.faults.add({ operationId: operation.operationId as "getRecord", times: 1, status });
    return stage.send(exampleOf(operation, stage));
  };

/** Derived from the document, for any operation: a new route needs none of these. */
const generic: Readonly<Record<number, Provocation>> = {
  400: (stage, operation) => stage.send(exampleOf(operation, stage, { body: "{}" })),
  401: (stage, operation) => stage.send(exampleOf(operation, stage, { headers: json })),
  403: (stage, operation) => {
    stage.mock.accounts.setPlan("free");
    return stage.send(exampleOf(operation, stage));
  },
  404: (stage, operation) => stage.send(exampleOf(operation, stage)),
  413: (stage, operation) => stage.send(exampleOf(operation, stage, { body: JSON.stringify("x".repeat(1_048_576)) })),
  415: (stage, operation) =>
    stage.send(exampleOf(operation, stage, { headers: { ...stage.authorized, "content-type": "text/plain" } })),
  422: (stage, operation) => {
    const { integerQuery } = operation;
    if (integerQuery === undefined) return stage.send(exampleOf(operation, stage, { body: "null" }));
    const path = `${operation.path}?${integerQuery.name}=${integerQuery.minimum - 1}`;
    return stage.send(exampleOf(operation, stage, { path }));
  },
  429: (stage, operation) => {
    stage.mock.rateLimits.set({ limit: 0, window: "60s" });
    return stage.send(exampleOf(operation, stage));
  },
  500: failing(500),
  503: failing(503),
};

const firstId = async ({ send, authorized }: Stage, path: string): Promise<string> => {
  const { body } = await send({ method: "GET", path, headers: authorized });
  return (body as { readonly items: readonly { readonly id: string }[] }).items[0]?.id ?? "";
};

const one =
  (list: string): Provocation =>
  async (stage, operation) => {
    const id = await firstId(stage, list);
    return stage.send(exampleOf(operation, stage, { path: withId(operation.path, id) }));
  };

/** Only what the document cannot tell: how each operation succeeds. */
const scenarios: Readonly<Record<string, Readonly<Record<number, Provocation>>>> = {
  getWorkspace: { 200: one("/api/v1/workspaces") },
  getRecord: { 200: one("/api/v1/records") },
  deleteApiKey: { 204: one("/api/v1/api_keys") },
  createSubmission: {
    201: async (stage, operation) => {
      const workspace_id = await firstId(stage, "/api/v1/workspaces");
      const taxonomy_id = stage.mock.taxonomies.list()[0]?.id;
      const body = JSON.stringify({ workspace_id, taxonomy_id, rows: [{ data: { utm_source: "newsletter" } }] });
      return stage.send(exampleOf(operation, stage, { body }));
    },
  },
};

const example: Provocation = (stage, operation) => stage.send(exampleOf(operation, stage));

function provocationOf({ operationId }: Operation, status: number): Provocation | undefined {
  return scenarios[operationId]?.[status] ?? generic[status] ?? (status < 300 ? example : undefined);
}

describe.each(Object.entries(transports))("over %s", (_, transport) => {
  const provoked = new Set<string>();
  let mock: Mock;
  let connection: Connection;

  beforeAll(async () => {
    mock = await createMock({ seed: 1 });
    connection = await transport(mock);
  });
  afterAll(async () => {
    await connection.close();
    await mock.close();
  });
  beforeEach(() => mock.reset());
  afterEach(() => mock.rateLimits.set(false));

  for (const operation of operations) {
    for (const status of operation.statuses) {
      test(`${operation.operationId} answers ${status} as the contract says`, async () => {
        const provocation = provocationOf(operation, status);
        expect(provocation, `no scenario provokes ${operation.operationId} ${status}`).toBeDefined();
        const stage: Stage = {
          mock,
          send: connection.send,
          authorized: { authorization: `Bearer ${mock.apiKey}` },
        };
        const received = await provocation?.(stage, operation);
        expect(received?.status).toBe(status);
        const verdict = judge.response({
          method: operation.method,
          path: mock.calls().at(-1)?.url.split("?")[0] ?? "",
          status: received?.status ?? 0,
          headers: received?.headers ?? new Headers(),
          body: received?.body,
        });
        expect(verdict).toEqual({ operationId: operation.operationId, problems: [] });
        provoked.add(`${operation.operationId} ${status}`);
      });
    }
  }

  test("every status that the document declares was provoked", () => {
    expect([...provoked].sort()).toEqual(
      judge
        .declared()
        .map(([operationId, status]) => `${operationId} ${status}`)
        .sort(),
    );
  });

  const unrouted: readonly [status: number, request: Sent][] = [
    [401, { method: "GET", path: "/api/v1/nothing" }],
    [404, { method: "GET", path: "/api/v1/nothing" }],
    [405, { method: "PATCH", path: "/api/v1/api_keys" }],
    [429, { method: "GET", path: "/api/v1/nothing" }],
  ];
  test.each(unrouted)("an answer of %i outside any operation has the envelope", async (status, request) => {
    if (status === 429) mock.rateLimits.set({ limit: 0, window: "60s" });
    const headers: Record<string, string> = status === 401 ? {} : { authorization: `Bearer ${mock.apiKey}` };
    const received = await connection.send({ ...request, headers });
    expect(received.status).toBe(status);
    expect(judge.response({ ...request, status, headers: received.headers, body: received.body }).problems).toEqual([]);
  });
});
