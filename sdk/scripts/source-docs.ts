// Reads the documentation that stands in our own source: of options, calls and errors.
import { readFileSync } from "node:fs";
import ts from "typescript";

export interface Documented {
  readonly name: string;
  /** The type as written, without `| undefined`; empty for a class. */
  readonly type: string;
  readonly text: string;
}

function parse(path: string): ts.SourceFile {
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
    const type = named.type?.getText(source).replace(/\s*\|\s*undefined$/, "") ?? "";
    return [{ name: named.name.getText(source), type, text }];
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
