// Wherever something is written down, the key is not in it.
import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { ConfigurationError, TerminusHub, type TerminusHubOptions } from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { envelope, failure, hubOf, KEY, script } from "../scripted-server.js";

const OTHER = "thub_ZYXWVUTSRQPONMLKJIHGFEDCBA98765432";
const SHOWN = "thub_…ab12";

function everyWay(value: unknown): string {
  return [
    inspect(value),
    inspect(value, { depth: Infinity, showHidden: true }),
    inspect(value, { depth: Infinity, showHidden: true, customInspect: false }),
    JSON.stringify(value),
    `${value}`,
    String((value as Error).stack),
    String((value as Error).message),
  ].join("\n");
}

function expectNoSecret(text: string): void {
  expect(text).not.toContain(KEY.slice(5, 20));
  expect(text).not.toContain(OTHER.slice(5, 20));
}

test("a client, its resources and its clones show the masked key and nothing more", () => {
  const hub = new TerminusHub({ apiKey: KEY });
  const clone = hub.withOptions({ apiKey: OTHER, timeout: 5 });
  for (const thing of [hub, clone, hub.apiKeys, hub.fetch, hub.records.list(), { hub }, new Map([[hub, clone]])]) {
    expectNoSecret(everyWay(thing));
  }
  expect(inspect(hub)).toBe(`TerminusHub {"baseUrl":"https://hub.terminus.app","apiKey":"${SHOWN}"}`);
  expect(JSON.parse(JSON.stringify(hub))).toEqual({ baseUrl: "https://hub.terminus.app", apiKey: SHOWN });
  expect(JSON.stringify(new TerminusHub({ apiKey: () => KEY }))).toBe('{"baseUrl":"https://hub.terminus.app"}');
});

test("a short key shows its prefix alone", () => {
  expect(JSON.stringify(new TerminusHub({ apiKey: "thub_ab12cd34" }))).toContain('"thub_…"');
});

test("no error of any kind holds a secret, though the server repeats it everywhere", async () => {
  const leak = { headers: { "x-leak": KEY, location: `https://other.example/?key=${KEY}` } };
  const kinds: Record<string, Promise<unknown>> = {};
  for (const status of [302, 400, 401, 403, 404, 413, 415, 418, 422, 429, 500]) {
    const body = envelope(KEY, `The key ${KEY} is bad`, { code: KEY, param: `a ${KEY}`, path: KEY });
    const server = await script({ status, body, ...leak });
    kinds[status] = failure(hubOf(server, { maxRetries: 0 }).apiKeys.create({ name: OTHER }));
  }
  const truncated = await script({ status: 201, body: `{"id":"a","key":"${OTHER}`, ...leak });
  kinds.truncated = failure(hubOf(truncated).apiKeys.create({ name: "x" }));
  const html = await script({ status: 502, body: `<b>${KEY}</b>` });
  kinds.html = failure(hubOf(html, { maxRetries: 0 }).workspaces.list());
  const dropped = await script({ drop: "unanswered" });
  kinds.dropped = failure(hubOf(dropped, { maxRetries: 0 }).records.list({ workspace_id: KEY }));
  const stalled = await script({ stall: "headers" });
  kinds.stalled = failure(hubOf(stalled, { maxRetries: 0, timeout: 10 }).records.list({ workspace_id: KEY }));
  kinds.aborted = failure(hubOf(html).records.list({}, { signal: AbortSignal.abort("x") }));
  kinds.path = failure(hubOf(html).records.get(`${KEY}\n`));
  kinds.key = failure(hubOf(html, { apiKey: () => `"${KEY}"` }).records.get("a"));
  for (const [kind, failed] of Object.entries(kinds)) {
    const error = await failed;
    expect(error, kind).toBeInstanceOf(Error);
    expectNoSecret(everyWay(error));
  }
});

test.each([
  [`"${KEY}"`, 'contains "\\"", which no key has'],
  [`${KEY}\n`, 'contains "\\n", which no key has'],
  ["thub_ü", 'contains "ü", which no key has'],
  ["thub_a b", 'contains " ", which no key has'],
  ["thub_a'b", 'contains "\'", which no key has'],
  [`Bearer ${KEY}`, "starts with Bearer"],
  ["sk_live_abcdefghijkl", "does not start with thub_"],
  ["thub_", "is only thub_"],
])("a key like %j is diagnosed before anything is sent, without being shown", (apiKey, problem) => {
  let error: unknown;
  try {
    new TerminusHub({ apiKey });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as Error).message).toBe(`The apiKey ${problem}. Pass it as issued. Nothing was sent.`);
  expectNoSecret(everyWay(error));
  expect((error as Error).message).not.toContain("abcdefghijkl");
});

interface Lines {
  readonly lines: string[];
  readonly options: TerminusHubOptions;
}

