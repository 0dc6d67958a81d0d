// The diffs that CONTRIBUTING.md shows, as one patch that `git apply` takes.
import { readFileSync } from "node:fs";

/** Every `diff` block of the page, in order. */
export function recipePatch(page: string): string {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```diff\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, diff]) => diff).join("");
}

/** Whether the operation that the page adds is in the contract already, as it is once somebody has followed the recipe. */
export function isFollowed(root: string, patch: string): boolean {
  const [, operationId] = /^\+ *operationId: "(\w+)",$/m.exec(patch) ?? [];
  if (operationId === undefined) throw new Error("The recipe of CONTRIBUTING.md adds no operation.");
  return readFileSync(`${root}spec/openapi/terminus-hub.json`, "utf8").includes(`"operationId": "${operationId}"`);
}
