// Reads the documentation that stands in our own source: of options, calls and errors.
import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";

export interface Documented {
  readonly name: string;
  /** The type as written, without the `| undefined` of what may be left out; empty for a class or a method. */
  readonly type: string;
  readonly text: string;
}

function parse(path: string): ts.SourceFile {
  if (!existsSync(path)) {
    throw new Error(`${path} is missing, so its documentation cannot be read. Write it: see CONTRIBUTING.md#an-api.`);
  }
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext, true);
}

/** The text of a node's own comment on one line, tags left out. */
function textOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join(" ");
  return text.replace(/\s+/g, " ").trim();
}

/** The documented members of an interface or class, in the order of the source; private ones are left out. */
export function membersOf(path: string, owner: string): Documented[] {
  const source = parse(path);
  const declaration = source.statements.find(
    (node): node is ts.InterfaceDeclaration | ts.ClassDeclaration =>
      (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) && node.name?.text === owner,
  );
  if (!declaration) throw new Error(`"${owner}" is not in ${path}, so its documentation cannot be read.`);
  const members: readonly ts.Node[] = declaration.members;
  return members.flatMap((member) => {
    const text = textOf(member);
    const named = member as ts.NamedDeclaration & { type?: ts.TypeNode };
    if (!text || !named.name || !ts.isIdentifier(named.name)) return [];
    if (
      ts.canHaveModifiers(member) &&
      ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.ProtectedKeyword)
    )
      return [];
    const optional = ts.isPropertySignature(member) && member.questionToken;
    const type = optional ? written(named.type).replace(/\s*\|\s*undefined$/, "") : written(named.type);
    const name = named.name.getText(source);
    // A method is shown as it is called.
    const called = ts.isMethodDeclaration(member) || ts.isMethodSignature(member);
    return [called ? { name: signature(name, member), type: "", text } : { name, type, text }];
  });
}

/** A type on one line. */
function written(type: ts.TypeNode | undefined): string {
  return (type?.getText() ?? "").replace(/\s+/g, " ");
}

/** A function or a method as its caller sees it. */
function signature(
  name: string,
  { parameters, type }: ts.FunctionDeclaration | ts.MethodDeclaration | ts.MethodSignature,
): string {
  const said = parameters.map((parameter) => {
    // What is taken apart at once has no name of its own: it is called by its type, `TraylinxKeyScope` by `scope`.
    const [hump = "options"] =
      parameter.type && ts.isTypeReferenceNode(parameter.type)
        ? (/[A-Z][a-z]+$/.exec(written(parameter.type)) ?? [])
        : [];
    const own = ts.isIdentifier(parameter.name) ? parameter.name.text : hump.toLowerCase();
    return `${own}${parameter.initializer || parameter.questionToken ? "?" : ""}: ${written(parameter.type)}`;
  });
  return `${name}(${said.join(", ")}): ${written(type)}`;
}

/** A function that a file exports: each of its signatures, and its documentation. */
export function functionOf(path: string, name: string): Documented & { readonly signatures: readonly string[] } {
  const declarations = parse(path).statements.filter(
    (node): node is ts.FunctionDeclaration => ts.isFunctionDeclaration(node) && node.name?.text === name,
  );
  const text = declarations.map(textOf).find(Boolean);
  if (!text) throw new Error(`"${name}" is not in ${path}, or has no comment, so its documentation cannot be read.`);
  // The implementation behind overloads is nobody's to call.
  const seen = declarations.length > 1 ? declarations.filter(({ body }) => !body) : declarations;
  return { name, type: "", text, signatures: seen.map((node) => signature(name, node)) };
}

/** The functions that a file exports from others, by their names in small letters: each with the file it comes from, as it is written there. */
export function functionsExportedBy(path: string): [name: string, from: string][] {
  return parse(path).statements.flatMap((node) => {
    if (!ts.isExportDeclaration(node) || node.isTypeOnly || !node.exportClause || !node.moduleSpecifier) return [];
    if (!ts.isNamedExports(node.exportClause) || !ts.isStringLiteral(node.moduleSpecifier)) return [];
    const from = node.moduleSpecifier.text.replace(/^\.\//, "").replace(/\.js$/, "");
    return node.exportClause.elements
      .filter(({ isTypeOnly, name }) => !isTypeOnly && /^[a-z]/.test(name.text))
      .map(({ name }): [string, string] => [name.text, from]);
  });
}

/** The names of the interfaces that a file declares. */
export function namesOf(path: string): string[] {
  return parse(path).statements.flatMap((node) => (ts.isInterfaceDeclaration(node) ? [node.name.text] : []));
}

/** The documented classes that a file exports. */
export function classesOf(path: string): Documented[] {
  return parse(path).statements.flatMap((node) =>
    ts.isClassDeclaration(node) && node.name ? [{ name: node.name.text, type: "", text: textOf(node) }] : [],
  );
}
