// The source files of the house as the tests of its rules read them: where they lie, what they import, which names they hold.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../", import.meta.url));

export const packages = ["spec", "sdk", "mock-server", "examples"];

export interface Import {
  /** Path of the importing file from the root, such as `sdk/src/core/retry.ts`. */
  readonly from: string;
  /** Path of the imported file from the root, or the bare specifier of a package. */
  readonly to: string;
  /** Whether it is `import()` at run time, which loads the other file later. */
  readonly later: boolean;
}

/** Paths from the root of what is written in TypeScript or JavaScript in the packages. What is outside the workspaces is not of them. */
export const sources = packages.flatMap(sourcesIn);

export const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

/** Every import of every source, types included. */
export const imports: readonly Import[] = sources.flatMap(importsOf);

/** Paths from the root of what is written in TypeScript or JavaScript below a folder. */
export function sourcesIn(folder: string): string[] {
  return filesBelow(join(root, folder)).map((file) => relative(root, file));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const left = ["node_modules", "dist", ".types", "coverage", ".turbo", "bench", "runtimes", "proxy-check"];
    if (left.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.(ts|mts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

export function importsOf(from: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, later: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const { text } = specifier;
    const to = text.startsWith(".") ? join(dirname(from), text).replace(/\.js$/, ".ts") : text;
    found.push({ from, to, later });
  };
  visit(textOf(from), (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, false);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], true);
  });
  return found;
}

/** The names and texts of a file's code. Comments may name an API as an example, and our own packages carry one in their scope. */
export function namesIn(text: string): string {
  const names: string[] = [];
  visit(text, (node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) names.push(node.text);
    if (ts.isRegularExpressionLiteral(node)) names.push(node.text);
  });
  return names.join("\n").replaceAll("@terminus-hub/", "");
}

/** The lists that a file writes out: the texts of each array and union of types, and the names of each object. */
export function listsIn(text: string): ReadonlySet<string>[] {
  const lists: ReadonlySet<string>[] = [];
  visit(text, (node) => {
    if (ts.isArrayLiteralExpression(node)) lists.push(textsOf(node.elements));
    if (ts.isUnionTypeNode(node))
      lists.push(textsOf(node.types.map((type) => (ts.isLiteralTypeNode(type) ? type.literal : type))));
    if (ts.isObjectLiteralExpression(node)) lists.push(textsOf(node.properties.map(({ name }) => name)));
  });
  return lists;
}

const textsOf = (nodes: readonly (ts.Node | undefined)[]) =>
  new Set(nodes.flatMap((node) => (node && (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) ? node.text : [])));

function visit(text: string, see: (node: ts.Node) => void): void {
  const each = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, each);
  };
  each(ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest));
}
