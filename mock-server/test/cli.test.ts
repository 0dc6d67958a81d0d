// The command as it is installed: one bundled file, run in processes of its own.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { apiNames, loadApi } from "../src/apis.js";

const cli = new URL("../dist/cli.js", import.meta.url).pathname;
let folder: string;
beforeAll(async () => {
  expect(existsSync(cli), "the command is not built: run npm run build first").toBe(true);
  folder = await mkdtemp(join(tmpdir(), "terminus-mock-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const ends: (() => Promise<Ended>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Starts the mock and waits for its banner. */
async function start(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [cli, "start", "--port", "0", ...args], { env: { ...process.env, ...env } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code: code ?? -1, out, err })));
  const end = (signal: NodeJS.Signals = "SIGINT") => {
    child.kill(signal);
    return ended;
  };
  ends.push(() => end("SIGKILL"));
  const printed = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(out);
      if (found !== null) return found;
      const over = await Promise.race([
        ended,
        new Promise<undefined>((resolve) => child.stdout.once("data", () => resolve(undefined))),
      ]);
      if (over !== undefined && pattern.exec(out) === null) throw new Error(`The mock ended: ${over.err}`);
    }
  };
  const [, url = ""] = await printed(/"?(?:URL|url)"?[\s:"]+(http:\/\/[^\s"]+)/);
  return { url, end, printed, output: () => out };
}

