// A fuzz run: batches of sequences until enough requests were sent. A failure names the seed that brings it back.
import fc from "fast-check";
import type { FuzzedApi } from "./model.js";
import type { Step } from "./plan.js";
import { type RunOptions, runSequence, Tally } from "./run.js";
import { sequences } from "./steps.js";

/** Sequences before the count of requests is looked at. */
const BATCH = 50;
const LONGEST = 100;
/** A sequence takes some ten milliseconds; one that takes so long hangs. */
const HANG_MS = 20_000;

/** The seed of this run: `FC_SEED`, or drawn. */
export function runSeed(): number {
  const given = process.env.FC_SEED;
  if (given === undefined || given === "") return Math.trunc(Math.random() * 0x7fff_ffff);
  if (/^-?\d+$/.test(given)) return Number(given);
  throw new RangeError(`FC_SEED is "${given}", which is no whole number. Give the seed that a failure printed.`);
}

export interface FuzzOptions extends RunOptions {
  readonly seed: number;
  /** At least so many requests are sent. */
  readonly requests: number;
  /** Goes on, up to thrice as long, until this is true: what is rare must be met as well. */
  readonly enough?: (tally: Tally) => boolean;
  /** A sequence that takes longer hangs. */
  readonly patience?: number;
}

/** What was found: the shortest sequence that shows it, and the seed that finds it again. */
export class FuzzFailure extends Error {
  override readonly name = "FuzzFailure";
  readonly seed: number;
  readonly sequence: readonly Step<unknown>[];

  constructor(api: string, seed: number, sequence: readonly Step<unknown>[], report: string, cause: unknown) {
    super(`${api} is not as its model says. Replay: FC_SEED=${seed} npm run fuzz -w mock-server\n${report}`, { cause });
    this.seed = seed;
    this.sequence = sequence;
  }
}

/** Rejects with the shrunk sequence, its seed and how to replay it. */
export async function fuzz<Deed>(
  api: FuzzedApi<Deed>,
  { seed, requests, enough = () => true, patience = HANG_MS, ...options }: FuzzOptions,
): Promise<Tally> {
  const tally = new Tally();
  const property = fc.asyncProperty(sequences(api, LONGEST), (sequence) => runSequence(api, sequence, tally, options));
  const wanted = () => tally.sent < requests || (tally.sent < 3 * requests && !enough(tally));
  for (let batch = seed; wanted(); batch = (batch + 1) | 0) {
    const details = await fc.check(property, { seed: batch, numRuns: BATCH, timeout: patience });
    if (!details.failed) continue;
    const report = await fc.asyncDefaultReportMessage(details);
    throw new FuzzFailure(
      api.name,
      details.seed,
      details.counterexample?.[0] ?? [],
      report ?? "",
      details.errorInstance,
    );
  }
  return tally;
}
