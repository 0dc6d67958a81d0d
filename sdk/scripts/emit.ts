// Everything that is generated, by its path below `sdk`; and which of it is stale.
import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { withApiEntries } from "../../scripts/package-entries.js";
import { type ApiRow, apiRows } from "./apis.js";
import { emitApiPage } from "./emit-api-page.js";
import { emitResources } from "./emit-resources.js";
import { type Document, flatten } from "./openapi.js";

export type Files = ReadonlyMap<string, string>;

/** Emits all files from the documents in `openapi` and the comments in `source`; both are folders with a slash at the end. */
export async function emit(openapi: string, source: string): Promise<Files> {
  const files = new Map<string, string>();
  const documents: [ApiRow, Document][] = [];
  const rows = apiRows(source);
  for (const row of rows) {
    const document = flatten(JSON.parse(readFileSync(`${openapi}${row.name}.json`, "utf8")) as Document);
    const types = await openapiTS(JSON.stringify(document), { defaultNonNullable: false });
    const folder = `src/${row.name}/generated`;
    const head = `// Generated from spec/openapi/${row.name}.json. Do not edit: change spec/src and run \`npm run generate\`.\n`;
    files.set(`${folder}/schema.ts`, `${head}${astToString(types)}`);
    files.set(`${folder}/resources.ts`, emitResources(row, document));
    documents.push([row, document]);
  }
  files.set("API.md", emitApiPage(source, documents));
  // The first API is the main entry.
  files.set(
    "package.json",
    withApiEntries(
      `${source}../`,
      rows.slice(1).map(({ name }) => name),
    ),
  );
  return files;
}

/** The files that differ from what lies below `root`, or are missing there. */
export function staleFiles(files: Files, root: string): string[] {
  const committed = (path: string): string | undefined => {
    try {
      return readFileSync(root + path, "utf8");
    } catch {
      return undefined;
    }
  };
  return [...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path);
}

/** What to say about stale files. */
export function staleMessage(stale: readonly string[]): string {
  return `Stale: ${stale.map((path) => `sdk/${path}`).join(", ")}. Run \`npm run generate\` and commit the result.`;
}
