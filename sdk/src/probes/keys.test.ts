// Where the key comes from: option, environment, function; and where it must not be used.
import { afterEach, expect, test, vi } from "vitest";
import { jumpingClock } from "../../test/jumping-clock.js";
import { envelope, failure, hubOf, KEY, page, script } from "../../test/scripted-server.js";
import { AuthenticationError, ConfigurationError, TerminusHub, TimeoutError } from "../index.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const refusal = { status: 401, body: envelope("authentication_error", "Invalid API key") };

test("a missing key names the option, the variable and the page where keys are made", () => {
  vi.stubEnv("TERMINUS_API_KEY", "  ");
  for (const options of [{}, { apiKey: undefined }, { apiKey: "" }]) {
    expect(() => new TerminusHub(options)).toThrow(
      "TerminusHub has no key. Pass apiKey or set TERMINUS_API_KEY. Keys are made at https://hub.terminus.app (Account, API Keys).",
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
  vi.stubEnv("TERMINUS_LOG", "info");
  vi.stubGlobal("console", { ...console, info: (line: string) => lines.push(line) });
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
    expect((error as Error).message).toMatch(/^The apiKey (does not start with thub_|holds quotes)/);
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
    "TerminusHub would show its key to every visitor of this page. Call the API from a server, or pass dangerouslyAllowBrowser: true.",
  );
  const server = await script({ body: page([], false) });
  expect((await hubOf(server, { dangerouslyAllowBrowser: true }).records.list()).items).toEqual([]);
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
