// `npm run generate`: what the mock server says of every API, written from the one list of them. With --check, compares only.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listedApis } from "../../scripts/package-entries.js";
import { emitApis, emitPublicTypes } from "./emit-apis.js";
import { withOtherApis } from "./emit-other-apis.js";
import { withStateTables } from "./emit-state-tables.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const apis = listedApis();
const files: Readonly<Record<string, string>> = {
  "src/generated/apis.ts": emitApis(apis),
  "src/generated/public-types.ts": emitPublicTypes(apis),
  "README.md": await withStateTables(await withOtherApis(readFileSync(`${root}README.md`, "utf8"), apis), apis),
};

const committed = (path: string): string | undefined => {
  try {
    return readFileSync(root + path, "utf8");
  } catch {
    return undefined;
  }
};
const stale = Object.entries(files).filter(([path, text]) => committed(path) !== text);

if (!process.argv.includes("--check")) {
  for (const [path, text] of stale) {
    writeFileSync(root + path, text);
    console.log(`wrote mock-server/${path}`);
  }
} else if (stale.length > 0) {
  const names = stale.map(([path]) => `mock-server/${path}`).join(", ");
  console.error(`Stale: ${names}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}
