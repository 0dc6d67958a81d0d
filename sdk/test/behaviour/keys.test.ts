// Where the key comes from: option, environment, function; and where it must not be used.
import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { AuthenticationError, ConfigurationError, TerminusHub, TimeoutError } from "../../src/index.js";
import { jumpingClock } from "../jumping-clock.js";
import { envelope, failure, hubOf, KEY, page, script } from "../scripted-server.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const refusal = { status: 401, body: envelope("authentication_error", "Invalid API key") };

test("a missing key names the option, the variable and the page where keys are made", () => {
  vi.stubEnv("TERMINUS_API_KEY", "  ");
  for (const options of [{}, { apiKey: undefined }, { apiKey: "" }]) {
    expect(() => new TerminusHub(options)).toThrow(
      "TerminusHub has no key. Pass apiKey or set TERMINUS_API_KEY. Create a key at https://hub.terminus.app (Account, API Keys).",
    );
  }
});

test("an empty option is no key, whatever the environment holds", () => {
  vi.stubEnv("TERMINUS_API_KEY", KEY);
  expect(() => new TerminusHub({ apiKey: "" })).toThrow(ConfigurationError);
});

test("reads key, base URL, log level and leave for http from the environment, trimmed", async () => {
  const lines: unknown[] = [];
  vi.stubEnv("TERMINUS_API_KEY", ` ${KEY}\n`);
  vi.stubEnv("TERMINUS_BASE_URL", " http://hub.example/eu ");
  vi.stubEnv("TERMINUS_ALLOW_INSECURE", "1");
  vi.stubEnv("TERMINUS_LOG", "INFO");
  vi.stubGlobal("console", { error: (line: string) => lines.push(line) });
  const sent: [string, string | null][] = [];
  const hub = new TerminusHub({
    fetch: async (url, init) => {
      sent.push([url, new Headers(init.headers).get("authorization")]);
      return Response.json({ id: "a" });
    },
  });
  await hub.records.get("a");
  expect(sent).toEqual([["http://hub.example/eu/api/v1/records/a", `Bearer ${KEY}`]]);
  expect(lines).toHaveLength(1);
});

test("blank variables count as absent", () => {
  vi.stubEnv("TERMINUS_API_KEY", KEY);
  for (const name of ["TERMINUS_BASE_URL", "TERMINUS_LOG", "TERMINUS_ALLOW_INSECURE"]) vi.stubEnv(name, " ");
  expect(new TerminusHub().toJSON()).toMatchObject({ baseUrl: "https://hub.terminus.app" });
});

test("options win over the environment", () => {
  vi.stubEnv("TERMINUS_API_KEY", "thub_fromtheenvironment0000");
  vi.stubEnv("TERMINUS_BASE_URL", "https://env.example");
  vi.stubEnv("TERMINUS_ALLOW_INSECURE", "1");
  const options = { apiKey: KEY, baseUrl: "http://hub.example" };
  expect(JSON.stringify(new TerminusHub(options))).toBe('{"baseUrl":"http://hub.example","apiKey":"thub_…ab12"}');
  expect(() => new TerminusHub({ ...options, allowInsecure: false })).toThrow(ConfigurationError);
  expect(() => new TerminusHub({ ...options, allowInsecure: true })).not.toThrow();
});

test("only 1 and true allow http", () => {
  for (const value of ["0", "false", "yes"]) {
    vi.stubEnv("TERMINUS_ALLOW_INSECURE", value);
    expect(() => new TerminusHub({ apiKey: KEY, baseUrl: "http://hub.example" })).toThrow(ConfigurationError);
  }
});

test("an environment that may not be read counts as empty", () => {
  vi.stubGlobal("process", {
    get env(): never {
      throw new Error("NotCapable");
    },
  });
  expect(() => new TerminusHub({ apiKey: KEY })).not.toThrow();
  vi.stubGlobal("process", undefined);
  expect(() => new TerminusHub()).toThrow("TerminusHub has no key.");
});

test("a clone keeps the key and base URL that the environment gave, and takes new options", async () => {
  const server = await script({ body: { id: "a" } });
  vi.stubEnv("TERMINUS_API_KEY", KEY);
  vi.stubEnv("TERMINUS_BASE_URL", server.url);
  const hub = new TerminusHub({ headers: { "x-one": "1" } });
  vi.unstubAllEnvs();
  const clone = hub.withOptions({ maxRetries: 0, headers: { "x-two": "2" } });
  await clone.records.get("a");
  expect(clone).toBeInstanceOf(TerminusHub);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, "x-two": "2" });
  await hub.withOptions({ apiKey: "thub_another" }).records.get("a");
  expect(server.requests[1]?.headers).toMatchObject({ authorization: "Bearer thub_another", "x-one": "1" });
});

