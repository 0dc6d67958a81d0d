// Every command and every snippet of the root README is run. The snippets run as files of `examples`, against a mock on a port.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "./compile.js";
import { blocksOf, commandsOf } from "./readme-blocks.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const run = promisify(execFile);
const blocks = blocksOf(`${root}README.md`);
const scripts = (JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { scripts: Record<string, string> })
  .scripts;

/** A mock started as `npm start` starts it; npm itself would hide the exit code after Ctrl-C. */
async function startMock(port: number) {
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", String(port)], { cwd: root, detached: true });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const running = async () => {
    while (!/curl[\s\S]*curl[\s\S]*curl/.test(output)) {
      if (child.exitCode !== null) throw new Error(`npm start ended: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await running();
  /** Ctrl-C reaches the whole process group. */
  const interrupt = () => process.kill(-(child.pid ?? 0), "SIGINT");
  return { output: () => output, exited, interrupt };
}

/** Runs a curl line in a shell as it is, and gives each body it prints. */
async function pasted(line: string): Promise<Record<string, unknown>[]> {
  const quiet = line.replace(/^curl /, "curl --fail --silent --show-error --write-out '\\n' ");
  const { stdout } = await run("sh", ["-c", quiet]);
  return stdout
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text) as Record<string, unknown>);
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

let port: number;
let mock: Awaited<ReturnType<typeof startMock>>;
let key: string;
beforeAll(async () => {
  port = await freePort();
  mock = await startMock(port);
  key = /thub_[0-9A-Za-z]{32}/.exec(mock.output())?.[0] ?? "";
});
afterAll(async () => {
  mock.interrupt();
  await mock.exited;
});

describe("npm start", () => {
  test("prints the URL, a key that works and three curl lines that work when pasted", async () => {
    expect(mock.output()).toContain(`http://127.0.0.1:${port}`);
    const lines = mock
      .output()
      .replaceAll(/\\\n\s*/g, "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.startsWith("curl "));
    expect(lines).toHaveLength(3);
    const [workspaces, created, ...pages] = (await Promise.all(lines.map(pasted))).flat();
    expect(JSON.stringify(workspaces)).toContain('"name":"Main"');
    expect(created).toMatchObject({ name: "CI pipeline", key: expect.stringMatching(/^thub_[0-9A-Za-z]{32}$/) });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ has_more }) => has_more)).toEqual([...pages.slice(1).map(() => true), false]);
    const items = pages.flatMap((page) => page.items);
    expect(items).toHaveLength(Number(pages[0]?.total_count));
  });

  test("says in one line that a port is in use, and how to take another, and exits with 1", async () => {
    const second = await run("npm", ["start", "--silent", "--", "--port", String(port)], { cwd: root }).then(
      () => undefined,
      (error: { code: number; stderr: string }) => error,
    );
    expect(second?.code).toBe(1);
    expect(second?.stderr.trim().split("\n")).toHaveLength(1);
    expect(second?.stderr).toContain(String(port));
    expect(second?.stderr).toContain("--port");
  });

  test("ends cleanly on Ctrl-C", async () => {
    const other = await startMock(await freePort());
    other.interrupt();
    expect(await other.exited).toBe(0);
  });
});

