// Every program of this folder runs as its reader would run it; one that no test runs fails here.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMock } from "@terminus-hub/mock-server";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../", import.meta.url));
const clean = { ...process.env, TERMINUS_BASE_URL: "", TERMINUS_API_KEY: "" };
const ran = new Set<string>();

/** Runs a program by `tsx` or `sh`, or an npm script by its name, and remembers the programs that were run by it. */
async function run(command: string, programs: readonly string[], env: NodeJS.ProcessEnv = clean) {
  for (const program of programs) ran.add(program);
  // What `npx tsx` does, without npx and the process that tsx starts for itself.
  const [file = "", ...args] = command.replace(/^npx tsx/, `${process.execPath} --import tsx`).split(" ");
  return promisify(execFile)(file, args, { cwd: folder, env });
}

test("the quickstart tells the life of a key, against a mock of its own", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const env = { ...clean, TERMINUS_BASE_URL: url, TERMINUS_API_KEY: mock.apiKey };
  const { stdout } = await run("npx tsx quickstart.ts", ["quickstart.ts"], env);
  expect(stdout).toContain("Main");
  expect(stdout).toContain('Created the key "CI pipeline"');
  expect(stdout).toContain("Last used before: never");
  expect(stdout).toMatch(/Last used after one call with it: \d{4}-\d\d-\d\dT/);
  expect(stdout).toMatch(/Active records, over all pages: [1-9]\d+/);
  expect(stdout).toContain('Using it again: AuthenticationError, status 401, "Invalid API key"');
  expect(stdout).not.toMatch(/thub_[0-9A-Za-z]{32}/);
});

test("`npm run quickstart` brings a mock where none is named", async () => {
  const { stdout } = await run("npm run --silent quickstart", ["with-mock.ts", "quickstart.ts"]);
  expect(stdout).toMatch(/^Mock: http:\/\/127\.0\.0\.1:\d+/);
  expect(stdout).toContain("AuthenticationError, status 401");
});

test("with-mock.ts runs a program against the mock that is named, and asks for one where none is given", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const env = { ...clean, TERMINUS_BASE_URL: url, TERMINUS_API_KEY: mock.apiKey };
  const { stdout } = await run("npx tsx with-mock.ts quickstart.ts", ["with-mock.ts"], env);
  expect(stdout).not.toContain("Mock:");
  expect(mock.calls().length).toBeGreaterThan(5);
  await expect(run("npx tsx with-mock.ts", [])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Name the program to run"),
  });
});

test("wait-out-a-429.ts waits a minute in no time", async () => {
  const { stdout } = await run("npx tsx wait-out-a-429.ts", ["wait-out-a-429.ts"]);
  expect(stdout).toContain("Attempts: 429, then 200");
  expect(stdout).toContain("The mock's clock says 2026-01-01T00:01:00.000Z");
});

test("rotate-keys.ts replaces a key of each API, and says the same every time", async () => {
  const { stdout } = await run("npm run --silent rotate", ["rotate-keys.ts"]);
  const paragraphs = stdout.trim().split("\n\n");
  expect(paragraphs.map((text) => text.split(":", 1)[0])).toEqual([
    "Terminus Hub",
    "Termix",
    "MUTX",
    "MUTX, in place",
    "Traylinx",
  ]);
  for (const text of paragraphs) {
    expect(text).toMatch(/The key \S+ was replaced by \S+?(, in place)?\./);
    expect(text).toContain("The secret in the vault opens the API.");
    expect(text).toMatch(/The old secret is refused: "[^"]+"\./);
  }
  const [terminusHub, termix, mutx, inPlace, traylinx] = paragraphs;
  expect(terminusHub).toContain("Keys of Terminus Hub do not expire");
  expect(termix).toContain("As the old one would have, it expires at 2026-04-01T09:00:00.000Z.");
  expect(termix).toContain("Termix shows the first 12 characters");
  expect(mutx).toContain("it takes whole days only");
  expect(inPlace).toContain("The quota is full (2 of 2 keys)");
  expect(traylinx).toContain("As the old one would have, it expires at 2026-04-01T09:00:00.000Z.");
  expect(stdout).not.toMatch(/thub_[0-9A-Za-z]{32}|tmx_[0-9a-f]{9,}|mutx_live_|sk-lf-[0-9a-f]{8}-/);
  expect((await run("npx tsx rotate-keys.ts", [])).stdout).toBe(stdout);
});

test("audit-keys.ts finds what is wrong with keys of each API, and says what it cannot tell", async () => {
  const { stdout } = await run("npm run --silent audit", ["audit-keys.ts"]);
  const [terminusHub = "", termix = "", mutx = "", traylinx = ""] = stdout.split(/^(?=Termix:|MUTX:|Traylinx:)/m);
  expect(terminusHub).toMatch(/^Terminus Hub: 3 of 4 keys need a look, as of 2026-02-15T09:00:00\.000Z\./);
  expect(terminusHub).toMatch(/Trial of a colleague .* never used in 45 days/);
  expect(terminusHub).toMatch(/Campaign import .* last used 45 days ago, shares its name with 1 other/);
  expect(termix).toMatch(/migration .* expired 15 days ago/);
  expect(mutx).toMatch(/CI pipeline .* expires in 5 days, never used in 45 days/);
  expect(mutx).toMatch(/ has no name$/m);
  expect(traylinx).toMatch(/Nightly evaluation .* last used 45 days ago/);
  expect(traylinx).toMatch(/ has no note$/m);
  for (const text of [terminusHub, termix, mutx, traylinx]) expect(text).toContain("What could not be checked:\n- ");
  expect((await run("npx tsx audit-keys.ts", [])).stdout).toBe(stdout);
});

test("curl.sh lists, creates, pages and deletes", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const env = { ...clean, TERMINUS_BASE_URL: url, TERMINUS_API_KEY: mock.apiKey };
  const { stdout } = await run("sh curl.sh", ["curl.sh"], env);
  expect(stdout).toContain('"name":"Main"');
  expect(stdout).toContain('"total_count"');
  expect(stdout.trim().endsWith("204")).toBe(true);
});

test("curl.sh says what it needs where nothing is set", async () => {
  await expect(run("sh curl.sh", [])).rejects.toMatchObject({
    stderr: expect.stringContaining("Set TERMINUS_BASE_URL"),
  });
});

test("no program of the folder is left out", () => {
  const programs = readdirSync(folder).filter((name) => /\.(ts|sh)$/.test(name) && name !== "vitest.config.ts");
  expect([...ran].sort()).toEqual(programs.sort());
});
