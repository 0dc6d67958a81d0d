// `npm run map`: prints the map of files, each with its first line, and writes it into ARCHITECTURE.md between its markers.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { listedApis } from "./package-entries.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const page = `${root}ARCHITECTURE.md`;
const MARKED = /(<!-- map -->\n)[\s\S]*?(<!-- \/map -->)/;

/** Folders whose files nobody opens by the map: what is installed, built, written by a command, or laid for a new API. */
const ASIDE = ["node_modules", "dist", ".types", ".turbo", "coverage", "generated", "template"];
const apis = listedApis().map(({ name }) => name);

/** The page with the map of the files as they are now. */
export function withMap(text: string): string {
  if (!MARKED.test(text)) throw new Error("ARCHITECTURE.md has no <!-- map --> and <!-- /map -->. Put them back.");
  return text.replace(MARKED, (_, open: string, close: string) => `${open}\n\`\`\`text\n${map()}\n\`\`\`\n\n${close}`);
}

function map(): string {
  const folders = new Map<string, Map<string, string>>();
  for (const file of ["scripts", "spec", "sdk", "mock-server", "examples"].flatMap((name) => filesBelow(root + name))) {
    const path = relative(root, file);
    const folder = nameOf(dirname(path));
    const files = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, files);
    // Of files that several APIs have, the first API's speaks for all.
    if (!files.has(basename(path))) files.set(basename(path), headOf(file));
  }
  const blocks = [...folders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folder, files]) => {
      const width = Math.max(...[...files.keys()].map((name) => name.length));
      const lines = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
      return [`${folder}/`, ...lines.map(([name, head]) => `  ${name.padEnd(width)}  ${head}`.trimEnd())].join("\n");
    });
  return blocks.join("\n\n");
}

/** The folders of all APIs are one in the map, `<api>`. */
const nameOf = (folder: string): string =>
  folder
    .split("/")
    .map((part) => (apis.includes(part) ? "<api>" : part))
    .join("/");

/** In the order of the APIs, so that the first is met first. Tests lie beside what they test, under its name. */
function filesBelow(folder: string): string[] {
  const place = (name: string) => apis.indexOf(name);
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ASIDE.includes(name) && !name.startsWith("."))
    .sort((one, other) => place(one.name) - place(other.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /(?<!\.(test|config))\.(ts|mjs|cjs|sh)$/.test(entry.name) ? [path] : [];
    });
}

/** The first line of a file that is a comment, without its sign. */
function headOf(file: string): string {
  const [first = "", second = ""] = readFileSync(file, "utf8").split("\n", 2);
  return (first.startsWith("#!") ? second : first).replace(/^(\/\/|#|\/\*\*?)\s*/, "").replace(/\s*\*\/$/, "");
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(page, "utf8");
  writeFileSync(page, withMap(text));
  console.log(map());
}
