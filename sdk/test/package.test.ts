// What is published: it installs, loads and type-checks elsewhere, in both module systems, small and without side effects.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "../../scripts/compile.js";
import { type Installed, installPacked } from "../../scripts/packed.js";
import { bundledFiles, bundleSize, operationSizes } from "../scripts/bundle-size.js";

let app: Installed;
beforeAll(() => {
  app = installPacked("sdk");
});
afterAll(() => app.remove());

const consumer = `
import { RateLimitError, TerminusHub, isTerminusError } from "@terminus-hub/sdk";
const hub = new TerminusHub({ apiKey: "thub_0123456789" });
async function main(): Promise<void> {
  const { id, key } = await hub.apiKeys.create({ name: "CI pipeline" });
  for await (const record of hub.records.list({ status: "active" }, { prefetch: 2 })) record.terminus_id.length;
  const result = await hub.apiKeys.delete(id).safe();
  if (!result.ok && result.error.status === 429) result.error.retryAfter?.toFixed();
  const { data, response } = await hub.fetch.GET("/api/v1/records", { params: { query: { limit: 5 } } });
  data?.items[0]?.terminus_id.length;
  response.headers.get("date");
  // @ts-expect-error That operation has no 422: its errors are not any.
  if (!result.ok && result.error.status === 422) return;
  // @ts-expect-error A key is text: answers are not any.
  const length: number = key;
  // @ts-expect-error There is no such status: queries are not any.
  hub.records.list({ status: "frozen" });
  // @ts-expect-error There is no such path: hub.fetch is not any.
  hub.fetch.GET("/api/v1/nothing");
  // @ts-expect-error There is no such option: options are not any.
  new TerminusHub({ key });
  try { await hub.workspaces.list(); } catch (error) {
    if (error instanceof RateLimitError) error.status satisfies 429;
    // @ts-expect-error What isTerminusError narrows to is not any.
    if (isTerminusError(error)) error.nothing;
  }
}
void main;
`;

/** What a consumer's project says, and the files it compiles. */
const projects: [string, string[], object][] = [
  [
    "an ESM and a CommonJS project",
    ["app.mts", "app.cts"],
    { module: "nodenext", moduleResolution: "nodenext", lib: ["es2022"], types: ["node"] },
  ],
  [
    "a bundler's project, with the browser's types alone",
    ["app.ts"],
    {
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
      types: [],
    },
  ],
];

