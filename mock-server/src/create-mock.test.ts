// What `createMock` promises: one seed one run, nothing shared, quick to close, typed by API.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { call } from "../test/calling.js";
import { type Connection, type Sent, transports } from "../test/transports.js";
import { createMock } from "./index.js";

const now = "2026-01-01T00:00:00Z";

/** A run with everything in it: writes, reads, refusals, time, a flaky fault. */
const script: readonly (Sent | "wait")[] = [
  { method: "GET", path: "/api/v1/workspaces" },
  { method: "POST", path: "/api/v1/api_keys", body: '{"name":"CI pipeline"}' },
  "wait",
  { method: "GET", path: "/api/v1/records?limit=3" },
  { method: "GET", path: "/api/v1/submissions?limit=2&page=2" },
  { method: "POST", path: "/api/v1/api_keys", body: "{}" },
  { method: "GET", path: "/api/v1/nothing" },
  { method: "GET", path: "/api/v1/governance_models" },
  { method: "GET", path: "/api/v1/governance_models" },
  { method: "GET", path: "/api/v1/governance_models" },
  { method: "GET", path: "/api/v1/api_keys" },
];

async function transcript(transport: (typeof transports)["fetch"]): Promise<string> {
  const mock = await createMock({ seed: 42, now });
  mock.faults.add({ operationId: "listGovernanceModels", probability: 0.5, status: 503 });
  const connection: Connection = await transport(mock);
  const lines: string[] = [];
  for (const step of script) {
    if (step === "wait") {
      mock.clock.advance("90s");
      continue;
    }
    const headers = { authorization: `Bearer ${mock.apiKey}`, "content-type": "application/json" };
    const { status, headers: received, text } = await connection.send({ ...step, headers });
    lines.push(
      `${status} ${received.get("date")} ${received.get("content-type")} ${received.get("retry-after")} ${text}`,
    );
  }
  await connection.close();
  await mock.close();
  return lines.join("\n");
}

describe("one seed, one run", () => {
  test("two runs of the same calls give byte-identical transcripts", async () => {
    expect(await transcript(transports.fetch)).toBe(await transcript(transports.fetch));
  });

  test.each(["msw", "port"] as const)("the transcript over %s is that of mock.fetch, Date included", async (name) => {
    expect(await transcript(transports[name])).toBe(await transcript(transports.fetch));
  });

  test("another process gives the same keys, ids and data", async () => {
    const program = `
      import { createHash } from "node:crypto";
      import { createMock } from "./src/index.ts";
      const mock = await createMock({ seed: 42, now: "${now}" });
      process.stdout.write(createHash("sha256").update(JSON.stringify([mock.apiKey, mock.snapshot()])).digest("hex"));`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: new URL("..", import.meta.url).pathname,
    });
    const mock = await createMock({ seed: 42, now });
    expect(stdout).toBe(
      createHash("sha256")
        .update(JSON.stringify([mock.apiKey, mock.snapshot()]))
        .digest("hex"),
    );
  });

  test("reading a list does not change what is drawn next", async () => {
    const make = async (reads: boolean) => {
      const mock = await createMock({ seed: 42, now });
      if (reads) for (const path of ["records", "submissions"]) await call(mock, `GET /api/v1/${path}`);
      return (await call(mock, "POST /api/v1/api_keys", { body: { name: "x" } })).text;
    };
    expect(await make(true)).toBe(await make(false));
  });
});

test("a hundred mocks in one process, used at once, share nothing", async () => {
  const mocks = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      createMock({ preset: "empty", now, rateLimit: { limit: 3 + (i % 3), window: "60s" } }),
    ),
  );
  expect(new Set(mocks.map(({ apiKey }) => apiKey)).size).toBe(100);
  const results = await Promise.all(
    mocks.map(async (mock, i) => {
      await call(mock, "POST /api/v1/api_keys", { body: { name: `key ${i}` } });
      if (i % 2 === 0) mock.clock.advance("1s");
      const { body } = await call(mock, "GET /api/v1/api_keys");
      let passed = 2;
      while ((await call(mock, "GET /api/v1/workspaces")).status === 200) passed += 1;
      return {
        names: (body.items as unknown as readonly { name: string }[]).map(({ name }) => name),
        passed,
        now: mock.clock.iso(),
        calls: mock.calls().length,
      };
    }),
  );
  results.forEach((result, i) => {
    expect(result.names).toEqual(expect.arrayContaining([`key ${i}`, "Mock key"]));
    expect(result).toMatchObject({
      passed: 3 + (i % 3),
      calls: 4 + (i % 3),
      now: i % 2 === 0 ? "2026-01-01T00:00:01.000Z" : "2026-01-01T00:00:00.000Z",
    });
    expect(result.names).toHaveLength(2);
  });
});

test("a key of one mock is refused by another", async () => {
  const [mock, other] = [await createMock(), await createMock()];
  expect((await call(mock, "GET /api/v1/workspaces", { key: other.apiKey })).status).toBe(401);
});

test("a key that was given as a name is in no snapshot and not in its state, and the snapshot restores", async () => {
  const mock = await createMock({ preset: "empty" });
  await call(mock, "POST /api/v1/api_keys", { body: { name: `not ${mock.apiKey}` } });
  const snapshot = mock.snapshot();
  expect(JSON.stringify(snapshot)).not.toContain(mock.apiKey);
  mock.restore(snapshot);
  expect((await call(mock, "GET /api/v1/api_keys")).text).toContain(`not thub_…${mock.apiKey.slice(-4)}`);
});

test("the mock itself shows no secret when it is printed", async () => {
  const mock = await createMock();
  const { inspect } = await import("node:util");
  expect(inspect(mock, { depth: 10, showHidden: true })).not.toContain("thub_");
  expect(JSON.stringify(mock)).not.toContain("thub_");
});

test("an API that does not exist is refused with those that do", async () => {
  await expect(createMock({ api: "nope" as "terminus-hub" })).rejects.toThrow(
    /There is no API "nope". Known: terminus-hub/,
  );
});

test("options that cannot be used are refused when the mock is made", async () => {
  await expect(createMock({ now: "yesterday" })).rejects.toThrow(/now is "yesterday"/);
  await expect(createMock({ rateLimit: { limit: -1, window: "1s" } })).rejects.toThrow(/The rate limit is -1/);
});