function logged(logLevel?: TerminusHubOptions["logLevel"]): Lines {
  const lines: string[] = [];
  const logger = {
    debug: (line: string) => lines.push(`debug ${line}`),
    info: (line: string) => lines.push(`info ${line}`),
    warn: (line: string) => lines.push(`warn ${line}`),
    error: (line: string) => lines.push(`error ${line}`),
  };
  return { lines, options: { logger, clock: jumpingClock(), logLevel } };
}

test("the log has one line per attempt, with what was asked, what came, how long it took and what follows", async () => {
  const server = await script(
    { status: 429, headers: { "retry-after": "3" } },
    { drop: "unanswered" },
    { body: { id: "a" } },
  );
  const { lines, options } = logged();
  await hubOf(server, options).records.get("a");
  const url = `${server.url}/api/v1/records/a`;
  expect(lines[0]).toBe(`warn TerminusHub GET ${url} 429 in 0 ms, again in 3000 ms`);
  expect(lines[1]).toMatch(/^warn TerminusHub GET .*\/a ConnectionError in 0 ms, again in \d+ ms$/);
  expect(lines[2]).toBe(`info TerminusHub GET ${url} 200 in 0 ms`);
  expect(lines).toHaveLength(3);
});

test("the debug log shows bodies, and masks what the spec flags as secret and whatever looks like a key", async () => {
  const server = await script(
    { status: 201, body: { id: "a", key: OTHER, nested: JSON.stringify({ key: "plainsecret", x: 1 }) } },
    { status: 201, body: { key: "no prefix at all" } },
    { status: 502, body: `<b>${OTHER}</b>\n<i>and more</i>` },
    { status: 201, body: `{"id":"b","key":"cutoffsecret` },
  );
  const { lines, options } = logged("debug");
  const { apiKeys } = hubOf(server, options);
  expect((await apiKeys.create({ name: `of ${KEY}` })).key).toBe(OTHER);
  await apiKeys.create({ name: "x" });
  await apiKeys.create({ name: "x" }).safe();
  await apiKeys.create({ name: "x" }).safe();
  const text = lines.join("\n");
  expectNoSecret(text);
  expect(text).not.toMatch(/plainsecret|no prefix|cutoffsecret/);
  expect(lines[0]).toMatch(/^info TerminusHub POST .* 201 in 0 ms$/);
  expect(lines[1]).toMatch(/^debug TerminusHub POST http/);
  expect(lines[1]).toContain(` > {"name":"of ${SHOWN}"} < {"id":"a","key":"thub_…5432"`);
  expect(lines[3]).toContain('{"key":"…"}');
  expect(lines[4]).toMatch(/^error TerminusHub POST .* 502 in 0 ms$/);
  expect(lines[5]).toContain("<b>thub_…5432</b> <i>and more</i>");
  expect(lines).toHaveLength(8);
});

test("the debug log has no line for bodies that are not there, and no control, colour or bidi characters", async () => {
  const server = await script({ status: 204 }, { body: { id: "a\u202eb" } }, { body: "\u001b[31mred\u0007" });
  const { lines, options } = logged("debug");
  const hub = hubOf(server, options);
  await hub.apiKeys.delete("a");
  expect(lines).toHaveLength(1);
  await hub.records.get("a");
  await hub.records.get("a").safe();
  expect(lines[2]).toContain('< {"id":"a b"}');
  expect(lines.join()).not.toMatch(/\p{C}|undefined/u);
});

test("the default logger writes to stderr, whatever the level", async () => {
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  const server = await script({ body: { id: "a" } });
  await hubOf(server, { logLevel: "debug" }).records.get("a");
  expect(spy).toHaveBeenCalledTimes(2);
  spy.mockRestore();
});

test.each([
  ["off", []],
  ["error", ["error"]],
  ["warn", ["warn", "error"]],
  ["info", ["warn", "info", "error"]],
] as const)(
  "logLevel %s writes %j of a repeated, a good and a failed attempt, without bodies",
  async (level, kinds) => {
    const server = await script({ status: 503 }, { body: { id: "a", secret: "body" } }, { status: 404 });
    const { lines, options } = logged(level);
    const hub = hubOf(server, options);
    await hub.records.get("a");
    await failure(hub.records.get("b"));
    expect(lines.map((line) => line.split(" ")[0])).toEqual(kinds);
    expect(lines.join()).not.toContain("body");
  },
);

test("a failure that is no error of the SDK is logged too", async () => {
  const { lines, options } = logged();
  const middleware = [
    () => {
      throw new Error("mine");
    },
  ];
  await failure(new TerminusHub({ apiKey: KEY, ...options, middleware }).records.get("a"));
  expect(lines).toHaveLength(1);
});

test("an unknown log level is refused", () => {
  expect(() => new TerminusHub({ apiKey: KEY, logLevel: "loud" as "info" })).toThrow(
    'The logLevel "loud" is not one of off, error, warn, info, debug.',
  );
});

test("what create returns is plain data: the caller's to keep", async () => {
  const server = await script({ status: 201, body: { id: "a", key: OTHER } });
  expect(JSON.stringify(await hubOf(server).apiKeys.create({ name: "x" }))).toContain(OTHER);
});