test("a key function is asked for each request", async () => {
  const server = await script({ status: 503 }, { body: { id: "a" } });
  let asked = 0;
  const hub = hubOf(server, { apiKey: () => `thub_key${++asked}`, clock: jumpingClock() });
  await hub.records.get("a");
  await hub.records.get("b");
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer thub_key1",
    "Bearer thub_key2",
    "Bearer thub_key3",
  ]);
});

test("requests at the same time share one question", async () => {
  const server = await script({ body: { id: "a" } });
  let asked = 0;
  const hub = hubOf(server, {
    apiKey: async () => {
      asked += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return KEY;
    },
  });
  await Promise.all([hub.records.get("a"), hub.records.get("b"), hub.workspaces.get("c")]);
  expect(asked).toBe(1);
  await hub.records.get("d");
  expect(asked).toBe(2);
});

test("a failing key function is a ConfigurationError with its cause, and is asked again by the next call", async () => {
  const server = await script({ body: { id: "a" } });
  const cause = new Error("vault sealed");
  let asked = 0;
  const hub = hubOf(server, {
    apiKey: async () => {
      asked += 1;
      if (asked === 1) throw cause;
      return KEY;
    },
  });
  const error = await failure(hub.records.get("a"));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error).toMatchObject({ message: "The apiKey function failed. Nothing was sent.", cause });
  expect(server.requests).toHaveLength(0);
  expect(await hub.records.get("a")).toEqual({ id: "a" });
});

test("a key function that gives no key is diagnosed", async () => {
  const server = await script({ body: { id: "a" } });
  for (const value of [undefined, "", "sk_live", `${KEY} `]) {
    const error = await failure(hubOf(server, { apiKey: () => value as string }).records.get("a"));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toMatch(/^The apiKey (is not a string|does not start with thub_|contains " ")/);
  }
  expect(server.requests).toHaveLength(0);
});

test("a key function that hangs is covered by the timeout, and asked anew by the next call", async () => {
  const server = await script({ body: { id: "a" } });
  let asked = 0;
  const apiKey = () => {
    asked += 1;
    return asked === 1 ? new Promise<string>(() => {}) : KEY;
  };
  const hub = hubOf(server, { apiKey, maxRetries: 0 });
  expect(await failure(hub.records.get("a", { timeout: 20 }))).toBeInstanceOf(TimeoutError);
  expect(await hub.records.get("a")).toEqual({ id: "a" });
});

test("a 401 asks the key function once more, also for a write", async () => {
  const server = await script(refusal, { status: 201, body: { id: "a" } });
  const keys = ["thub_old", "thub_new"];
  const { attempts } = await hubOf(server, { apiKey: () => keys.shift() ?? KEY, maxRetries: 0 })
    .apiKeys.create({ name: "x" })
    .withResponse();
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer thub_old", "Bearer thub_new"]);
  expect(attempts).toMatchObject([{ status: 401, delay: 0 }, { status: 201 }]);
});

test("a second 401 is final", async () => {
  const server = await script(refusal);
  expect(await failure(hubOf(server, { apiKey: () => KEY }).records.get("a"))).toBeInstanceOf(AuthenticationError);
  expect(server.requests).toHaveLength(2);
});

test("a 401 for a fixed key is final at once", async () => {
  const server = await script(refusal);
  expect(await failure(hubOf(server).records.get("a"))).toBeInstanceOf(AuthenticationError);
  expect(server.requests).toHaveLength(1);
});

test("a browser is refused, with the reason, unless told otherwise", async () => {
  vi.stubGlobal("window", { document: {} });
  expect(() => new TerminusHub({ apiKey: KEY })).toThrow(
    "TerminusHub would show its key to every visitor. Call it from a server, or pass dangerouslyAllowBrowser: true.",
  );
  const server = await script({ body: page([], false) });
  expect((await hubOf(server, { dangerouslyAllowBrowser: true }).records.list()).items).toEqual([]);
});

test("a browser's workers are refused, and Node's are not", () => {
  vi.stubGlobal("importScripts", () => {});
  expect(new TerminusHub({ apiKey: KEY })).toBeInstanceOf(TerminusHub);
  vi.stubGlobal("process", { env: {}, versions: {} });
  expect(() => new TerminusHub({ apiKey: KEY })).toThrow("would show its key to every visitor");
});

test.each([4711, {}, Promise.resolve(KEY), true])("an apiKey of %o is refused, and never shown", (apiKey) => {
  expect(() => new TerminusHub({ apiKey: apiKey as unknown as string })).toThrow("The apiKey is not a string.");
});

