// What a model says of an operation that it has no case for, and the look for such operations before anything is fuzzed.
import fc from "fast-check";
import type { FuzzedApi } from "./model.js";
import { workingRequests } from "./steps.js";
import { wireRequest } from "./wire.js";

class UnknownOperation extends RangeError {
  override readonly name = "UnknownOperation";
}

/** Ends a prediction for which the model of `api` has no case. */
export function unknownOperation(api: string, operationId: string): never {
  throw new UnknownOperation(
    `The model does not know ${operationId}. Add a case for it in mock-server/test/${api}/model.ts.`,
  );
}

/**
 * Asks the model for one answer of each operation, so that a missing case is told at once and not by some sequence of
 * requests.
 *
 * @throws UnknownOperation for the first operation without a case
 */
export async function refuseUnknownOperations(api: FuzzedApi<unknown>): Promise<void> {
  for (const operation of api.contract.operations) {
    const { mock, model } = await api.start(false);
    for (const plan of fc.sample(workingRequests(api, operation), { seed: 1, numRuns: 1 })) {
      model.predict(wireRequest(api.contract, plan, model, mock.baseUrl).sent);
    }
  }
}
