// What the client of an API really sends, judged by the emitted document: every operation, with every parameter and field it has.
import { createJudge } from "@terminus-hub/spec/judge";
import { beforeAll, describe, expect, test } from "vitest";
import { type Document, documentOf, type Operation, operationsOf } from "./documents.js";
import type { Traffic } from "./traffic.js";

interface Sent {
  readonly request: Request;
  readonly body: unknown;
  readonly status: number;
  readonly operationId: string | undefined;
  readonly problems: readonly string[];
}

interface TrafficSuiteOptions {
  /** Where the client is pointed, for an API that every user runs on a server of their own. */
  readonly server?: string;
}

/** Tests the traffic of the API with this name in `spec/openapi/index.json`. */
export function trafficSuite(api: string, traffic: Traffic, { server }: TrafficSuiteOptions = {}): void {
  const document = documentOf(api);
  const operations = operationsOf(document);
  const file = `examples/test/${api}/traffic.ts`;

  describe(api, () => {
    const sent: Sent[] = [];

    beforeAll(async () => {
      const judge = createJudge(document);
      await traffic((mock) => async (url, init) => {
        const request = new Request(url, init);
        const text = await request.clone().text();
        const body = text ? (JSON.parse(text) as unknown) : undefined;
        const { method, headers } = request;
        const verdict = judge.request({ method, url, headers, ...(text && { body }) });
        const response = await mock.fetch(request.clone());
        sent.push({ request, body, status: response.status, ...verdict });
        return response;
      });
    });

    test("every request conforms to the document, and gets an answer of success", () => {
      expect(sent.flatMap(({ problems }) => problems)).toEqual([]);
      expect(sent.filter(({ status }) => status >= 300).map(({ request }) => request.url)).toEqual([]);
    });

    test("every operation was called", () => {
      const called = new Set(sent.map(({ operationId }) => operationId));
      const documented = operations.map(({ operationId }) => operationId);
      const missing = documented.filter((operationId) => !called.has(operationId));
      expect(missing, `${missing.join(", ")} is not called. Call it in ${file}.`).toEqual([]);
      expect([...called].sort()).toEqual(documented.sort());
    });

    test("every parameter, header and field of the document was sent", () => {
      const unsent = operations.flatMap((operation) => {
        const own = sent.filter(({ operationId }) => operationId === operation.operationId);
        return inputsOf(document, operation)
          .filter((input) => !own.some((each) => holds(each, input)))
          .map((input) => `${input} of ${operation.operationId}`);
      });
      expect(unsent, `No call sends ${unsent.join(", or ")}. Send it in ${file}.`).toEqual([]);
    });

    test("every request goes to a server that the document names for it", () => {
      for (const { request, operationId } of sent) {
        const operation = operations.find((each) => each.operationId === operationId);
        const servers = (operation?.servers ?? document.servers ?? []).map(({ url }) => url);
        const allowed = server === undefined ? servers : [server];
        expect(
          allowed.some((url) => request.url.startsWith(`${url}/`)),
          request.url,
        ).toBe(true);
      }
    });
  });
}

/** Paths of the properties of a schema, to the leaves that it names. */
function fieldsOf(document: Document, schema: unknown, before = ""): string[] {
  const { $ref, properties } = Object(schema);
  if (typeof $ref === "string") {
    const named = document.components.schemas[$ref.split("/").at(-1) ?? ""];
    return fieldsOf(document, named, before);
  }
  return Object.entries(Object(properties)).flatMap(([name, part]) => {
    const here = before ? `${before}.${name}` : name;
    const below = fieldsOf(document, part, here);
    return below.length ? below : [here];
  });
}

/** Everything a caller can put into a request of an operation, as names such as `query limit` and `body data.attributes.note`. */
const inputsOf = (document: Document, { parameters = [], requestBody }: Operation): string[] => [
  ...parameters.filter((each) => each.in !== "path").map((each) => `${each.in} ${each.name}`),
  ...fieldsOf(document, requestBody?.content["application/json"]?.schema).map((field) => `body ${field}`),
];

const valueAt = (body: unknown, field: string): unknown =>
  field.split(".").reduce((value: unknown, name) => Object(value)[name], body);

/** Whether a request has an input of `inputsOf`. */
function holds({ request, body }: Sent, input: string): boolean {
  const [place, name = ""] = input.split(" ");
  if (place === "query") return new URL(request.url).searchParams.has(name);
  if (place === "header") return request.headers.has(name);
  return valueAt(body, name) !== undefined;
}
