// `npm run generate`: spec/openapi/*.json -> types, resource classes and the API page. With --check, compares only.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { emit, staleFiles, staleMessage } from "./emit.js";

const sdk = fileURLToPath(new URL("../", import.meta.url));

try {
  const files = await emit(`${sdk}../spec/openapi/`, `${sdk}src/`);
  const stale = staleFiles(files, sdk);
  if (process.argv.includes("--check")) {
    if (stale.length > 0) throw new Error(staleMessage(stale));
  } else {
    for (const path of stale) {
      mkdirSync(dirname(sdk + path), { recursive: true });
      writeFileSync(sdk + path, files.get(path) ?? "");
      console.log(`wrote sdk/${path}`);
    }
  }
} catch (error) {
  // The message says what to do. A stack of the generator would not help.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
