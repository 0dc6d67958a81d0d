// Every program of this folder runs as its reader would run it.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMock } from "@terminus-hub/mock-server";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../", import.meta.url));
const run = promisify(execFile);
const clean = { ...process.env, TERMINUS_BASE_URL: "", TERMINUS_API_KEY: "" };

test("the quickstart tells the life of a key, against a mock of its own", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const env = { ...clean, TERMINUS_BASE_URL: url, TERMINUS_API_KEY: mock.apiKey };
  const { stdout } = await run("npx", ["tsx", "quickstart.ts"], { cwd: folder, env });
  expect(stdout).toContain("Main");
  expect(stdout).toContain('Created the key "CI pipeline"');
  expect(stdout).toContain("Last used before: never");
  expect(stdout).toMatch(/Last used after one call with it: \d{4}-\d\d-\d\dT/);
  expect(stdout).toMatch(/Active records, over all pages: [1-9]\d+/);
  expect(stdout).toContain('Using it again: AuthenticationError, status 401, "Invalid API key"');
  expect(stdout).not.toMatch(/thub_[0-9A-Za-z]{32}/);
});

test("`npm run quickstart` brings a mock where none is named", async () => {
  const { stdout } = await run("npm", ["run", "--silent", "quickstart"], { cwd: folder, env: clean });
  expect(stdout).toMatch(/^Mock: http:\/\/127\.0\.0\.1:\d+/);
  expect(stdout).toContain("AuthenticationError, status 401");
});

test("curl.sh lists, creates, pages and deletes", async () => {
  await using mock = await createMock({ seed: 1 });
  const { url } = await mock.listen();
  const { stdout } = await run("sh", ["curl.sh"], {
    cwd: folder,
    env: { ...clean, TERMINUS_BASE_URL: url, TERMINUS_API_KEY: mock.apiKey },
  });
  expect(stdout).toContain('"name":"Main"');
  expect(stdout).toContain('"total_count"');
  expect(stdout.trim().endsWith("204")).toBe(true);
});

test("curl.sh says what it needs where nothing is set", async () => {
  await expect(run("sh", ["curl.sh"], { cwd: folder, env: clean })).rejects.toMatchObject({
    stderr: expect.stringContaining("Set TERMINUS_BASE_URL"),
  });
});
