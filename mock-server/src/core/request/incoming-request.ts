// A request as every transport hands it to the core.

import type { Problem } from "../contract/problem.js";

export type ReadBody = { readonly text: string } | { readonly bytes: Uint8Array } | "too-large";

/** A body that has not been read. */
export interface BodySource {
  /** Up to `limit` bytes, or `"too-large"` as soon as there are more. Rejects where the sender went away. */
  read(limit: number): ReadBody | Promise<ReadBody>;
}

/** Why a body never came to its end, where the sender can still be told. */
export class UnfinishedBody extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, why: string) {
    super(why);
    this.problem = problem;
  }
}

export interface IncomingRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query as received, beginning with "/". */
  readonly target: string;
  header(name: string): string | null;
  /** Names and values in turn. */
  headers(): readonly string[];
  readonly body: BodySource | undefined;
}
