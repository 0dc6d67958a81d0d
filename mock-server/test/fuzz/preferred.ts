// What a `Prefer: code=...` header is answered: a declared status on demand, at which nothing changes.
import type { Contract, Operation } from "./contract.js";
import type { Prediction } from "./model.js";

/** Undefined where the request prefers nothing. `refused` is the API's refusal with a status. */
export function preferred(
  contract: Contract,
  operation: Operation | undefined,
  headers: Headers,
  refused: (status: number) => Prediction,
): Prediction | undefined {
  const code = /^code=(\d+)(?:, |$)/.exec(headers.get("prefer") ?? "")?.[1];
  if (operation === undefined || code === undefined) return undefined;
  const { operationId, statuses } = operation;
  const status = Number(code);
  if (!statuses.includes(status)) return { ...refused(400), unjudged: true };
  const applied = { headers: { "preference-applied": `code=${code}` } };
  if (status >= 400) return { ...refused(status), ...applied };
  return { status, body: contract.example(operationId, status), ...applied };
}
