// The files of a new API, made from those of the API "new-api" in the template, and its line in the registry.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Names } from "./names.js";

const TEMPLATE = "scripts/new-api/template/";
const REGISTRY = "spec/src/apis.ts";

/** A file that is laid: its path from the root, and its text. */
interface LaidFile {
  readonly path: string;
  readonly text: string;
}

/** The files of the template. `root` is the repository's folder, with a slash at the end. */
export function templateFiles(root: string): LaidFile[] {
  return readdirSync(root + TEMPLATE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((path) => ({ path: path.slice((root + TEMPLATE).length), text: readFileSync(path, "utf8") }));
}

/** Writes the files and adds the API to the registry. Returns the paths of the new files from the root. */
export function layFiles(root: string, names: Names): string[] {
  const renamed = (text: string): string =>
    text
      .replaceAll("new-api", names.name)
      .replaceAll("newApi", names.variable)
      .replaceAll("NewApi", names.client)
      .replaceAll("NEW_API", names.env)
      .replaceAll("New Api", names.title)
      .replaceAll("newapi_", names.prefix);
  const files = templateFiles(root).map(({ path, text }) => ({ path: renamed(path), text: renamed(text) }));
  for (const { path, text } of files) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text, { flag: "wx" });
  }
  const registry = readFileSync(root + REGISTRY, "utf8");
  writeFileSync(root + REGISTRY, withApi(registry, names));
  return files.map(({ path }) => path);
}

/** The registry with one more API, at the end of the list. */
function withApi(registry: string, { name, variable }: Names): string {
  const listed = registry
    .replace(/^import /m, `import { ${variable} } from "./${name}/index.js";\nimport `)
    .replace(/^(export const apis\b[^=]*= \[)([^\]]*?),?(\s*\];)$/m, `$1$2, ${variable}$3`);
  if (!listed.includes(`, ${variable}`))
    throw new Error(`No list of APIs was found in ${REGISTRY}. Add ${variable} there.`);
  return listed;
}
