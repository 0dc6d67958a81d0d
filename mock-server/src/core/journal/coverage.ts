// Which operations and statuses of the contract were exercised: the coverage of the consumer's tests, not of this code.
import type { Operation, RouteTable } from "../request/routing.js";

export interface Share {
  readonly covered: number;
  readonly total: number;
  /** 0 to 100, rounded down. */
  readonly percent: number;
}

export interface CoverageReport {
  /** An operation is covered by one answer that it declares, other than a 401 and a failure of the server: those come before its work. */
  readonly operations: Share;
  /** Each status of each operation counts once. */
  readonly statuses: Share;
  readonly byOperation: readonly {
    readonly operationId: string;
    readonly method: string;
    readonly path: string;
    readonly statuses: readonly { readonly status: number; readonly calls: number }[];
  }[];
  /** `"createApiKey 429"` and so on: what no call has met. */
  readonly missing: readonly string[];
}

export class Coverage {
  readonly #table: RouteTable;
  readonly #counts = new Map<Operation, Map<number, number>>();

  constructor(table: RouteTable) {
    this.#table = table;
  }

  add(operation: Operation, status: number): void {
    let counts = this.#counts.get(operation);
    if (counts === undefined) {
      counts = new Map();
      this.#counts.set(operation, counts);
    }
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }

  clear(): void {
    this.#counts.clear();
  }

  report(): CoverageReport {
    const byOperation = [...this.#table.operations.values()].map((operation) => ({
      operationId: operation.operationId,
      method: operation.method,
      path: operation.path,
      statuses: [...operation.answers.keys()].map((status) => ({
        status,
        calls: this.#counts.get(operation)?.get(status) ?? 0,
      })),
    }));
    const statuses = byOperation.flatMap((each) => each.statuses);
    return {
      operations: share(
        byOperation.filter((each) => each.statuses.some(({ status, calls }) => calls > 0 && isItsOwn(status))).length,
        byOperation.length,
      ),
      statuses: share(statuses.filter(({ calls }) => calls > 0).length, statuses.length),
      byOperation,
      missing: byOperation.flatMap(({ operationId, statuses: each }) =>
        each.filter(({ calls }) => calls === 0).map(({ status }) => `${operationId} ${status}`),
      ),
    };
  }
}

const isItsOwn = (status: number): boolean => status < 500 && status !== 401;

const share = (covered: number, total: number): Share => ({
  covered,
  total,
  percent: total === 0 ? 100 : Math.floor((covered / total) * 100),
});

/** The report as text, one line per operation: statuses that were met stand plain, the others in brackets. */
export function coverageText({ operations, statuses, byOperation }: CoverageReport): string {
  const width = Math.max(...byOperation.map(({ operationId }) => operationId.length));
  const lines = byOperation.map(
    (each) =>
      `  ${each.operationId.padEnd(width)}  ${each.statuses.map(({ status, calls }) => (calls > 0 ? `${status}` : `(${status})`)).join(" ")}`,
  );
  return [
    `Contract coverage: operations ${operations.covered}/${operations.total} (${operations.percent} %), statuses ${statuses.covered}/${statuses.total} (${statuses.percent} %). No call met those in brackets.`,
    ...lines,
  ].join("\n");
}
