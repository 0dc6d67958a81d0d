// The diffs that CONTRIBUTING.md shows, and how they are applied: by what stands beside a change, so that others may have
// changed the same file meanwhile.
import { readFileSync } from "node:fs";

/** One change of a file: lines that go, lines that come, and what stands around them. */
interface Change {
  readonly path: string;
  /** The place in the file of whoever wrote the diff, from 0. */
  readonly line: number;
  readonly before: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly after: readonly string[];
}

/** Every `diff` block of the page, in order. */
export function recipePatch(page: string): string {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```diff\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, diff]) => diff).join("");
}

/** The files that a patch changes, by their paths from the root. */
export const filesOf = (patch: string): string[] =>
  [...patch.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, path = ""]) => path);

/** Whether the operation that the page adds is in the contract already, as it is once somebody has followed the recipe. */
export function isFollowed(root: string, patch: string): boolean {
  const [, operationId] = /^\+ *operationId: "(\w+)",$/m.exec(patch) ?? [];
  if (operationId === undefined) throw new Error("The recipe of CONTRIBUTING.md adds no operation.");
  return readFileSync(`${root}spec/openapi/terminus-hub.json`, "utf8").includes(`"operationId": "${operationId}"`);
}

/** The new text of each file that the patch changes. Throws where nothing like the surroundings of a change is there. */
export function applied(root: string, patch: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const change of changesOf(patch)) {
    const { path, removed, added } = change;
    const lines = (texts.get(path) ?? readFileSync(root + path, "utf8")).split("\n");
    const place = placeOf(change, lines);
    if (place === undefined) {
      const [line = ""] = [...removed, ...change.before.slice(-1), ...change.after];
      throw new Error(
        `${path} has no "${line.trim()}", beside which CONTRIBUTING.md shows a change. Write its diff anew.`,
      );
    }
    lines.splice(place, removed.length, ...added);
    texts.set(path, lines.join("\n"));
  }
  return texts;
}

function changesOf(patch: string): Change[] {
  return patch.split(/^--- a\/.*\n/m).flatMap((file) => {
    const [path = ""] = filesOf(file);
    return file
      .split(/^(?=@@ )/m)
      .slice(1)
      .flatMap((hunk) => {
        const [head = "", ...lines] = hunk.replace(/\n$/, "").split("\n");
        const first = Number(/^@@ -(\d+)/.exec(head)?.[1]) - 1;
        const runs = lines.join("\n").matchAll(/(?:^[-+].*\n?)+/gm);
        return [...runs].map((run) => {
          const changed = run[0].replace(/\n$/, "").split("\n");
          const start = lines.join("\n").slice(0, run.index).split("\n").length - 1;
          const old = (from: number, to?: number) =>
            lines
              .slice(from, to)
              .filter((line) => !line.startsWith("+"))
              .map((line) => line.slice(1));
          const only = (mark: string) => changed.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
          const before = old(0, start);
          const after = old(start + changed.length);
          return { path, line: first + before.length, before, removed: only("-"), added: only("+"), after };
        });
      });
  });
}

/** Where most of a change's surroundings stand, the nearest to its line if there are several. */
function placeOf({ line, before, removed, after }: Change, lines: readonly string[]): number | undefined {
  const alike = (wanted: readonly string[], at: (i: number) => string | undefined): number => {
    const end = wanted.findIndex((text, i) => at(i) !== text);
    return (end < 0 ? wanted : wanted.slice(0, end)).filter((text) => text.trim() !== "").length;
  };
  const backwards = [...before].reverse();
  const found = lines
    .map((_, place) => ({
      place,
      score:
        removed.length +
        alike(backwards, (i) => lines[place - 1 - i]) +
        alike(after, (i) => lines[place + removed.length + i]),
    }))
    .filter(({ place, score }) => score > 0 && removed.every((text, i) => lines[place + i] === text));
  found.sort((a, b) => b.score - a.score || Math.abs(a.place - line) - Math.abs(b.place - line));
  return found[0]?.place;
}