/** Runs a line as a shell would. */
const shell = (line: string): Promise<Ended> =>
  new Promise((resolve) => {
    execFile("/bin/sh", ["-c", line], (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

describe("start", () => {
  test("prints a URL, a key that works, ids that no endpoint reveals, and ends cleanly on Ctrl-C", async () => {
    const { url, printed, end } = await start();
    const [, key] = await printed(/API key\s+(thub_[0-9A-Za-z]{32})/);
    const [, taxonomy_id] = await printed(/taxonomy_id\s+(\S+)/);
    const [, workspace_id] = await printed(/workspace_id\s+(\S+)/);
    await printed(/records[\s\S]*\n\n/);
    const made = await fetch(`${url}/api/v1/submissions`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ workspace_id, taxonomy_id, rows: [{ data: { utm_source: "newsletter" } }] }),
    });
    expect(made.status).toBe(201);
    await printed(/201 POST {3}\/api\/v1\/submissions\n/);
    expect(await end()).toMatchObject({ code: 0, err: "" });
  });

  test("prints three curl lines that work when pasted", async () => {
    const { printed, output } = await start();
    await printed(/page through records\n.*\n\n/);
    const lines = output().match(/^ {2}curl .*$/gm) ?? [];
    expect(lines).toHaveLength(3);
    const answers = await Promise.all(lines.map((line) => shell(line.trim().replace("curl ", "curl -sS --fail "))));
    expect(answers.map(({ code, err }) => [code, err])).toEqual([
      [0, ""],
      [0, ""],
      [0, ""],
    ]);
    expect(answers[0]?.out).toContain('"EMEA Sales"');
    expect(answers[1]?.out).toMatch(/"name":"CI pipeline".*"key":"thub_/);
    expect(answers[2]?.out.match(/"terminus_id"/g)).toHaveLength(342);
    // Log lines are written together, a moment later.
    await vi.waitFor(() => expect(output()).toMatch(/201 POST {3}\/api\/v1\/api_keys/), 10_000);
  });

  test("keeps its key over a restart, and another seed gives another", async () => {
    const key = async (args: readonly string[]) => (await (await start(args)).printed(/API key\s+(\S+)/))[1];
    const [first, second, other, none] = await Promise.all([
      key([]),
      key([]),
      key(["--seed", "2"]),
      key(["--seed", "none"]),
    ]);
    expect(second).toBe(first);
    expect(new Set([first, other, none]).size).toBe(3);
  });

  test("logs why, and never a secret", async () => {
    const { url, printed, end } = await start(["--log", "json"]);
    const [, key] = await printed(/"apiKey":"(thub_[^"]+)"/);
    await fetch(`${url}/api/v1/workspaces?key=${key}`, { headers: { authorization: `Bearer ${key}x` } });
    await printed(/"status":401/);
    const { out } = await end();
    const [ready, ...lines] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(ready).toEqual({
      event: "ready",
      api: "terminus-hub",
      url,
      pid: expect.any(Number),
      apiKey: key,
      workspaceId: expect.any(String),
      taxonomyId: expect.any(String),
    });
    expect(lines).toEqual([
      expect.objectContaining({ number: 1, method: "GET", status: 401, why: expect.stringContaining("malformed") }),
    ]);
    expect(JSON.stringify(lines)).not.toContain(key);
  });

  test("obeys preset, now, rate limit, latency and silence", async () => {
    const flags = ["--preset=empty", "--now", "2026-01-01T00:00:00Z", "--rate-limit", "1/10s", "--latency", "1ms-2ms"];
    const { url, printed, end } = await start(flags);
    const [, key] = await printed(/API key\s+(\S+)/);
    const get = () => fetch(`${url}/api/v1/workspaces`, { headers: { authorization: `Bearer ${key}` } });
    const first = await get();
    expect([first.status, first.headers.get("date")]).toEqual([200, "Thu, 01 Jan 2026 00:00:00 GMT"]);
    expect(((await first.json()) as { total_count: number }).total_count).toBe(1);
    expect((await get()).headers.get("retry-after")).toBe("10");
    expect((await end("SIGTERM")).code).toBe(0);
    const silent = await start(["--log", "silent", "--rate-limit", "off"]);
    await fetch(`${silent.url}/api/v1/workspaces`);
    expect((await silent.end()).out).not.toMatch(/\b401\b/);
  });

  test("--rate-limit with a number alone counts by the minute", async () => {
    const { url, printed } = await start(["--now", "2026-01-01T00:00:00Z", "--rate-limit", "1"]);
    const [, key] = await printed(/API key\s+(\S+)/);
    const get = () => fetch(`${url}/api/v1/workspaces`, { headers: { authorization: `Bearer ${key}` } });
    await get();
    expect((await get()).headers.get("retry-after")).toBe("60");
  });

  test("takes state from a file", async () => {
    const file = join(folder, "state.json");
    const secret = `thub_${"k".repeat(32)}`;
    await writeFile(file, JSON.stringify({ accounts: [{ name: "Mine", api_keys: [{ name: "known", secret }] }] }));
    const { url } = await start(["--state", file]);
    expect((await fetch(`${url}/api/v1/workspaces`, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(
      200,
    );
  });

  test("writes a ready file once it answers, with ids and without a secret, and removes it at the end", async () => {
    const file = join(folder, "ready.json");
    await writeFile(file, "left by an earlier run");
    const { url, end, printed } = await start(["--ready-file", file]);
    await printed(/page through records/);
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 2));
    const ready = await readFile(file, "utf8");
    expect(JSON.parse(ready)).toEqual({
      api: "terminus-hub",
      url,
      pid: expect.any(Number),
      workspaceId: expect.any(String),
      taxonomyId: expect.any(String),
    });
    expect(ready).not.toContain("thub_");
    await end();
    expect(existsSync(file)).toBe(false);
  });

  test("bound wider it prints the control token, which can be given", async () => {
    const { url, printed } = await start(["--host", "0.0.0.0"], { TERMINUS_MOCK_TOKEN: "t0ken" });
    const [, token] = await printed(/control token\s+(\S+)/);
    expect(token).toBe("t0ken");
    expect((await fetch(`${url}/__mock/calls`)).status).toBe(401);
    expect((await fetch(`${url}/__mock/calls`, { headers: { authorization: "Bearer t0ken" } })).status).toBe(200);
  });

  test("reports coverage at the end, and fails below the least that was asked for", async () => {
    const total = Object.keys((await loadApi("terminus-hub")).routes).length;
    const { url, printed, end } = await start(["--min-coverage", "20"]);
    const [, key] = await printed(/API key\s+(\S+)/);
    await fetch(`${url}/api/v1/workspaces`, { headers: { authorization: `Bearer ${key}` } });
    const { code, err } = await end();
    expect(code).toBe(1);
    const percent = Math.floor(100 / total);
    expect(err).toContain(`operations 1/${total} (${percent} %)`);
    expect(err).toContain(`Coverage of operations is ${percent} %, below --min-coverage 20`);
    const plain = await start(["--coverage"]);
    expect(await plain.end()).toMatchObject({ code: 0, err: expect.stringContaining(`operations 0/${total}`) });
  });

  test("--api all serves every API, each on a port of its own, and tells all of them", async () => {
    const file = join(folder, "all.json");
    const { end, output } = await start(["--api", "all", "--ready-file", file]);
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 2));
    const { mocks } = JSON.parse(await readFile(file, "utf8")) as { mocks: { api: string; url: string }[] };
    expect(mocks.length).toBeGreaterThan(1);
    expect(new Set(mocks.map(({ url }) => url)).size).toBe(mocks.length);
    const health = await Promise.all(mocks.map(async ({ url }) => (await fetch(`${url}/__mock/health`)).json()));
    expect(health).toEqual(mocks.map(({ api }) => expect.objectContaining({ status: "ok", api })));
    for (const { api } of mocks) expect(output()).toContain(`A mock of ${api} is up.`);
    expect((await end()).code).toBe(0);
  });

  test("--api all says that it needs ports in a row where one is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const { code, err } = await run("start", "--api", "all", "--port", String(port));
    server.close();
    expect([code, err]).toEqual([
      1,
      `Port ${port} on 127.0.0.1 is in use. --api all needs ${apiNames.length} ports in a row: choose others with --port, or --port 0 for any that is free.\n`,
    ]);
  });

  test("a port in use is told in one line with the way out, exit 1", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const { code, out, err } = await run("start", "--port", String(port));
    server.close();
    expect([code, out, err]).toEqual([
      1,
      "",
      `Port ${port} on 127.0.0.1 is in use. Choose another with --port ${port + 1}, or --port 0 for any that is free.\n`,
    ]);
  });

  test("an address that is not of this machine is told in one line, exit 1", async () => {
    const { code, err } = await run("start", "--port", "0", "--host", "203.0.113.1");
    expect([code, err.trim().split("\n").length]).toEqual([1, 1]);
    expect(err).toMatch(/^Cannot listen on 203\.0\.113\.1, port 0: .*Choose others with --host and --port\.\n$/);
  });
});

