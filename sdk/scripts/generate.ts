// `npm run generate`: spec/openapi/*.json -> types, resource classes and the API page. With --check, compares only.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { type ApiRow, apis } from "./apis.js";
import { type Document, flatten } from "./document.js";
import { emitApiPage } from "./emit-api-page.js";
import { emitResources } from "./emit-resources.js";

const sdk = fileURLToPath(new URL("../", import.meta.url));

/** Every generated file by its path below `sdk`. */
async function emit(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const documents: [ApiRow, Document][] = [];
  for (const row of apis) {
    const document = flatten(JSON.parse(readFileSync(`${sdk}../spec/openapi/${row.name}.json`, "utf8")) as Document);
    const types = await openapiTS(JSON.stringify(document), { defaultNonNullable: false });
    const folder = `src/${row.name}/generated`;
    const head = `// Generated from spec/openapi/${row.name}.json. Do not edit: change spec/src and run \`npm run generate\`.\n`;
    files.set(`${folder}/schema.ts`, `${head}${astToString(types)}`);
    files.set(`${folder}/resources.ts`, emitResources(row, document));
    documents.push([row, document]);
  }
  files.set("API.md", emitApiPage(`${sdk}src/`, documents));
  return files;
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(sdk + path, "utf8");
  } catch {
    return undefined;
  }
}

const files = await emit();
const stale = [...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path);

if (process.argv.includes("--check")) {
  if (stale.length) {
    console.error(
      `Stale: ${stale.map((path) => `sdk/${path}`).join(", ")}. Run \`npm run generate\` and commit the result.`,
    );
    process.exitCode = 1;
  }
} else {
  for (const path of stale) {
    mkdirSync(dirname(sdk + path), { recursive: true });
    writeFileSync(sdk + path, files.get(path) ?? "");
    console.log(`wrote sdk/${path}`);
  }
}
