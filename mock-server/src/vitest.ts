// Matchers for vitest, on the journal of a mock: import this file once, in a test or a setup file.
import { expect } from "vitest";
import type { Expectation } from "./core/expectation.js";
import type { CallFilter } from "./core/journal.js";

/** What the matchers need of a mock: any mock of `createMock` has it. */
interface Journalled {
  readonly calls: (filter?: CallFilter<never>) => readonly { readonly status: number | undefined }[];
  readonly expectCalled: (operationId: never, expected?: Expectation) => void;
  readonly coverage: () => { readonly operations: { readonly percent: number }; readonly missing: readonly string[] };
}

interface TerminusMockMatchers<Result = unknown> {
  /**
   * The operation was called, at least once or so many times, with such a status, body and query; if not, near misses are shown.
   *
   * @example expect(mock).toHaveReceived("createApiKey", { times: 1, body: { name: "CI pipeline" } });
   */
  toHaveReceived(operationId: string, expected?: Expectation): Result;
  /** At least so many percent of the contract's operations were called. */
  toCoverOperations(percent: number): Result;
  /** No call was answered with a 500. */
  toHaveNoServerErrors(): Result;
}

declare module "vitest" {
  interface Matchers<T> extends TerminusMockMatchers<T> {}
}

expect.extend({
  toHaveReceived(mock: Journalled, operationId: string, expected: Expectation = {}) {
    try {
      mock.expectCalled(operationId as never, expected);
    } catch (error) {
      return { pass: false, message: () => (error instanceof Error ? error.message : String(error)) };
    }
    const what = `${operationId}${Object.keys(expected).length === 0 ? "" : ` with ${JSON.stringify(expected)}`}`;
    return { pass: true, message: () => `Expected no call of ${what}, but there was.` };
  },
  toCoverOperations(mock: Journalled, percent: number) {
    const { operations, missing } = mock.coverage();
    const told = `${operations.percent} % of the operations were called`;
    return {
      pass: operations.percent >= percent,
      message: () =>
        `Expected ${this.isNot ? "less than" : "at least"} ${percent} %, but ${told}. Never met: ${missing.join(", ") || "none"}.`,
    };
  },
  toHaveNoServerErrors(mock: Journalled) {
    const failed = mock.calls().filter(({ status }) => status !== undefined && status >= 500).length;
    return {
      pass: failed === 0,
      message: () => `Expected ${this.isNot ? "a" : "no"} server error, but there were ${failed}.`,
    };
  },
});
