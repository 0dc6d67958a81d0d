// Which source file declares which route, read off the sources: a route that is in no list is in no document, so only its file knows of it.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A call of `createRoute` in a source file. */
export interface DeclaredRoute {
  /** The constant that holds the route. */
  readonly constant: string;
  readonly operationId: string | undefined;
  /** From the root of the repository, such as `spec/src/terminus-hub/api-keys.ts`. */
  readonly file: string;
}

/** An object of routes, such as `apiKeyRoutes`. */
export interface RouteList {
  readonly name: string;
  readonly constants: readonly string[];
  readonly file: string;
}

/** What the source files of an API declare. */
export interface DeclaredApi {
  readonly routes: readonly DeclaredRoute[];
  readonly lists: readonly RouteList[];
  /** The file that declares a component, by the component's name. */
  readonly components: ReadonlyMap<string, string>;
}

const sources = fileURLToPath(new URL("../src/", import.meta.url));

/** Folders below `spec/src` that define an API. */
export function apiFolders(): string[] {
  return readdirSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => readdirSync(sources + name).includes("index.ts"));
}

/** Reads the source files of the API called `name`. */
export function declaredBy(name: string): DeclaredApi {
  const files = readdirSync(sources + name).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const read = files.map((file) =>
    declaredIn(`spec/src/${name}/${file}`, readFileSync(`${sources}${name}/${file}`, "utf8")),
  );
  return {
    routes: read.flatMap(({ routes }) => routes),
    lists: read.flatMap(({ lists }) => lists),
    components: new Map(read.flatMap(({ components }) => [...components])),
  };
}

/** Reads one source file. */
export function declaredIn(file: string, text: string): DeclaredApi {
  const routes: DeclaredRoute[] = [];
  const lists: RouteList[] = [];
  const components = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const route = node.initializer && routeOf(node.initializer);
      if (route) routes.push({ constant: node.name.text, operationId: route.operationId, file });
      if (node.initializer && ts.isObjectLiteralExpression(node.initializer) && node.name.text.endsWith("Routes")) {
        const constants = node.initializer.properties.flatMap((property) => property.name?.getText() ?? []);
        lists.push({ name: node.name.text, constants, file });
      }
    }
    const component = componentOf(node);
    if (component) components.set(component, file);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { routes, lists, components };
}

function routeOf(node: ts.Expression): { operationId: string | undefined } | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "createRoute") return undefined;
  const [config] = node.arguments;
  const properties = config && ts.isObjectLiteralExpression(config) ? config.properties : [];
  const id = properties.find((property) => property.name?.getText() === "operationId");
  const value = id && ts.isPropertyAssignment(id) ? id.initializer : undefined;
  return { operationId: value && ts.isStringLiteralLike(value) ? value.text : undefined };
}

/** The name in `.openapi("ApiKey", ...)`. */
function componentOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [name] = node.arguments;
  return node.expression.name.text === "openapi" && name && ts.isStringLiteral(name) ? name.text : undefined;
}
