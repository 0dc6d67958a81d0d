// What the coverage of the contract means for the exit code.
import { coverageText } from "../core/journal/coverage.js";
import type { Prepared } from "./prepare.js";

/** Prints a report for each mock to stderr; false if one is below what was asked for. */
export function printCoverage(prepared: readonly Prepared[], least: number | undefined): boolean {
  let enough = true;
  for (const { mock } of prepared) {
    const report = mock.coverage();
    const { percent } = report.operations;
    const of = prepared.length > 1 ? ` of ${mock.api}` : "";
    process.stderr.write(`${coverageText(report)}\n`);
    if (least === undefined || percent >= least) continue;
    enough = false;
    process.stderr.write(`Coverage of operations${of} is ${percent} %, below --min-coverage ${least}.\n`);
  }
  return enough;
}
