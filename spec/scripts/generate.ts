// Emits the documents, openapi/index.json, FIDELITY.md, the exports of package.json and the table of the README from the routes; with --check, compares instead and names what is stale.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { withApiEntries } from "../../scripts/package-entries.js";
import type { ApiDefinition } from "../src/define-api.js";
import { apiFolders, declaredBy } from "./declared-routes.js";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");

try {
  const files = await emit();
  const stale = await staleFiles(files);
  if (!check) await write(files, stale);
  else if (stale.length > 0) {
    const names = stale.map((name) => `spec/${name}`).join(", ");
    refuse(`Stale, since spec/src has changed: ${names}. Run "npm run generate" and commit what it writes.`);
  } else console.log(`${files.size} generated files are up to date.`);
} catch (error) {
  refuse(described(error));
}

/** The message alone, and for a slip in a definition, such as a name that is not there, the line of its file. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [place] = /spec\/src\/[^():]+:\d+/.exec(error.stack ?? "") ?? [];
  return place && error.constructor !== Error ? `${error.name} in ${place}: ${error.message}` : error.message;
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Every generated file by its path below `spec`. Throws, in one line for each problem, if any route is not whole. */
async function emit(): Promise<Map<string, string>> {
  // Loaded here, so that what a definition throws is caught.
  const { apis } = await import("../src/apis.js");
  const { buildDocument } = await import("../src/document.js");
  const { apiList } = await import("../src/api-list.js");
  const { fidelityPage } = await import("../src/fidelity.js");
  const problems = await problemsOf(apis);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const documents = apis.map(buildDocument);
  const names = apis.map(({ name }) => name);
  return new Map<string, string>([
    ...names.flatMap((name, index): [string, string][] => [
      [`openapi/${name}.json`, `${JSON.stringify(documents[index], null, 2)}\n`],
      [`openapi/${name}.yaml`, toYaml(documents[index])],
    ]),
    ["openapi/index.json", `${JSON.stringify(apiList(apis), null, 2)}\n`],
    ["FIDELITY.md", fidelityPage(documents)],
    ["package.json", withApiEntries(fileURLToPath(root), names)],
    ["README.md", withTable(await readFile(new URL("README.md", root), "utf8"), apis)],
  ]);
}

/** The README with the table of APIs between its two marks. */
function withTable(readme: string, apis: readonly ApiDefinition[]): string {
  const rows = apis.map(({ name, title, version, tags }) => {
    const parts = tags.map((tag) => tag.name).join(", ");
    return `| ${title} ${version} | ${parts} | \`@terminus-hub/spec/openapi/${name}.json\`, \`.yaml\` |`;
  });
  const table = ["| API | resources | document |", "|---|---|---|", ...rows].join("\n");
  return readme.replace(/(<!-- apis: .*? -->\n)[\s\S]*?(<!-- \/apis -->)/, `$1${table}\n$2`);
}

async function problemsOf(apis: readonly ApiDefinition[]): Promise<string[]> {
  const { routeProblems } = await import("./route-problems.js");
  const names = apis.map(({ name }) => name);
  const unlisted = apiFolders().filter((name) => !names.includes(name));
  return [
    ...unlisted.map((name) => `spec/src/${name} is in no list of APIs. Add it to spec/src/apis.ts.`),
    ...apis.flatMap((api) => routeProblems(api, declaredBy(api.name))),
  ];
}

/** Files that differ, are missing, or are the documents of an API that has left the list. */
async function staleFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const documents = (await readdir(new URL("openapi", root))).map((name) => `openapi/${name}`);
  const stale = documents.filter((name) => !files.has(name));
  for (const [name, text] of files) {
    if ((await readFile(new URL(name, root), "utf8").catch(() => "")) !== text) stale.push(name);
  }
  return stale;
}

async function write(files: ReadonlyMap<string, string>, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = fileURLToPath(new URL(name, root));
    const text = files.get(name);
    if (text === undefined) {
      await rm(path);
      console.log(`removed spec/${name}`);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`wrote spec/${name}`);
  }
}

/** YAML 1.1 on purpose: it quotes what older parsers would read as a date, a number or a yes. */
function toYaml(document: unknown): string {
  return stringify(document, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false }).replace(
    /^%YAML 1\.1\n---\n/,
    "",
  );
}
