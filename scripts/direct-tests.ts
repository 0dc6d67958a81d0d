// Which tests a change asks for first: those beside the changed files, and those that import them directly.
import { importsOf, packages, sourcesIn } from "./house-files.js";

const isTest = (path: string) => path.endsWith(".test.ts");

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Of `tests`, those that are changed themselves, lie beside a changed file under its name, or import one. */
export function directTests(changed: readonly string[], tests: readonly string[], imports: readonly Edge[]): string[] {
  const importing = new Set(imports.filter(({ to }) => changed.includes(to)).map(({ from }) => from));
  const stems = changed.map((path) => path.replace(/(\.test)?\.\w+$/, "."));
  return tests.filter(
    (test) => changed.includes(test) || importing.has(test) || stems.some((stem) => test.startsWith(stem)),
  );
}

/** The same for the files of this repository, by the folder whose vitest runs them. */
export function directTestsByFolder(changed: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = [...packages, "scripts"];
  const tests = folders.flatMap(sourcesIn).filter(isTest);
  const found = directTests(changed, tests, tests.flatMap(importsOf));
  const byFolder = folders.map((folder) => [folder, found.filter((test) => test.startsWith(`${folder}/`))] as const);
  return new Map(byFolder.filter(([, own]) => own.length > 0));
}
