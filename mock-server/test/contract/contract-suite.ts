// The contract suite of one API: every operation and every declared status, provoked over each transport and judged by ajv on the document.
import { createJudge } from "@terminus-hub/spec/judge";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiName, createMock, type Mock, type MockOptions } from "../../src/index.js";
import type { Connection, Target, Transport } from "../transports.js";
import { operationsOf } from "./operations.js";
import { type Contract, provocationOf, type Stage } from "./scenario.js";

/** Examples name dates: they lie ahead of this one. */
const now = "2026-01-01T00:00:00Z";

/** What every mock can do, whatever its API. */
type AnyMock = Target & Pick<Mock, "close" | "rateLimits"> & { readonly reset: () => void };

export function contractSuite<Name extends ApiName>(
  contract: Contract<Name>,
  transports: Readonly<Record<string, Transport>>,
): void {
  const judge = createJudge(contract.document);
  const operations = operationsOf(contract.document);
  const addScenario = `add a scenario in mock-server/test/${contract.name}/contract.ts.`;

  describe.each(Object.entries(transports))(`${contract.name} over %s`, (_, transport) => {
    const provoked = new Set<string>();
    let mock: Mock<Name>;
    let any: AnyMock;
    let connection: Connection;

    beforeAll(async () => {
      mock = await createMock<Name>({ api: contract.name, seed: 1, now } as MockOptions<Name>);
      any = mock as unknown as AnyMock;
      connection = await transport(any);
    });
    afterAll(async () => {
      await connection.close();
      await any.close();
    });
    beforeEach(() => any.reset());
    afterEach(() => any.rateLimits.set(false));

    const stage = (): Stage<Name> => ({
      mock,
      send: connection.send,
      authorized: (operation) => contract.authorized(mock, operation),
      path: (template, ids = {}) =>
        template.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? contract.unknownIds[name] ?? whole),
    });

    for (const operation of operations) {
      for (const status of operation.statuses) {
        test(`${operation.operationId} answers ${status} as the contract says`, async () => {
          const provocation = provocationOf(contract, operation, status);
          expect(provocation, `Nothing provokes ${operation.operationId} ${status}: ${addScenario}`).toBeDefined();
          const received = await provocation?.(stage(), operation);
          const answer = `${operation.operationId} answered ${received?.status}: ${received?.text}`;
          const advice = (received?.status ?? 0) < 500 ? `\nIf its example cannot reach ${status}, ${addScenario}` : "";
          expect(received?.status, `${answer}${advice}`).toBe(status);
          const { method, path } = operation;
          const verdict = judge.response({
            method,
            path: stage().path(path),
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
      const declared = judge.declared().map(([operationId, status]) => `${operationId} ${status}`);
      const missing = declared.filter((each) => !provoked.has(each)).join(", ");
      expect([...provoked].sort(), `Not provoked: ${missing}. For each, ${addScenario}`).toEqual(declared.sort());
    });

    test.each(contract.unrouted)("an answer of $status outside any operation is as declared", async (unrouted) => {
      const { status, request, arrange } = unrouted;
      arrange?.(mock);
      const sent = request(mock);
      const received = await connection.send(sent);
      expect(received.status, received.text).toBe(status);
      const { headers, body } = received;
      expect(judge.response({ ...sent, status, headers, body })).toEqual({ operationId: undefined, problems: [] });
    });
  });
}
