// `npm run proxy-check`: the traffic of the SDK and of the contract suite, judged by a third-party validating proxy.
// Ends with `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Milliseconds for everything; a run takes a tenth of it. */
const TIME_LIMIT = 300_000;

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const config = fileURLToPath(new URL("vitest.config.ts", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "proxy-check-"));
const output = join(folder, "results.json");
try {
  const words = ["run", "--config", config, "--reporter=default", "--reporter=json", `--outputFile.json=${output}`];
  // A group of its own, so that no proxy outlives the run, however it ends.
  const child = spawn(process.execPath, [vitest, ...words], { stdio: "inherit", detached: true });
  const kill = () => process.kill(-child.pid, "SIGKILL");
  const limit = setTimeout(kill, TIME_LIMIT);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, kill);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(limit);
  const { passed, failed } = count();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = code === 0 && failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A run without results is one failure. */
function count() {
  let results;
  try {
    results = JSON.parse(readFileSync(output, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = results;
  return { passed, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) };
}
