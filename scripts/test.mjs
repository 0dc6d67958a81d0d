// `npm test`: format, drift, lint, types, build, unit and contract tests, package checks and examples; ends with
// `N passed, N failed`. Rewrites nothing that is committed. Each test counts as one, and so does each check that is not a suite.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { root, runTurbo } from "./turbo.mjs";

const suites = ["@terminus-hub/spec#test", "@terminus-hub/examples#test", "test:unit", "test:long", "test:root"];
const tasks = [...suites, "generate:check", "lint", "lint:root", "typecheck:root", "build", "lint:packages"];
const runs = `${root}.turbo/runs`;
rmSync(runs, { recursive: true, force: true });
mkdirSync(runs, { recursive: true });

/** Each vitest brings its own workers: more suites at a time than this only starve each other. */
const concurrency = Math.max(2, Math.floor(availableParallelism() / 4));

const only = process.argv.slice(2);

// The format takes a second or two, so it is told before the suites run.
const formatted = only.length > 0 || formatIsRight();

const logs = new Map();
await runTurbo(
  [
    "run",
    ...(only.length > 0 ? only : tasks),
    "--continue",
    "--summarize",
    `--concurrency=${concurrency}`,
    "--output-logs=full",
  ],
  (line) => {
    const [, task, text] = /^((?:@[\w-]+\/)?[\w/-]+:[\w:]+): ?(.*)$/.exec(line) ?? [];
    if (task === undefined) return;
    const log = logs.get(task) ?? [];
    logs.set(task, log);
    log.push(text);
    if (text.startsWith("cache ")) console.log(`${task}: ${text.startsWith("cache hit") ? "unchanged" : "running"}`);
  },
);

const [summaryFile] = readdirSync(runs);
if (summaryFile === undefined) {
  console.error("turbo left no summary, so nothing was tested. Run `npm ci` and try again.");
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const summary = JSON.parse(readFileSync(`${runs}/${summaryFile}`, "utf8"));

let passed = formatted && only.length === 0 ? 1 : 0;
let failed = formatted ? 0 : 1;
const notes = [];
for (const { taskId, task, directory, execution } of summary.tasks) {
  const name = taskId.replace("#", ":");
  const ok = execution?.exitCode === 0;
  if (/^test\b/.test(task)) {
    const half = /^test:(unit|long)$/.exec(task)?.[1];
    const counted = testCounts(`${root}${directory}/test-results${half === undefined ? "" : `.${half}`}.json`, ok);
    passed += counted.passed;
    failed += counted.failed;
    notes.push(
      `${name}: ${counted.passed} passed, ${counted.failed} failed${task === "test:unit" ? coverageOf(directory) : ""}`,
    );
  } else if (ok) passed += 1;
  else failed += 1;
  if (!ok) {
    console.log(`\n${name} ${execution === undefined ? "did not run, because something it needs failed" : "failed"}:`);
    console.log((logs.get(name) ?? logs.get(taskId.replace("//#", "//:")) ?? []).join("\n"));
  }
}
console.log(`\n${notes.join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Prints what biome finds, and how to mend it. */
function formatIsRight() {
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const { status } = spawnSync(process.execPath, [biome, "check", "."], { cwd: root, stdio: "inherit" });
  if (status !== 0)
    console.log("The format or a lint rule is broken, see above. `npm run format` mends what it can.\n");
  return status === 0;
}

/** A suite that failed without a failing test (an import error, a missed coverage bar) counts as one failure. */
function testCounts(file, ok) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
    return { passed: numPassedTests, failed: !ok && numFailedTests === 0 ? 1 : numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The package's coverage, where it is measured. */
function coverageOf(directory) {
  try {
    const { total } = JSON.parse(readFileSync(`${root}${directory}/coverage/coverage-summary.json`, "utf8"));
    return ` (coverage: ${total.statements.pct} % of statements, ${total.branches.pct} % of branches)`;
  } catch {
    return "";
  }
}
