// What is wrong with the name of a new API.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { listedApis } from "../package-entries.js";
import { templateFiles } from "./lay-files.js";
import { namesOf } from "./names.js";

/** Words that mean something else where an API's name stands: in `--api all`, and as names of folders. */
const RESERVED = [
  "all",
  "core",
  "lifecycle",
  "generated",
  "dist",
  "src",
  "scripts",
  "bench",
  "docs",
  "index",
  "new-api",
];

/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
const LONGEST = 30;

/** Folders in which a new API gets one of its own. */
const PARENTS = ["spec/src", "sdk/src", "mock-server/src", "mock-server/test", "examples/test"];

/** What is wrong with a name, as a sentence; undefined where it can be used. `root` is the repository's folder, with a slash at the end. */
export function nameProblem(root: string, name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/.test(name) || name.length > LONGEST) {
    return `"${name}" cannot name an API. Use lower-case letters and digits, with single dashes between words, at most ${LONGEST} characters, such as big-corp.`;
  }
  const { variable, client, env } = namesOf(name);
  const listed = listedApis();
  if (listed.some((api) => api.name === name)) return `There is an API called ${name} already: see spec/src/${name}.`;
  const same = listed.find(
    (api) =>
      api.client.toLowerCase() === client.toLowerCase() ||
      api.env.replaceAll("_", "") === env.replaceAll("_", "") ||
      api.variable === variable,
  );
  if (same !== undefined) {
    return `"${name}" is too close to ${same.name}: the client ${same.client}, the variable ${same.variable} and ${same.env}_* belong to that. Choose another name.`;
  }
  const isFile = ["spec/src", "sdk/src", "mock-server/src"].some((folder) => existsSync(`${root}${folder}/${name}.ts`));
  if (
    RESERVED.includes(name) ||
    DEVICES.test(name) ||
    isFile ||
    isEntry(root, name) ||
    isWord(variable) ||
    isTaken(root, variable, client)
  ) {
    return `"${name}" is reserved: it means something else in code or in this repository. Choose another name.`;
  }
  const taken = PARENTS.map((folder) => `${folder}/${name}`).find((path) => existsSync(root + path));
  if (taken !== undefined) return `${taken} exists already. Choose another name, or delete it if it is left over.`;
  return undefined;
}

/** Whether a package exports it. */
const isEntry = (root: string, name: string): boolean =>
  ["spec", "sdk", "mock-server"].some((folder) =>
    Object.hasOwn(JSON.parse(readFileSync(`${root}${folder}/package.json`, "utf8")).exports, `./${name}`),
  );

/** Whether the language reads it as anything but a name. */
const isWord = (text: string): boolean =>
  ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text).scan() !== ts.SyntaxKind.Identifier;

/** Whether the files that would be laid, the SDK's core or the platform use the variable or the class for something else. */
function isTaken(root: string, variable: string, client: string): boolean {
  const files = [
    ...templateFiles(root).map(({ text }) => text),
    ...readdirSync(`${root}sdk/src/core`)
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => readFileSync(`${root}sdk/src/core/${file}`, "utf8")),
  ];
  const named = new RegExp(`\\b(?:${variable}|${client})\\b`);
  return variable in globalThis || client in globalThis || files.some((text) => named.test(withoutProse(text)));
}

const withoutProse = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, "");
