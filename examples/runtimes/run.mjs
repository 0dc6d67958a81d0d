// `npm run test:runtimes`: the packed SDK on every Node, Bun, Deno and in Chromium, and the packed mock on every Node.
// Ends with `N passed, N failed, N skipped`; a runtime that is not there is named.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { createConsumer } from "./consumer.mjs";
import { startMockProcess } from "./mock-process.mjs";
import { chromium, runtimes } from "./runtimes.mjs";

/** Milliseconds for one program on one runtime. */
const TIME_LIMIT = 60_000;

const counts = { passed: 0, failed: 0, skipped: 0 };
const run = promisify(execFile);

function report(where, results) {
  const failed = results.filter(({ error }) => error !== undefined);
  console.log(`${where}: ${results.length - failed.length} of ${results.length}`);
  for (const { name, error } of failed) console.log(`  failed: ${name}\n${error.replace(/^/gm, "    ")}`);
  counts.passed += results.length - failed.length;
  counts.failed += failed.length;
}

/** Runs something on a runtime; that it cannot be run at all is one failure. */
async function attempt(where, act) {
  try {
    report(where, await act());
  } catch (error) {
    report(where, [{ name: "runs at all", error: `${error.stack}\n${error.stderr ?? ""}` }]);
  }
}

function skip(where, reason) {
  console.log(`skipped: ${where} (${reason})`);
  counts.skipped += 1;
}

const consumer = createConsumer();
let mock;
try {
  mock = await startMockProcess(process.execPath, consumer.folder, ["--cors", "--rate-limit", "off"]);
  const place = { baseUrl: mock.baseUrl, apiKey: mock.apiKey };
  const env = {
    ...process.env,
    TERMINUS_BASE_URL: place.baseUrl,
    TERMINUS_API_KEY: place.apiKey,
    DENO_DIR: join(consumer.folder, "deno-cache"),
    DENO_NO_UPDATE_CHECK: "1",
  };

  for (const { name, program, words, isNode, missing } of runtimes) {
    if (missing !== undefined) {
      skip(name, missing);
      continue;
    }
    const programs = ["sdk.mjs", "sdk.cjs", ...(isNode ? ["mock.mjs", "mock.cjs"] : [])];
    for (const file of programs) {
      await attempt(`${name}, ${file}`, async () => {
        const { stdout } = await run(program, [...words, file], { cwd: consumer.folder, env, timeout: TIME_LIMIT });
        return JSON.parse(stdout);
      });
    }
    if (isNode) await attempt(`${name}, terminus-mock`, () => runBin(program));
  }

  if (chromium.missing !== undefined) skip(chromium.name, chromium.missing);
  else {
    const { runInBrowser } = await import("./browser.mjs");
    await attempt(chromium.name, () => runInBrowser(chromium.program, consumer.folder, place));
  }
} finally {
  await mock?.end("SIGTERM");
  consumer.remove();
}

/** The bin starts, answers, and ends cleanly on Ctrl-C. */
async function runBin(program) {
  const own = await startMockProcess(program, consumer.folder);
  const headers = { authorization: `Bearer ${own.apiKey}` };
  const { status } = await fetch(`${own.baseUrl}/api/v1/workspaces`, { headers });
  const code = await own.end("SIGINT");
  return [
    { name: "answers", ...(status !== 200 && { error: `It answered ${status} in place of 200.` }) },
    { name: "ends on Ctrl-C", ...(code !== 0 && { error: `It ended with ${code} in place of 0.` }) },
  ];
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
