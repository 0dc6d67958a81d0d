// The shape of the house: no circle of imports, no file that is too long, and one list of APIs.
import { expect, test } from "vitest";
import { imports, listsIn, packages, sources, textOf } from "./house-files.js";
import { listedApis } from "./package-entries.js";

/** Lines of a file that a reader can still keep in view. */
const LONGEST = 250;
const short = /^(mock-server\/src|sdk\/src\/core|sdk\/src\/lifecycle)\/(?!(.*\/)?generated\/)/;

test.each(packages)("no import of %s leads back to where it came from, types included", (name) => {
  const graph = new Map<string, string[]>();
  for (const { from, to, later } of imports) {
    if (later || !from.startsWith(`${name}/`) || !to.startsWith(`${name}/`)) continue;
    graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  expect(graph.size).toBeGreaterThan(3);
  expect(circlesOf(graph)).toEqual([]);
});

test("a circle is told as the path that leads back", () => {
  const graph = new Map([
    ["a", ["b", "d"]],
    ["b", ["c"]],
    ["c", ["a"]],
    ["d", []],
  ]);
  expect(circlesOf(graph)).toEqual(["a -> b -> c -> a"]);
});

test("no file of the mock server's source, the SDK's core or its lifecycle has more than 250 lines", () => {
  const long = sources
    .filter((path) => short.test(path))
    .map((path) => ({ path, lines: textOf(path).trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long.map(({ path, lines }) => `${path} has ${lines} lines. Split it by what it is about.`)).toEqual([]);
});

test("only spec/src/apis.ts lists the APIs", () => {
  const apis = listedApis().map(({ name }) => name);
  const rooms = new RegExp(`/(${apis.join("|")}|generated)/`);
  const listing = sources
    .filter((path) => path !== "spec/src/apis.ts" && !rooms.test(path))
    .filter((path) => listsIn(textOf(path)).some((list) => apis.every((api) => list.has(api))));
  expect(listing.map((path) => `${path} lists every API. Take them from spec/openapi/index.json.`)).toEqual([]);
});

/** One circle for each way back that a walk along the imports meets. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const back = path.indexOf(file);
    if (back >= 0) circles.push([...path.slice(back), file].join(" -> "));
    if (back >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}
