// Any declared status of any operation of any API can be had on purpose, by a fault or by `Prefer`, and is then as the contract says.
import { createJudge, type Judge } from "@terminus-hub/spec/judge";
import { beforeAll, describe, expect, test } from "vitest";
import { type ApiName, createMock } from "../../src/index.js";
import { transports } from "../transports.js";
import { operationsOf } from "./operations.js";
import type { Contract, Stage } from "./scenario.js";
import { exampleOf } from "./scenario.js";

const now = "2026-01-01T00:00:00Z";

/** Has every declared status of one API on purpose. */
export function declaredFailuresSuite<Name extends ApiName>(given: Contract<Name>): void {
  describe(`${given.name} on purpose`, () => {
    const contract = given as unknown as Contract<"terminus-hub">;
    const name = given.name;
    let judge: Judge;
    beforeAll(() => {
      judge = createJudge(contract.document);
    });

    async function stage(): Promise<Stage<"terminus-hub">> {
      const mock = (await createMock({ api: name, seed: 1, now })) as unknown as Stage<"terminus-hub">["mock"];
      const { send } = await transports.fetch(mock);
      return {
        mock,
        send,
        authorized: (operation) => contract.authorized(mock, operation),
        path: (template) => template.replace(/\{(\w+)\}/g, (_, id: string) => contract.unknownIds[id] ?? ""),
      };
    }

    for (const operation of operationsOf(contract.document)) {
      const { operationId, method, path, statuses } = operation;
      const judged = (received: Awaited<ReturnType<Stage<"terminus-hub">["send"]>>) => {
        const { status, headers, body } = received;
        const verdict = judge.response({ method, path: path.replace(/[{}]/g, ""), status, headers, body });
        return { status, problems: verdict.problems };
      };

      test.each(statuses.filter((status) => status >= 400))(
        `${operationId} fails with %i when it is armed`,
        async (status) => {
          const on = await stage();
          on.mock.faults.add({ operationId: operationId as "getRecord", times: 1, status });
          expect(judged(await on.send(exampleOf(operation, on)))).toEqual({ status, problems: [] });
        },
      );

      test.each(statuses)(`${operationId} answers %i when it is preferred`, async (status) => {
        const on = await stage();
        const { headers, ...rest } = exampleOf(operation, on);
        const received = await on.send({ ...rest, headers: { ...headers, prefer: `code=${status}` } });
        expect(judged(received)).toEqual({ status, problems: [] });
        expect(received.headers.get("preference-applied")).toBe(`code=${status}`);
      });
    }
  });
}
