// Each entry stands alone: none carries another API, and what one exports can be used as published.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints, programOf } from "../../scripts/compile.js";
import { listedApis } from "../../scripts/package-entries.js";
import { type Installed, installPacked } from "../../scripts/packed.js";

const sdk = fileURLToPath(new URL("../", import.meta.url));

/** Every API with the source of its entry, and what that exports at run time. */
const apis = await Promise.all(
  listedApis().map(async (api, index) => {
    const source = index === 0 ? "src/index.ts" : `src/${api.name}/index.ts`;
    return { ...api, source, exported: (await import(sdk + source)) as Record<string, unknown> };
  }),
);
const [, ...others] = apis;

/** A program that imports from an entry's source, bundled: its size, and which of our files it holds. */
async function bundle(program: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: sdk, loader: "ts" },
    absWorkingDir: sdk,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { size: outputFiles[0]?.contents.length ?? 0, files: files.map(([name]) => name) };
}

const foreign = new RegExp(
  `src/(${others.map(({ name }) => name).join("|")}|lifecycle)/|credential-by-route|conflict-error|key-store`,
);

describe("a bundle", () => {
  test("with TerminusHub holds nothing of the other APIs, of the lifecycle, or of what only they need", async () => {
    const { files } = await bundle('export { TerminusHub } from "./src/index.ts";');
    expect(files).toContain("src/terminus-hub/client.ts");
    expect(files.filter((name) => foreign.test(name))).toEqual([]);
  });

  test("with TerminusHub is as large through its entry as from its own file", async () => {
    const entry = await bundle('export { TerminusHub } from "./src/index.ts";');
    const alone = await bundle('export { TerminusHub } from "./src/terminus-hub/client.ts";');
    expect(entry.size).toBe(alone.size);
  });

  test.each(others)("with $name holds no other API and no rotation", async ({ name, source }) => {
    const { files } = await bundle(`export * from "./${source}";`);
    const folders = new Set(files.map((file) => /^src\/([\w-]+)\//.exec(file)?.[1]).filter(Boolean));
    expect([...folders].sort()).toEqual(["core", name].sort());
  });

  test("with the lifecycle holds no API, and of the core only its errors", async () => {
    const { files } = await bundle('export * from "./src/lifecycle/index.ts";');
    const core = files.filter((file) => !file.startsWith("src/lifecycle/"));
    expect(core).toEqual(["src/core/retry-after.ts", "src/core/errors.ts"]);
  });
});

describe("an entry", () => {
  test.each(apis)("($name) exports its client and every error", async ({ client, exported }) => {
    const { errorClass, ...errors } = await import("../src/core/errors.js");
    expect(exported).toMatchObject(errors);
    expect(exported[client]).toBeTypeOf("function");
  });

  test.each(apis)("($name) has a client test that holds it to what every client promises", ({ name }) => {
    const file = `src/${name}/client.test.ts`;
    const text = existsSync(sdk + file) ? readFileSync(sdk + file, "utf8") : "";
    const missing = text.includes(`describeClient("${name}", `) ? [] : [file];
    expect(missing, `Call describeClient("${name}", ...) in sdk/${file}. See CONTRIBUTING.md#an-api.`).toEqual([]);
  });

  test("of the main client has the names that its base error had first, for the same class", async () => {
    const { isSdkError, isTerminusError, SdkError, TerminusError } = await import("../src/index.js");
    expect(TerminusError).toBe(SdkError);
    expect(isTerminusError).toBe(isSdkError);
  });

  test("of the lifecycle exports what it throws", async () => {
    const { ConfigurationError, isSdkError, RotationError, SdkError } = await import("../src/lifecycle/index.js");
    expect(isSdkError(new ConfigurationError("no"))).toBe(true);
    expect(new ConfigurationError("no")).toBeInstanceOf(SdkError);
    expect(RotationError.prototype).toBeInstanceOf(SdkError);
  });
});

const consumer = `
import { keyStore as hubKeys, TerminusHub } from "@terminus-hub/sdk";
import { auditKeys, type KeyStore, RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";

export const store: KeyStore = hubKeys(new TerminusHub({ apiKey: "thub_0123456789" }));
export async function main(keys: KeyStore): Promise<void> {
  const audit = await auditKeys(keys, { staleAfter: "30d" });
  audit.findings[0]?.kind satisfies "stale" | "never-used" | "expired" | "expiring" | "unnamed" | "no-note" | "duplicate-name" | undefined;
  try {
    const rotation = await rotateKey(keys, { id: "k", switchOver: (secret) => secret.length, verify: () => true });
    rotation.newKey.id.length;
    // @ts-expect-error The secret is nowhere in the result: results are not any.
    rotation.newKey.secret;
  } catch (error) {
    if (error instanceof RotationError) error.state.oldKey.works satisfies boolean | "unknown";
  }
  // @ts-expect-error A month is no unit: durations are not any.
  await auditKeys(keys, { staleAfter: "1 month" });
  // @ts-expect-error In place there is no way back: options are not any.
  await rotateKey(keys, { id: "k", inPlace: true, switchOver() {}, verify: () => true, switchBack() {} });
  // @ts-expect-error What returns nothing proves nothing.
  await rotateKey(keys, { id: "k", switchOver() {}, verify: () => void new TerminusHub().records.list() });
  const maybe = (): undefined => undefined;
  const hub = new TerminusHub();
  hub.records.list({ workspace_id: maybe(), limit: maybe() });
  // @ts-expect-error What an operation needs is needed.
  hub.apiKeys.create({ name: maybe() });
  // @ts-expect-error A query is still not any.
  hub.records.list({ status: "frozen" });
  // @ts-expect-error An answer holds no undefined.
  (await hub.records.get("r")).status satisfies undefined;
}
`;

/** Of every entry: its client and its key store are not any. What one API alone promises is in its `test/consumer.mts`. */
const everyEntry = apis
  .map(({ client, entry, exported }, i) =>
    [
      `import * as entry${i} from ${JSON.stringify(entry)};`,
      `// @ts-expect-error Clients are not any.\nnew entry${i}.${client}().noSuchResource;`,
      ...("keyStore" in exported
        ? [
            `entry${i}.keyStore satisfies (client: InstanceType<typeof entry${i}.${client}>, scope: never) => KeyStore;`,
            `// @ts-expect-error Key stores are not any.\nentry${i}.keyStore.noSuchMember;`,
          ]
        : []),
    ].join("\n"),
  )
  .concat('import type { KeyStore } from "@terminus-hub/sdk/lifecycle";')
  .join("\n");

describe("the packed package", () => {
  let app: Installed;
  beforeAll(() => {
    app = installPacked("sdk");
  });
  afterAll(() => app.remove());

  test("type-checks with every entry, from ESM and from CommonJS, with skipLibCheck off", () => {
    const own = apis.map(({ name }) => `${sdk}src/${name}/test/consumer.mts`).filter((file) => existsSync(file));
    const programs = [consumer, everyEntry, ...own.map((file) => readFileSync(file, "utf8"))];
    const files = programs.flatMap((text, i) => [`app-${i}.mts`, `app-${i}.cts`].map((file) => [file, text] as const));
    for (const [file, text] of files) app.write(file, text);
    const compilerOptions = {
      target: "es2022",
      lib: ["es2022"],
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      types: ["node"],
    };
    const names = files.map(([file]) => file);
    expect(complaints(app.folder, names, compilerOptions)).toBe("");
  });

  test.each(["mts", "cts"])("exports as values in its types what exists at run time, seen from .%s", (extension) => {
    const names = ["@terminus-hub/sdk/lifecycle", ...apis.map(({ entry }) => entry)];
    const loads = names.map((name, i) => `import * as entry${i} from ${JSON.stringify(name)};`);
    const file = app.write(`values.${extension}`, loads.join("\n"));
    const program = programOf(app.folder, [`values.${extension}`], {
      target: "esnext",
      module: "nodenext",
      strict: true,
    });
    const checker = program.getTypeChecker();
    const typed = (program.getSourceFile(file)?.statements ?? ([] as ts.Statement[])).map((statement) => {
      const space = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
      if (!space) throw new Error("Every line of the program is an import.");
      const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(space));
      return properties.map(({ name: property }) => property).sort();
    });
    const load =
      extension === "mts" ? (name: string) => `await import("${name}")` : (name: string) => `require("${name}")`;
    const lists = names.map((name) => `Object.keys(${load(name)}).filter((key) => key !== "default").sort()`);
    const script = app.write(
      `values.${extension === "mts" ? "mjs" : "cjs"}`,
      `console.log(JSON.stringify([${lists}]))`,
    );
    expect(typed).toEqual(JSON.parse(app.run(process.execPath, script)));
  });

  const program = (load: (entry: string) => string) => `
    const { NotFoundError, TerminusHub, keyStore } = ${load("@terminus-hub/sdk")};
    const { RotationError, rotateKey } = ${load("@terminus-hub/sdk/lifecycle")};
    for (const entry of [${others.map(({ entry }) => load(entry))}]) {
      console.log(Object.keys(entry).filter((name) => /^(${others.map(({ client }) => client).join("|")}|keyStore)$/.test(name)).sort().join());
    }
    const fetch = async () => Response.json({ items: [], has_more: false, total_count: 0 });
    const keys = keyStore(new TerminusHub({ apiKey: "thub_0123456789", fetch }));
    rotateKey(keys, { id: "k", switchOver() {}, verify: () => true }).catch((error) => {
      console.log(error instanceof RotationError, error instanceof NotFoundError, error.state.oldKey.exists);
    });`;

  test.each([
    ["ESM", "entries.mjs", (entry: string) => `(await import("${entry}"))`],
    ["CommonJS", "entries.cjs", (entry: string) => `require("${entry}")`],
  ])("works as %s, errors recognised across entries", (_, file, load) => {
    app.write(file, program(load));
    expect(app.run(process.execPath, file).trim().split("\n")).toEqual([
      ...others.map(({ client, exported }) => ("keyStore" in exported ? `${client},keyStore` : client)),
      "true false false",
    ]);
  });
});
