// Every program in the README compiles as a stranger would compile it, and runs against a loopback server.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { blocksOf } from "../../scripts/readme-blocks.js";
import { programsSuite } from "./programs-suite.js";
import { envelope, KEY, page, type Received, type Step, script } from "./scripted-server.js";

/** Every resource there is, one item each. */
function answer({ method, url }: Received): Step {
  if (method === "DELETE") return { status: 204 };
  if (url.includes("no-such")) return { status: 404, body: envelope("not_found_error", "No such record") };
  const key = { id: "a", name: "Main", created_at: "2026-01-01T00:00:00Z", last_used_at: null, key: KEY };
  if (method === "POST") return { status: 201, body: key };
  return { body: page(["a"], false) };
}

const programs = blocksOf(fileURLToPath(new URL("../README.md", import.meta.url)))
  .filter(({ language }) => language === "ts")
  .map((block, number) => ({ name: `${block.heading}, program ${number + 1}`, block, plain: number === 0 }));

test("the README has a program for each concern", () => {
  expect(programs.length).toBeGreaterThanOrEqual(12);
});

programsSuite({
  programs,
  run: async (start) => {
    const server = await script(answer);
    const { TERMINUS_LOG: _log, ...env } = process.env;
    const { stdout, stderr } = await start({ ...env, TERMINUS_API_KEY: KEY, TERMINUS_BASE_URL: server.url });
    expect(stdout + stderr).not.toContain(KEY);
    expect(stdout.length + stderr.length + server.requests.length).toBeGreaterThan(0);
  },
});