test("a message names the variable where a wrong value came from, and the option alone where it did not", () => {
  vi.stubEnv("TERMINUS_API_KEY", "sk_live_0123456789");
  expect(() => new TerminusHub()).toThrow("The apiKey from TERMINUS_API_KEY does not start with thub_.");
  vi.stubEnv("TERMINUS_BASE_URL", "https://hub.example/api/v1");
  expect(() => new TerminusHub({ apiKey: KEY })).toThrow(
    'The baseUrl from TERMINUS_BASE_URL "https://hub.example/api/v1" ends in /api/v1',
  );
  vi.stubEnv("TERMINUS_LOG", "loud");
  expect(() => new TerminusHub({ apiKey: KEY, baseUrl: "https://hub.example" })).toThrow(
    'The logLevel from TERMINUS_LOG "loud" is not one of off, error, warn, info, debug.',
  );
});

test("an empty base URL is none", () => {
  vi.stubEnv("TERMINUS_BASE_URL", "https://env.example");
  expect(new TerminusHub({ apiKey: KEY, baseUrl: "" }).toJSON()).toMatchObject({ baseUrl: "https://env.example" });
});

test("options that are no object are refused, null is none", () => {
  vi.stubEnv("TERMINUS_API_KEY", KEY);
  expect(() => new TerminusHub(KEY as never)).toThrow("The options must be an object such as { apiKey }.");
  expect(new TerminusHub(null as never)).toBeInstanceOf(TerminusHub);
});

test("withOptions() keeps what is given as undefined", () => {
  const hub = new TerminusHub({ apiKey: KEY, baseUrl: "https://own.example" });
  expect(hub.withOptions({ apiKey: undefined, baseUrl: undefined, timeout: 5 }).toJSON()).toEqual(hub.toJSON());
});

test("what a fetch or a key function throws is passed on without the key, its name and code kept", async () => {
  const leak = Object.assign(new TypeError(`refused Bearer ${KEY}`), { code: "ECONNRESET" });
  const deep = Object.assign(new Error("refused"), { config: { headers: { authorization: `Bearer ${KEY}` } } });
  const bare = { message: KEY.slice(5) };
  for (const thrown of [leak, deep, bare, KEY]) {
    const fetch = () => Promise.reject(thrown);
    const failed = (await failure(new TerminusHub({ apiKey: KEY, fetch, maxRetries: 0 }).records.get("a"))) as Error;
    expect(failed.name).toBe("ConnectionError");
    expect(inspect(failed, { depth: null, showHidden: true })).not.toContain(KEY.slice(5, 20));
    if (thrown === leak) expect(failed.cause).toMatchObject({ name: "TypeError", code: "ECONNRESET" });
  }
  const apiKey = () => Promise.reject(leak);
  const failed = await failure(new TerminusHub({ apiKey }).records.get("a"));
  expect(failed).toMatchObject({ name: "ConfigurationError", cause: { name: "TypeError", code: "ECONNRESET" } });
  expect(inspect(failed, { depth: null, showHidden: true })).not.toContain(KEY.slice(5, 20));
});

test("a cause too large to search is not passed on whole", async () => {
  const huge = Object.assign(new Error("refused"), { all: Array.from({ length: 20_000 }, (_, i) => i) });
  const fetch = () => Promise.reject(huge);
  const failed = (await failure(new TerminusHub({ apiKey: KEY, fetch, maxRetries: 0 }).records.get("a"))) as Error;
  expect(failed.cause).not.toHaveProperty("all");
  expect(failed.cause).toMatchObject({ message: "refused" });
});

test("a fetch or a middleware that gives no Response is a ConfigurationError, after one request", async () => {
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    return undefined as unknown as Response;
  };
  const hub = new TerminusHub({ apiKey: KEY, fetch });
  const layered = hub.withOptions({ fetch: undefined, middleware: [async () => ({}) as Response] });
  for (const client of [hub, layered]) {
    const error = await failure(client.records.get("a"));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toBe("fetch or a middleware must return a Response.");
  }
  expect(sent).toBe(1);
});

test("globalThis.fetch replaced after construction is used", async () => {
  const hub = new TerminusHub({ apiKey: KEY });
  vi.stubGlobal("fetch", async () => Response.json({ id: "replaced" }));
  expect(await hub.records.get("a")).toEqual({ id: "replaced" });
});

test("a fetch given as an option is used, and one that throws at once is a ConnectionError", async () => {
  vi.stubGlobal("fetch", () => {
    throw new Error("never");
  });
  const hub = new TerminusHub({ apiKey: KEY, fetch: async () => Response.json({ id: "given" }) });
  expect(await hub.records.get("a")).toEqual({ id: "given" });
  const broken = hub.withOptions({
    maxRetries: 0,
    fetch: () => {
      throw new Error("at once");
    },
  });
  expect(await failure(broken.records.get("a"))).toMatchObject({
    name: "ConnectionError",
    message: "GET https://hub.terminus.app/api/v1/records/a failed: at once",
  });
});