describe("the packed package", () => {
  test.each(projects)("type-checks in %s, with skipLibCheck off", (_, files, options) => {
    for (const file of files) app.write(file, consumer);
    const strict = { target: "es2022", strict: true, exactOptionalPropertyTypes: true };
    expect(complaints(app.folder, files, { ...strict, ...options }, { libraries: true })).toBe("");
  });

  test.each([
    ["ESM", "run.mjs", 'import { TerminusHub } from "@terminus-hub/sdk";'],
    ["CommonJS", "run.cjs", 'const { TerminusHub } = require("@terminus-hub/sdk");'],
  ])("works as %s", (_, file, load) => {
    app.write(
      file,
      `${load}
      const fetch = async () => Response.json({ items: [{ id: "a" }], has_more: false, total_count: 1 });
      new TerminusHub({ apiKey: "thub_0123456789", fetch }).records.list().then(({ items }) => console.log(items[0].id));`,
    );
    expect(app.run(process.execPath, file).trim()).toBe("a");
  });

  test("every entry of the manifest loads, in both module systems, with the same exports", () => {
    const { exports } = JSON.parse(readFileSync(join(app.packageFolder, "package.json"), "utf8")) as {
      exports: object;
    };
    const entries = Object.keys(exports)
      .filter((entry) => !entry.endsWith(".json"))
      .map((entry) => `@terminus-hub/sdk${entry.slice(1)}`);
    app.write(
      "entries.mjs",
      `import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      const names = (module) => Object.keys(module).filter((name) => !["default", "module.exports"].includes(name)).sort().join();
      for (const entry of ${JSON.stringify(entries)}) {
        const esm = names(await import(entry));
        console.log(entry, esm.length > 0 && esm === names(require(entry)));
      }`,
    );
    expect(app.run(process.execPath, "entries.mjs").trim().split("\n")).toEqual(
      entries.map((entry) => `${entry} true`),
    );
    expect(entries).toContain("@terminus-hub/sdk");
  });

  test("its ESM and CommonJS copies recognise each other's errors", () => {
    app.write(
      "both.mjs",
      `import * as esm from "@terminus-hub/sdk";
      import { createRequire } from "node:module";
      const cjs = createRequire(import.meta.url)("@terminus-hub/sdk");
      const failed = (sdk) => new sdk.TerminusHub({ apiKey: "thub_0123456789", fetch: async () => new Response("", { status: 404 }) })
        .records.get("a").catch((error) => error);
      for (const [from, to] of [[esm, cjs], [cjs, esm]]) {
        const error = await failed(from);
        console.log(error instanceof to.NotFoundError, error instanceof to.TerminusError, to.isTerminusError(error),
          error instanceof to.RateLimitError, from.NotFoundError === to.NotFoundError);
      }`,
    );
    expect(app.run(process.execPath, "both.mjs").trim().split("\n")).toEqual(
      Array(2).fill("true true true false false"),
    );
  });

  test("importing and constructing touches nothing that loads an HTTP stack", () => {
    app.write(
      "quiet.mjs",
      `const names = ["fetch", "Request", "Response", "Headers", "FormData", "WebSocket", "EventSource", "crypto", "navigator"];
      for (const name of names) {
        Object.defineProperty(globalThis, name, { get() { console.log(name); }, configurable: true });
      }
      const { TerminusHub } = await import("@terminus-hub/sdk");
      const hub = new TerminusHub({ apiKey: "thub_0123456789" });
      hub.withOptions({ timeout: 1 }).records.list();
      console.log("quiet");`,
    );
    expect(app.run(process.execPath, "quiet.mjs").trim()).toBe("quiet");
  });

  test("error.name survives a minifier, and so does instanceof", async () => {
    const { buildSync } = await import("esbuild");
    app.write(
      "minify.mjs",
      `import { NotFoundError, TerminusHub } from "@terminus-hub/sdk";
      const fetch = async () => new Response("", { status: 404 });
      const error = await new TerminusHub({ apiKey: "thub_0123456789", fetch }).records.get("a").catch((e) => e);
      console.log(error.name, error instanceof NotFoundError, NotFoundError.name === "NotFoundError");`,
    );
    buildSync({
      absWorkingDir: app.folder,
      entryPoints: ["minify.mjs"],
      outfile: join(app.folder, "minified.mjs"),
      bundle: true,
      minify: true,
      format: "esm",
    });
    expect(app.run(process.execPath, "minified.mjs").trim()).toBe("NotFoundError true false");
  });

  test("the documentation of the spec is in the types that an editor reads", () => {
    const dist = join(app.packageFolder, "dist");
    // The entry, and the chunks it shares with the other entries.
    const files = readdirSync(dist).filter((name) => name.endsWith(".d.ts"));
    const types = files.map((name) => readFileSync(join(dist, name), "utf8")).join("\n");
    for (const text of [
      "Create an API key: `POST /api/v1/api_keys`",
      "What the key is for. Not unique.",
      "@throws {RateLimitError} on 429",
      "@param id The id of the key.",
      'hub.apiKeys.create({ name: "CI pipeline" })',
      "Milliseconds for one attempt",
      "429: too many requests. `retryAfter` gives the seconds to wait.",
    ]) {
      expect(types).toContain(text);
    }
    expect(types).not.toMatch(/\bany\b(?=[;,>)\]])/);
  });
});

/** With the operations of the first contract, which take less than 100 bytes together, the whole client stays below 8.5 kB. */
const WITHOUT_OPERATIONS = 8_400;
const EACH_OPERATION = 60;

test("the Terminus client takes at most 8,400 bytes, openapi-fetch included, and 60 for each operation", async () => {
  const { minified, gzipped } = await bundleSize("dist/index.js");
  const operations = await operationSizes("src/index.ts", "src/terminus-hub/generated/resources.ts");
  const sum = [...operations.values()].reduce((total, bytes) => total + bytes, 0);
  console.log(`@terminus-hub/sdk: ${minified} bytes minified, ${gzipped} gzipped, of which ${sum} are operations`);
  const text = readFileSync(new URL("../../spec/openapi/terminus-hub.json", import.meta.url), "utf8");
  const { paths } = JSON.parse(text) as { paths: Record<string, object> };
  expect(operations.size).toBe(Object.values(paths).flatMap(Object.keys).length);
  expect(gzipped - sum).toBeLessThanOrEqual(WITHOUT_OPERATIONS);
  const fat = [...operations].filter(([, bytes]) => bytes > EACH_OPERATION);
  expect(fat, "These operations take more than 60 bytes. See statement() in sdk/scripts/emit-resources.ts.").toEqual(
    [],
  );
});

test("the Terminus client carries nothing of another API, nor of what only others need", async () => {
  const files = await bundledFiles('export { TerminusHub } from "./src/index.ts";');
  const foreign = files.filter((file) => !/^src\/(core|terminus-hub|index\.ts)|openapi-fetch/.test(file));
  expect(foreign).toEqual([]);
  expect(files).not.toContain("src/core/conflict-error.ts");
  expect(files).not.toContain("src/terminus-hub/key-store.ts");
  expect(files).toContain("src/terminus-hub/client.ts");
});