describe("mistakes are one line that says what is allowed, exit 2", () => {
  test.each<[args: string[], message: RegExp]>([
    [["-x"], /^Unknown flag "-x"\. Allowed: start, exec, openapi\.$/],
    [["start", "-p", "0"], /^Unknown flag -p\. Allowed: --port, --host, /],
    [["start", "-prot=0"], /^Unknown flag -prot\. Allowed: --port, /],
    [["openapi", "--port", "0"], /^openapi does not take --port\. Allowed: --api\.$/],
    [["exec", "--ready-file", "x", "--", "true"], /^exec does not take --ready-file\. Allowed: --port, /],
    [["start", "--seed="], /^--seed "" cannot be used\. Allowed: a number, a text, or "none"/],
    [["start", "--state="], /^--state "" cannot be used\. Allowed: a JSON file's path\.$/],
    [["start", "--rate-limit", "3/10"], /^--rate-limit "3\/10" cannot be used\. Allowed: 3\/10s \(.*unit.*, or off\.$/],
    [
      ["start", "--api", "all", "--port", "65534"],
      new RegExp(
        `^--port 65534 cannot be used with --api all, which needs ${apiNames.length} ports in a row\\. Allowed: 0, or up to ${65536 - apiNames.length}\\.$`,
      ),
    ],
    [["start", "--preset", "empty", "--state", "x.json"], /^--preset and --state both say what the mock starts with\./],
    [["begin"], /^Unknown command "begin"\. Allowed: start, exec, openapi\.$/],
    [["start", "--prot", "1"], /^Unknown flag --prot\. Allowed: --port, --host, /],
    [["start", "--port"], /^--port needs a value: NUMBER\.$/],
    [["start", "--port", "http"], /^--port "http" cannot be used\. Allowed: a port from 0 to 65535\.$/],
    [["start", "--port=70000"], /a port from 0 to 65535/],
    [["start", "--cors=yes"], /^--cors takes no value\.$/],
    [["start", "--host", ""], /an address such as 127\.0\.0\.1/],
    [
      ["start", "--preset", "full"],
      /^--preset "full" cannot be used\. Allowed: default, empty, full-page, near-limit, rate-limited, revoked-key, flaky\.$/,
    ],
    [["start", "--now", "soon"], /a time such as "2026-01-01T00:00:00Z"/],
    [["start", "--rate-limit", "many"], /a number and a window with its unit/],
    [["start", "--rate-limit", "3/0s"], /a number and a window/],
    [["start", "--rate-limit", "3/soon"], /a number and a window/],
    [["start", "--latency", "3s-1s"], /a time such as 200ms, or a range/],
    [["start", "--latency", "1s-2s-3s"], /a time such as 200ms, or a range/],
    [["start", "--latency", "soon"], /a time such as 200ms, or a range/],
    [["start", "--log", "loud"], /^--log "loud" cannot be used\. Allowed: pretty, json or silent\.$/],
    [["start", "--min-coverage", "101"], /a percentage from 0 to 100/],
    [["start", "--ready-file", ""], /a file's path/],
    [["start", "--api", "other"], /^--api "other" cannot be used\. Allowed: terminus-hub/],
    [
      ["start", "--state", "/nowhere/state.json"],
      /^--state "\/nowhere\/state\.json" cannot be read: .*Name a JSON file\.$/,
    ],
    [["start", "now"], /^start takes only flags, not "now"/],
    [["exec"], /^exec needs a command, such as: terminus-mock exec -- npm test\.$/],
    [["openapi", "yaml"], /^openapi takes only --api, not "yaml"\.$/],
    [["openapi", "--api", "all"], /^openapi prints one document\. Name one API with --api\.$/],
    [
      ["start", "--api", "all", "--state", "x.json"],
      /^--state is the state of one API, so it does not go with --api all/,
    ],
    [["openapi", "--api", "other"], /^--api "other" cannot be used/],
    [
      ["start", "--api", "termix", "--rate-limit", "3/10s"],
      /^--rate-limit does not go with --api termix: .*\. Leave it out\.$/,
    ],
  ])("%j", async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err.trim()).toMatch(message);
  });

  test("state that cannot be used is told with its file and path", async () => {
    const broken = join(folder, "broken.json");
    await writeFile(broken, "{");
    expect(await run("start", "--state", broken)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is not JSON: /),
    });
    await writeFile(broken, JSON.stringify({ accounts: [{ name: "A", plan: "gold" }] }));
    expect(await run("start", "--state", broken)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/state\.accounts\.0\.plan: /),
    });
  });

  test("a ready file that cannot be written is told, exit 1, whatever the port", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const { code, err } = await run("start", "--port", String(port), "--ready-file", "/nowhere/ready.json");
    server.close();
    expect(await run("start", "--port", "0", "--ready-file", folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining("cannot be written: it is a folder"),
    });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^--ready-file "\/nowhere\/ready\.json" cannot be written: /),
    ]);
  });
});

