// Matchers for vitest, on the journal of a mock: import this file once, in a test or a setup file.
import { expect } from "vitest";
import type { Expectation } from "./core/journal/expectation.js";
import { type Call, type CallFilter, describeCall } from "./core/journal/journal.js";

/** How many failed calls a message shows, the last ones. */
const SHOWN = 10;

/** What the matchers need of a mock: any mock of `createMock` has it. */
interface Journalled {
  readonly calls: (filter?: CallFilter<never>) => readonly Call[];
  readonly expectCalled: (operationId: never, expected?: Expectation) => void;
  readonly coverage: () => { readonly operations: { readonly percent: number }; readonly missing: readonly string[] };
}

interface TerminusMockMatchers<Result = unknown> {
  /**
   * A call of the operation has the expected status, body and query. If not, the message shows the calls that came near.
   * Throws, also after `not`, for an operation, an option or a value that could never match.
   *
   * @example expect(mock).toHaveReceived("createApiKey", { times: 1, body: { name: "CI pipeline" } });
   */
  toHaveReceived(operationId: string, expected?: Expectation): Result;
  /** At least this percentage of the contract's operations was called. */
  toCoverOperations(percent: number): Result;
  /** No call was answered with a 5xx. If one was, the message shows the operation, the status and the reason, also of an armed fault. */
  toHaveNoServerErrors(): Result;
}

declare module "vitest" {
  interface Matchers<T> extends TerminusMockMatchers<T> {}
}

expect.extend({
  toHaveReceived(received: unknown, operationId: string, expected: Expectation = {}) {
    const mock = journalled(received, "toHaveReceived");
    try {
      mock.expectCalled(operationId as never, expected);
    } catch (error) {
      // An expectation that makes no sense fails under `not` too.
      if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
      return { pass: false, message: () => error.message };
    }
    const what = `${operationId}${Object.keys(expected).length === 0 ? "" : ` with ${JSON.stringify(expected)}`}`;
    return { pass: true, message: () => `Expected no call of ${what}, but there was one.` };
  },
  toCoverOperations(received: unknown, percent: number) {
    const mock = journalled(received, "toCoverOperations");
    if (!(percent >= 0 && percent <= 100)) {
      throw new RangeError(`toCoverOperations got ${percent}. It must be a number from 0 to 100.`);
    }
    const { operations, missing } = mock.coverage();
    const share = `${operations.percent} % of the operations were called`;
    return {
      pass: operations.percent >= percent,
      message: () =>
        `Expected ${this.isNot ? "less than" : "at least"} ${percent} %, but ${share}. Never met: ${missing.join(", ") || "none"}.`,
    };
  },
  toHaveNoServerErrors(received: unknown) {
    const mock = journalled(received, "toHaveNoServerErrors");
    const failed = mock.calls().filter(({ status }) => status !== undefined && status >= 500);
    if (failed.length === 0) {
      return { pass: true, message: () => "Expected a server error, but there was none." };
    }
    const count = failed.length === 1 ? "was 1" : `were ${failed.length}`;
    return {
      pass: false,
      message: () =>
        [
          `Expected no server error, but there ${count}:`,
          ...(failed.length > SHOWN ? [`  (${failed.length - SHOWN} more before)`] : []),
          ...failed.slice(-SHOWN).map((call) => `  ${call.operationId ?? "no operation"}: ${describeCall(call)}`),
        ].join("\n"),
    };
  },
});

/** Refuses what is not a mock in a sentence, before a matcher trips over it. */
function journalled(received: unknown, matcher: string): Journalled {
  const methods = ["calls", "expectCalled", "coverage"] as const;
  const fits =
    typeof received === "object" &&
    received !== null &&
    methods.every((name) => name in received && typeof received[name as keyof typeof received] === "function");
  if (fits) return received as Journalled;
  const what = received === null ? "null" : Array.isArray(received) ? "an array" : `a value of type ${typeof received}`;
  const advice = received instanceof Promise ? "It is a promise: await createMock first." : "Write expect(mock).";
  throw new TypeError(`${matcher} is for a mock that createMock made, not for ${what}. ${advice}`);
}
