// What is published: the command runs with nothing beside it, the library loads and type-checks in both module systems.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints, programOf } from "../../scripts/compile.js";
import { type Installed, installPacked } from "../../scripts/packed.js";
import { apiNames } from "../src/apis.js";

describe("the command, installed without its dependencies", () => {
  let app: Installed;
  beforeAll(() => {
    app = installPacked("mock-server", { withDependencies: false });
  });
  afterAll(() => app.remove());

  test("starts a mock and runs a program against it: everything is in its one file", () => {
    const program = `
      const { TERMINUS_BASE_URL: url, TERMINUS_API_KEY: key } = process.env;
      fetch(url + "/api/v1/workspaces", { headers: { authorization: "Bearer " + key } }).then(async (answer) => {
        const health = await (await fetch(url + "/__mock/openapi.json")).json();
        console.log(answer.status, (await answer.json()).total_count, health.openapi);
      });`;
    const cli = join(app.packageFolder, "dist", "cli.js");
    expect(app.run(process.execPath, cli, "exec", "--", process.execPath, "-e", program)).toBe("200 2 3.1.0\n");
  });

  test("is what the package's bin points at, and can be run by the system", () => {
    const { bin } = JSON.parse(readFileSync(join(app.packageFolder, "package.json"), "utf8")) as {
      bin: Record<string, string>;
    };
    expect(bin).toEqual({ "terminus-mock": "dist/cli.js" });
    expect(readFileSync(join(app.packageFolder, "dist", "cli.js"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("lies beside nothing but the library, the license and the README", () => {
    expect(readdirSync(app.packageFolder).sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  });
});

const consumer = `
import { createMock, type Mock } from "@terminus-hub/mock-server";
import { handlers } from "@terminus-hub/mock-server/msw";
async function main(): Promise<void> {
  const mock: Mock = await createMock({ preset: "near-limit", seed: 1, now: "2026-01-01T00:00:00Z", keyManagement: "session" });
  mock.faults.add({ operationId: "createApiKey", times: 1, status: 503 });
  mock.expectCalled("listWorkspaces", { times: 0 });
  const cookie: string = await mock.sessions.create({ role: "member" });
  handlers(mock, { baseUrl: cookie });
  const { url } = await mock.listen({ port: 0 });
  url.length;
  // @ts-expect-error There is no such preset: options are not any.
  await createMock({ preset: "full" });
  // @ts-expect-error There is no such operation: faults are not any.
  mock.faults.add({ operationId: "createKey" });
  // @ts-expect-error There is no such role: actions are not any.
  await mock.sessions.create({ role: "guest" });
  // What an editor completes holds nothing of the inside of a mock.
  type Completed = keyof Mock | keyof Mock["clock"] | keyof Mock["faults"];
  const inside: readonly Extract<Completed, "actions" | "begin" | "draw" | "expectSockets" | "fire" | "internals" | "services">[] = [];
  const none: readonly never[] = inside;
  none.length;
  // @ts-expect-error The URL is text: what listen gives is not any.
  const port: number = url;
  // @ts-expect-error There is no such field: state is not any.
  await createMock({ state: { accounts: [{ name: "A", colour: "red" }] } });
  await mock.close();
}
void main;
`;

test("what is written beside an action reaches the editor of whoever has the package", () => {
  const types = readFileSync(new URL("../dist/index.d.ts", import.meta.url), "utf8");
  for (const api of apiNames) {
    const source = readFileSync(new URL(`../src/${api}/actions.ts`, import.meta.url), "utf8");
    for (const [comment] of source.matchAll(/\/\*\* .*? \*\//g)) expect(types).toContain(comment);
  }
});

describe("the library, installed beside its dependencies", () => {
  let app: Installed;
  beforeAll(() => {
    app = installPacked("mock-server", { beside: ["msw", "vitest"] });
  });
  afterAll(() => app.remove());

  const program = (load: string) => `
    ${load}
    createMock({ seed: 1 }).then(async (mock) => {
      const { url, close } = await mock.listen();
      const headers = { authorization: "Bearer " + mock.apiKey };
      const answers = [await mock.fetch(mock.baseUrl + "/api/v1/records", { headers }), await fetch(url + "/api/v1/records", { headers })];
      await close();
      console.log(answers.map(({ status }) => status).join(), handlers(mock).length, createMock.length);
    });`;

  test("loads as an ES module", () => {
    app.write(
      "app.mjs",
      program(
        'import { createMock } from "@terminus-hub/mock-server"; import { handlers } from "@terminus-hub/mock-server/msw";',
      ),
    );
    expect(app.run(process.execPath, "app.mjs")).toBe("200,200 2 0\n");
  });

  test("loads as CommonJS", () => {
    app.write(
      "app.cjs",
      program(
        'const { createMock } = require("@terminus-hub/mock-server"); const { handlers } = require("@terminus-hub/mock-server/msw");',
      ),
    );
    expect(app.run(process.execPath, "app.cjs")).toBe("200,200 2 0\n");
  });

  test.each([
    ["mixed.mjs", 'import { createMock } from "@terminus-hub/mock-server";', "msw"],
    ["mixed-too.mjs", 'import { handlers } from "@terminus-hub/mock-server/msw";', ""],
  ])(
    "loads half as an ES module and half as CommonJS: in %s either half knows the mock of the other",
    (file, load, other) => {
      const names = other === "msw" ? "{ handlers }" : "{ createMock }";
      const path = `@terminus-hub/mock-server${other === "" ? "" : `/${other}`}`;
      const require = `const ${names} = createRequire(import.meta.url)(${JSON.stringify(path)});`;
      app.write(file, program(`import { createRequire } from "node:module"; ${load} ${require}`));
      expect(app.run(process.execPath, file)).toBe("200,200 2 0\n");
    },
  );

  test("loads as CommonJS where no ES module can be required, as in jest", () => {
    app.write("strict.cjs", 'console.log(typeof require("@terminus-hub/mock-server").createMock)');
    expect(app.run(process.execPath, "--no-experimental-require-module", "strict.cjs")).toBe("function\n");
  });

  // As consumers have it: strict, libraries checked too, and none of the stricter options that only this workspace sets.
  test.each([
    [["app.mts", "app.cts"], "nodenext", "nodenext"],
    [["app.ts"], "esnext", "bundler"],
  ])(
    "type-checks in %s by %s modules and %s resolution without skipping the libraries, and its types are not any",
    (files, module, moduleResolution) => {
      for (const file of files) app.write(file, consumer);
      const options = {
        strict: true,
        target: "es2022",
        module,
        moduleResolution,
        lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
        types: ["node"],
      };
      expect(complaints(app.folder, files, options, { libraries: true })).toBe("");
    },
  );

  test("a state of one's own costs whoever compiles it little", () => {
    app.write("cost.ts", consumer);
    const options = {
      strict: true,
      skipLibCheck: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
    };
    const program = programOf(app.folder, ["cost.ts"], { ...options, lib: ["es2023", "dom", "esnext.disposable"] });
    for (const file of program.getSourceFiles()) {
      if (file.fileName.endsWith("cost.ts")) program.getSemanticDiagnostics(file);
    }
    // It was 100,000 and a second when the types of a state were inferred from the schemas of zod.
    expect(program.getInstantiationCount()).toBeLessThan(10_000);
  });
});
