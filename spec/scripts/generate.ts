// Emits the documents, openapi/index.json, FIDELITY.md and the exports of package.json from the routes; with --check, compares instead and names what is stale.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { withApiEntries } from "../../scripts/package-entries.js";
import { apiList } from "../src/api-list.js";
import { apis } from "../src/apis.js";
import { buildDocument } from "../src/document.js";
import { fidelityPage } from "../src/fidelity.js";

const root = new URL("../", import.meta.url);
const documents = apis.map(buildDocument);

const files = new Map<string, string>([
  ...apis.flatMap((api, index): [string, string][] => [
    [`openapi/${api.name}.json`, `${JSON.stringify(documents[index], null, 2)}\n`],
    [`openapi/${api.name}.yaml`, toYaml(documents[index])],
  ]),
  ["openapi/index.json", `${JSON.stringify(apiList(apis), null, 2)}\n`],
  ["FIDELITY.md", fidelityPage(documents)],
  [
    "package.json",
    withApiEntries(
      fileURLToPath(root),
      apis.map(({ name }) => name),
    ),
  ],
]);

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const [name, text] of files) {
  const path = fileURLToPath(new URL(name, root));
  if (check) {
    if ((await readFile(path, "utf8").catch(() => "")) !== text) stale.push(`spec/${name}`);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

if (stale.length > 0) {
  console.error(
    `Stale, since spec/src has changed: ${stale.join(", ")}. Run "npm run generate" and commit what it writes.`,
  );
  process.exit(1);
}
console.log(check ? `${files.size} generated files are up to date.` : `Wrote ${[...files.keys()].join(", ")}.`);

/** YAML 1.1 on purpose: it quotes what older parsers would read as a date, a number or a yes. */
function toYaml(document: unknown): string {
  return stringify(document, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false }).replace(
    /^%YAML 1\.1\n---\n/,
    "",
  );
}