describe("the README's commands", () => {
  const commands = blocks.filter(({ language }) => language === "sh").flatMap(commandsOf);

  /** How each is run: by this suite, or because it is what runs this suite. A command that is not listed here fails the test. */
  const proof: Record<string, string> = {
    "npm ci && npm start": "above, after the `npm ci` that this suite stands on",
    "npm ci && npm test": "runs this suite",
    "npm start": "above",
    "npm run quickstart": "below",
    "npm run dev": "below",
    "npm run generate": "below",
    "npm run format": "below",
    "npm run bench": "its quick form, by the CI script",
    "npm run fuzz": "a tenth of it, in the tests of the mock",
    "npm run test:runtimes": "by the CI script",
    "npm run proxy-check": "by the CI script",
  };

  test("are all known here, and exist", () => {
    expect(commands.filter((command) => !(command in proof))).toEqual([]);
    expect(Object.keys(proof).filter((command) => !commands.includes(command))).toEqual([]);
    for (const command of commands) {
      const script = /npm (?:run )?([\w:-]+)$/.exec(command)?.[1] ?? "";
      expect(scripts, command).toHaveProperty([script]);
    }
  });

  test("npm run quickstart uses the mock that is up", async () => {
    const env = { ...process.env, TERMINUS_BASE_URL: `http://127.0.0.1:${port}`, TERMINUS_API_KEY: key };
    const { stdout } = await run("npm", ["run", "--silent", "quickstart"], { cwd: root, env });
    expect(stdout).toContain("AuthenticationError, status 401");
  });

  test("npm run dev builds what has changed, and keeps watching", async () => {
    const child = spawn("npm", ["run", "dev"], { cwd: root, detached: true });
    const built = new Promise<string>((resolve, reject) => {
      let output = "";
      child.stdout.on("data", (chunk) => {
        output += chunk;
        if (/mock-server:build: cache (hit|miss)/.test(output)) resolve(output);
      });
      child.on("exit", () => reject(new Error(`npm run dev ended: ${output}`)));
    });
    try {
      await built;
      expect(child.exitCode).toBeNull();
    } finally {
      child.removeAllListeners("exit");
      process.kill(-(child.pid ?? 0), "SIGINT");
    }
  });

  test("npm run format finds nothing to rewrite", async () => {
    expect(scripts.format).toBe("biome check --write .");
    const { stdout } = await run(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "check", "."], {
      cwd: root,
    });
    expect(stdout).toContain("No fixes applied");
  });

  test("npm run generate changes nothing that is up to date", async () => {
    const before = readFileSync(`${root}spec/openapi/terminus-hub.json`, "utf8");
    const { stdout } = await run(process.execPath, ["node_modules/turbo/bin/turbo", "run", "generate:check"], {
      cwd: root,
    });
    expect(stdout).toMatch(/[1-9]\d* successful/);
    expect(readFileSync(`${root}spec/openapi/terminus-hub.json`, "utf8")).toBe(before);
  });
});

describe("the README's snippets", () => {
  const snippets = blocks.filter(({ language }) => language === "ts");
  const { compilerOptions } = JSON.parse(readFileSync(`${root}tsconfig.json`, "utf8")) as { compilerOptions: object };

  test("are there", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(2);
  });

  /** Writes it into a folder of `examples`, runs what `command` makes of that folder, and gives what was printed. */
  async function printed(file: string, text: string, command: (folder: string) => Promise<{ stdout: string }>) {
    const folder = mkdtempSync(join(root, "examples", ".snippet-"));
    try {
      writeFileSync(join(folder, file), text);
      return (await command(folder)).stdout;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const options = () => ({
    cwd: root,
    env: { ...process.env, TERMINUS_BASE_URL: `http://127.0.0.1:${port}`, TERMINUS_API_KEY: key },
  });

  test.each(snippets.map(({ text, line }) => [line, text] as const))(
    "the one at line %d compiles and runs",
    async (_, text) => {
      const output = await printed("snippet.ts", `${text}\nexport {};\n`, async (folder) => {
        expect(complaints(folder, ["snippet.ts"], compilerOptions)).toBe("");
        return run(process.execPath, ["--import", "tsx", join(folder, "snippet.ts")], options());
      });
      expect(output).not.toBe("");
    },
  );

  test.each([
    ["the first one", snippets[0]],
    ["the first with the mock", snippets.find(({ text }) => text.includes("createMock"))],
  ])("%s runs as plain .mjs", async (_, snippet) => {
    const output = await printed("first.mjs", snippet?.text ?? "", (folder) =>
      run(process.execPath, [join(folder, "first.mjs")], options()),
    );
    expect(output).not.toBe("");
  });
});
