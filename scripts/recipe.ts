// The diffs that CONTRIBUTING.md shows, as one patch that `git apply` takes.
import { readFileSync } from "node:fs";

/** Every `diff` block of the page, in order. */
export function recipePatch(page: string): string {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```diff\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, diff]) => diff).join("");
}
