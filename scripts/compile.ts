// The compiler in this process: a consumer's program is checked against the types of what it imports.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What no library of ours can break: the types of the compiler and of Node. */
const PLATFORM = /\/node_modules\/(typescript|@types\/node|undici-types)\//;

/** Files that were read before, by what decides how they are parsed: many projects share libraries. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Reads the files and what they import. The options are those of a tsconfig.json; nothing is emitted. */
export function programOf(folder: string, files: readonly string[], options: object): ts.Program {
  const json = { types: [], typeRoots: [join(root, "node_modules/@types")], ...options, noEmit: true };
  const { options: read, errors } = ts.convertCompilerOptionsFromJson(json, folder);
  if (errors.length > 0) throw new Error(textOf(errors, folder));
  const host = ts.createCompilerHost(read);
  const readAnew = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) => {
    if (!file.includes("/node_modules/") || file.startsWith(folder)) return readAnew(file, version, ...rest);
    const how = typeof version === "object" ? [version.languageVersion, version.impliedNodeFormat] : [version];
    const key = [file, ...how, read.module, read.moduleResolution].join("|");
    if (!parsed.has(key)) parsed.set(key, readAnew(file, version, ...rest));
    return parsed.get(key);
  };
  return ts.createProgram({ rootNames: files.map((file) => join(folder, file)), options: read, host });
}

export interface Scope {
  /** Checks the libraries of other authors, too. One test for each kind of project does; the others check ours alone. */
  readonly libraries?: boolean;
}

/** Type-checks a consumer's files and what is installed beside them: what `tsc` would print, empty if all is well. */
export function complaints(
  folder: string,
  files: readonly string[],
  options: object,
  { libraries = false }: Scope = {},
): string {
  const program = programOf(folder, files, options);
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(folder) && (!libraries || PLATFORM.test(file.fileName))) continue;
    found.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  }
  return textOf(found, folder);
}

/** A program without its types, for a Node that knows none, and without `using`. */
export function javascriptOf(text: string): string {
  const { ES2022: target } = ts.ScriptTarget;
  return ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ESNext } }).outputText;
}

const textOf = (found: readonly ts.Diagnostic[], folder: string): string =>
  ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(found), {
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  });
