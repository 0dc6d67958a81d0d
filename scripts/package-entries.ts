// The entries of a package, from the list of APIs: those of a manifest's `exports`, and those that tsup builds.
import { existsSync, readFileSync } from "node:fs";
import type { ListedApi } from "../spec/src/api-list.js";

export type { ListedApi };

/** Every API, in the order of `spec/src/apis.ts`. */
export function listedApis(): ListedApi[] {
  return JSON.parse(readFileSync(new URL("../spec/openapi/index.json", import.meta.url), "utf8")) as ListedApi[];
}

/** The entries that tsup builds for APIs: each one's `index.ts` below `src`. */
export function apiEntries(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `src/${name}/index.ts`]));
}

/** Where `tsc -p tsconfig.types.json` lays the types of each entry, for tsup to bundle. */
export function typeEntries(entry: Readonly<Record<string, string>>): Record<string, string> {
  const types = (source: string) => source.replace(/^src\//, ".types/").replace(/\.ts$/, ".d.ts");
  return Object.fromEntries(Object.entries(entry).map(([name, source]) => [name, types(source)]));
}

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
}

const conditions = (name: string) => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
});

/**
 * The manifest in `folder` with an entry for each API, in their order. New ones follow the last that is there. What is not
 * an API's stays where it is; an entry whose source is gone goes too.
 */
export function withApiEntries(folder: string, names: readonly string[]): string {
  const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8")) as Manifest;
  const kept = Object.entries(manifest.exports).filter(([entry]) => entry === "." || isThere(folder, entry));
  const isApi = ([entry]: readonly [string, unknown]) => names.includes(entry.slice(2));
  const first = kept.findIndex(isApi);
  const before = first < 0 ? kept.findIndex(([entry]) => entry.endsWith(".json")) : first;
  const others = kept.filter((entry) => !isApi(entry));
  const apis = names.map((name): [string, unknown] => [`./${name}`, conditions(name)]);
  const exports = Object.fromEntries([...others.slice(0, before), ...apis, ...others.slice(before)]);
  return `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`;
}

/** Whether an entry is no built file, or one whose source is there. */
function isThere(folder: string, entry: string): boolean {
  const source = `${folder}src/${entry.slice(2)}`;
  return /[.*]/.test(entry.slice(2)) || existsSync(`${source}.ts`) || existsSync(`${source}/index.ts`);
}
