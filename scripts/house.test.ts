// The rule of who may import whom, read off the imports of every source file.
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { listedApis } from "./package-entries.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const packages = ["spec", "sdk", "mock-server", "examples"];
const apis = listedApis().map(({ name }) => name);
const prefixes = apis.map(keyPrefixOf);

/** What the keys of an API start with, as its document says it. */
function keyPrefixOf(name: string): string {
  const text = readFileSync(`${root}spec/openapi/${name}.json`, "utf8");
  const { components } = JSON.parse(text) as {
    components: { securitySchemes: Record<string, { "x-key-form"?: { prefix: string } }> };
  };
  const [form] = Object.values(components.securitySchemes).flatMap((scheme) => scheme["x-key-form"] ?? []);
  if (!form)
    throw new Error(`${name}.json has no x-key-form. Give it to a security scheme in spec/src/${name}/security.ts.`);
  return form.prefix;
}

interface Import {
  /** Path of the importing file from the root, such as `sdk/src/core/retry.ts`. */
  readonly from: string;
  /** Path of the imported file from the root, or the bare specifier of a package. */
  readonly to: string;
}

const sources = packages.flatMap((name) => filesBelow(join(root, name)));
const imports = sources.flatMap(importsOf);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "coverage", ".turbo", "bench", "runtimes", "proxy-check"].includes(entry.name))
      return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.(ts|mts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const from = relative(root, file);
  return ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({ fileName }) => ({
    from,
    to: fileName.startsWith(".") ? relative(root, join(dirname(file), fileName)) : fileName,
  }));
}

const isTest = (path: string) => /\.(test|bench)(-d)?\.ts$/.test(path) || /\/(test|probes|fuzz)\//.test(path);
const places = (found: readonly Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);
const apiOf = (path: string) => apis.find((api) => new RegExp(`^[\\w-]+/src/${api}/`).test(path));

test("reads imports at all", () => {
  expect(sources.length).toBeGreaterThan(30);
  expect(imports.length).toBeGreaterThan(100);
  expect(apis).toContain("terminus-hub");
});

describe("the house", () => {
  test("spec, sdk and mock-server do not reach into each other's folders, nor do examples", () => {
    const crossing = imports.filter(
      ({ from, to }) => packages.includes(to.split("/")[0] ?? "") && from.split("/")[0] !== to.split("/")[0],
    );
    expect(places(crossing)).toEqual([]);
  });

  test("the sdk imports nothing of ours", () => {
    expect(
      places(
        imports
          .filter(({ from, to }) => from.startsWith("sdk/src/") && to.startsWith("@terminus-hub/"))
          .filter(({ from }) => !isTest(from)),
      ),
    ).toEqual([]);
    const manifest = readFileSync(`${root}sdk/package.json`, "utf8");
    expect(manifest).not.toContain("@terminus-hub/spec");
    expect(manifest).not.toContain("@terminus-hub/mock-server");
  });

  test("the mock server imports the spec and nothing else of ours", () => {
    const ours = imports.filter(({ from, to }) => from.startsWith("mock-server/") && to.startsWith("@terminus-hub/"));
    const others = ours.filter(({ to }) => !to.startsWith("@terminus-hub/spec"));
    expect(places(others.filter(({ from }) => !isTest(from)))).toEqual([]);
    expect(readFileSync(`${root}mock-server/package.json`, "utf8")).not.toContain("@terminus-hub/sdk");
  });

  test("the spec imports nothing of ours", () => {
    expect(
      places(
        imports.filter(({ from, to }) => from.startsWith("spec/src/") && /^@terminus-hub\/(sdk|mock-server)/.test(to)),
      ),
    ).toEqual([]);
  });

  test("core imports no API", () => {
    expect(places(imports.filter(({ from, to }) => /^[\w-]+\/src\/core\//.test(from) && apiOf(to)))).toEqual([]);
  });

  test("core names no API", () => {
    const names = new RegExp([...listedApis().map(({ env }) => env), ...prefixes].join("|"), "i");
    const naming = sources
      .map((file) => relative(root, file))
      .filter((path) => /^(sdk|mock-server)\/src\/core\//.test(path) && !isTest(path))
      .filter((path) => names.test(namesIn(readFileSync(join(root, path), "utf8"))));
    expect(naming).toEqual([]);
  });

  test("a key's prefix stands in security.ts of its API in the spec, and in what is generated from it", () => {
    const repeating = sources
      .map((file) => relative(root, file))
      .filter((path) => /^(spec|sdk|mock-server)\/src\//.test(path) && !isTest(path) && !path.includes("/generated/"))
      .filter((path) => !/^spec\/src\/[\w-]+\/security\.ts$/.test(path))
      .filter((path) => {
        const names = namesIn(readFileSync(join(root, path), "utf8"));
        return prefixes.some((prefix) => names.includes(prefix));
      });
    expect(repeating).toEqual([]);
  });

  test("an API imports no other API", () => {
    const crossing = imports.filter(({ from, to }) => apiOf(from) && apiOf(to) && apiOf(from) !== apiOf(to));
    expect(places(crossing)).toEqual([]);
  });

  test("in the mock server, node's modules stand in its folder node and in what the command line alone imports", () => {
    const builtin = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    const usingNode = imports
      .filter(({ from, to }) => from.startsWith("mock-server/src/") && !isTest(from) && builtin.has(to))
      .map(({ from }) => from);
    const allowed = /^mock-server\/src\/(node\/[\w-]+|cli|cli\/[\w-]+)\.ts$/;
    expect([...new Set(usingNode)].filter((path) => !allowed.test(path))).toEqual([]);
  });

  test("examples import the packages by name", () => {
    const named = imports.filter(
      ({ from, to }) => from.startsWith("examples/") && /^@terminus-hub\/(sdk|mock-server)/.test(to),
    );
    expect(named.length).toBeGreaterThan(3);
  });
});

/** The names and texts of a file's code. Comments may name an API as an example, and our own packages carry one in their scope. */
function namesIn(text: string): string {
  const names: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) names.push(node.text);
    if (ts.isRegularExpressionLiteral(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("core.ts", text, ts.ScriptTarget.Latest));
  return names.join("\n").replaceAll("@terminus-hub/", "");
}
