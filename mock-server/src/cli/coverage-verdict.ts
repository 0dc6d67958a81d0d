// What the coverage of the contract means for the exit code.
import { type CoverageReport, coverageText } from "../core/coverage.js";

/** Prints the report to stderr; false if it is below what was asked for. */
export function printCoverage(report: CoverageReport, least: number | undefined): boolean {
  process.stderr.write(`${coverageText(report)}\n`);
  if (least === undefined || report.operations.percent >= least) return true;
  process.stderr.write(`Coverage of operations is ${report.operations.percent} %, below --min-coverage ${least}.\n`);
  return false;
}
