// Sequences of requests, right, nearly right and hostile: each answer is what the model predicts and what the document allows.
import { beforeAll, describe, expect, test } from "vitest";
import { fuzz, runSeed } from "./fuzz.js";
import type { FuzzedApi } from "./model.js";
import type { Tally } from "./run.js";
import { refuseUnknownOperations } from "./unknown-operation.js";

/** So many meet everything that an API declares. A shorter run need not meet what is rare. */
const WHOLE_RUN = 20_000;
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? WHOLE_RUN);
const LIMITED_REQUESTS = Math.ceil(REQUESTS / 10);
const PATIENCE_MS = 1_200_000;
const seed = runSeed();

/** Fuzzes one API: with the limiter off, and with it on where the API has one. */
export function fuzzSuite(api: FuzzedApi<unknown>): void {
  describe(`${api.name} under fuzz`, () => {
    beforeAll(() => refuseUnknownOperations(api));

    const declared = api.contract.operations.flatMap(({ operationId, statuses }) =>
      statuses.filter((status) => !api.unreachable(operationId, status)).map((status) => ({ operationId, status })),
    );
    const unmet = (tally: Tally) =>
      REQUESTS < WHOLE_RUN ? [] : declared.filter(({ operationId, status }) => tally.count(operationId, status) === 0);

    test(
      `answers ${REQUESTS} requests as the model predicts (seed ${seed})`,
      async () => {
        const tally = await fuzz(api, { seed, requests: REQUESTS, enough: (so) => unmet(so).length === 0 });
        show(tally);
        expect(tally.sent).toBeGreaterThanOrEqual(REQUESTS);
        expect(unmet(tally)).toEqual([]);
      },
      PATIENCE_MS,
    );

    if (!api.limited) return;

    test(
      `answers ${LIMITED_REQUESTS} requests with the limiter on, each 429 as the model predicts (seed ${seed})`,
      async () => {
        const rateLimit = { limit: 4, window: "30s" };
        const tally = await fuzz(api, { seed, requests: LIMITED_REQUESTS, rateLimit });
        show(tally);
        expect(tally.sent).toBeGreaterThanOrEqual(LIMITED_REQUESTS);
        expect(tally.ofStatus(429)).toBeGreaterThan(LIMITED_REQUESTS / 20);
        expect(tally.ofStatus(200)).toBeGreaterThan(LIMITED_REQUESTS / 20);
      },
      PATIENCE_MS,
    );
  });
}

/** With `FUZZ_TALLY=1` a run tells what it met. */
function show(tally: Tally): void {
  if (process.env.FUZZ_TALLY === "1") process.stdout.write(`${tally}\n`);
}