describe("exec", () => {
  const script = (code: string) => ["--", process.execPath, "-e", code];

  test("runs a command against a mock of its own, whose address and key are in the environment", async () => {
    const code = `
      const { TERMINUS_BASE_URL: url, TERMINUS_API_KEY: key } = process.env;
      const answer = await fetch(url + "/api/v1/workspaces", { headers: { authorization: "Bearer " + key } });
      console.log(answer.status);`;
    const { code: exit, out, err } = await run("exec", "--", process.execPath, "--input-type=module", "-e", code);
    expect([exit, out]).toEqual([0, "200\n"]);
    const { routes } = await loadApi("terminus-hub");
    expect(err).toContain(`Contract coverage: operations 1/${Object.keys(routes).length} `);
  });

  test("exits with the command's code", async () => {
    expect((await run("exec", ...script("process.exit(7)"))).code).toBe(7);
    expect((await run("exec", "--min-coverage", "100", ...script("process.exit(7)"))).code).toBe(7);
  });

  test("fails where the coverage is too low though the command succeeded", async () => {
    expect(await run("exec", "--min-coverage", "1", ...script(""))).toMatchObject({
      code: 1,
      err: expect.stringContaining("below --min-coverage 1"),
    });
  });

  test("a command that a signal ends gives 128 and its number", async () => {
    expect((await run("exec", ...script("process.kill(process.pid, 'SIGKILL')"))).code).toBe(137);
  });

  /** A command that counts its SIGINTs, says when it is up, and tells the count when it gets a SIGTERM. */
  async function counting(detached: boolean) {
    const code = `
      let interrupts = 0;
      process.on("SIGINT", () => { interrupts += 1; console.log("interrupted"); });
      process.on("SIGTERM", () => { console.log("interrupts:", interrupts); process.exit(5); });
      process.on("SIGUSR2", () => console.log("usr2"));
      setInterval(() => {}, 1e6);
      console.log("up as", process.pid, ".");`;
    const child = spawn(process.execPath, [cli, "exec", ...script(code)], {
      stdio: ["ignore", "pipe", "ignore"],
      detached,
    });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    const ended = new Promise<{ code: number | null; out: string }>((resolve) =>
      child.once("close", (exit) => resolve({ code: exit, out })),
    );
    const printed = async (text: string) => {
      while (!out.includes(text)) await new Promise((resolve) => child.stdout.once("data", resolve));
    };
    await printed(".");
    return { child, pid: child.pid ?? Number.NaN, command: Number(/up as (\d+)/.exec(out)?.[1]), printed, ended };
  }

  test("passes on a signal that it alone gets", async () => {
    const { child, printed, ended } = await counting(false);
    child.kill("SIGINT");
    await printed("interrupted");
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 5, out: expect.stringContaining("interrupts: 1\n") });
  });

  test("lets the command see one SIGINT where its whole group gets it, as by Ctrl-C in a terminal", async () => {
    const { child, pid, command, printed, ended } = await counting(true);
    // Stopped, so that what it would pass on cannot melt into what the command gets of the group.
    process.kill(pid, "SIGSTOP");
    process.kill(-pid, "SIGINT");
    process.kill(command, "SIGUSR2");
    await printed("usr2");
    process.kill(pid, "SIGCONT");
    await printed("interrupted");
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 5, out: expect.stringContaining("interrupts: 1\n") });
  });

  test("a command that does not exist is told in one line, exit 127", async () => {
    const { code, err } = await run("exec", "--", "no-such-command");
    expect([code, err]).toEqual([
      127,
      'There is no command "no-such-command", so nothing was run. Check its name, or give its path.\n',
    ]);
  });

  test("a file that is no program is told in one line, exit 126", async () => {
    const file = join(folder, "no-program");
    await writeFile(file, "echo", { mode: 0o644 });
    const { code, err } = await run("exec", "--", file);
    expect([code, err.split("\n").length]).toEqual([126, 2]);
    expect(err).toMatch(/no-program" cannot be run: .*EACCES/);
  });
});

test("openapi prints the contract", async () => {
  const { code, out } = await run("openapi");
  expect([code, JSON.parse(out).openapi]).toEqual([0, "3.1.0"]);
});

test("a reader of openapi that stops early is no failure", async () => {
  const { code, err } = await shell(`"${process.execPath}" "${cli}" openapi | head -1; exit $?`);
  expect([code, err]).toEqual([0, ""]);
});

test("--help names every flag, API and preset, and --version the version", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  for (const name of apiNames) {
    expect(out).toContain(name);
    for (const preset of Object.keys((await loadApi(name)).presets)) expect(out).toContain(preset);
  }
  for (const flag of [
    "--port",
    "--host",
    "--preset",
    "--seed",
    "--now",
    "--rate-limit",
    "--latency",
    "--cors",
    "--state",
    "--ready-file",
    "--log",
    "--min-coverage",
  ]) {
    expect(out).toContain(`  ${flag}`);
  }
  expect((await run()).out).toBe(out);
  for (const words of [["-h"], ["start", "--help"], ["exec", "--port", "0", "-h"], ["openapi", "-h"]]) {
    expect((await run(...words)).out).toBe(out);
  }
  expect((await run("-V")).out).toBe((await run("--version")).out);
  expect((await run("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
