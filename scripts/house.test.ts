// The rule of who may import whom, read off the imports of every source file.
import { builtinModules } from "node:module";
import { describe, expect, test } from "vitest";
import { type Import, imports, namesIn, packages, sources, textOf } from "./house-files.js";
import { listedApis } from "./package-entries.js";

const apis = listedApis().map(({ name }) => name);
const prefixes = apis.map(keyPrefixOf);

/** What the keys of an API start with, as its document says it. */
function keyPrefixOf(name: string): string {
  const { components } = JSON.parse(textOf(`spec/openapi/${name}.json`)) as {
    components: { securitySchemes: Record<string, { "x-key-form"?: { prefix: string } }> };
  };
  const [form] = Object.values(components.securitySchemes).flatMap((scheme) => scheme["x-key-form"] ?? []);
  if (!form)
    throw new Error(`${name}.json has no x-key-form. Give it to a security scheme in spec/src/${name}/security.ts.`);
  return form.prefix;
}

const isTest = (path: string) => /\.(test|bench)(-d)?\.ts$/.test(path) || /\/(test|fuzz)\//.test(path);
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
    const manifest = textOf("sdk/package.json");
    expect(manifest).not.toContain("@terminus-hub/spec");
    expect(manifest).not.toContain("@terminus-hub/mock-server");
  });

  test("the mock server imports the spec and nothing else of ours", () => {
    const ours = imports.filter(({ from, to }) => from.startsWith("mock-server/") && to.startsWith("@terminus-hub/"));
    const others = ours.filter(({ to }) => !to.startsWith("@terminus-hub/spec"));
    expect(places(others.filter(({ from }) => !isTest(from)))).toEqual([]);
    expect(textOf("mock-server/package.json")).not.toContain("@terminus-hub/sdk");
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
      .filter((path) => /^(sdk|mock-server)\/src\/core\//.test(path) && !isTest(path))
      .filter((path) => names.test(namesIn(textOf(path))));
    expect(naming).toEqual([]);
  });

  test("a key's prefix stands in security.ts of its API in the spec, and in what is generated from it", () => {
    const repeating = sources
      .filter((path) => /^(spec|sdk|mock-server)\/src\//.test(path) && !isTest(path) && !path.includes("/generated/"))
      .filter((path) => !/^spec\/src\/[\w-]+\/security\.ts$/.test(path))
      .filter((path) => {
        const names = namesIn(textOf(path));
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
