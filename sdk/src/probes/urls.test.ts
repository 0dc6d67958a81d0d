// No value, redirect or base URL leads a request, or the key, anywhere else.
import { expect, test } from "vitest";
import { failure, hubOf, KEY, page, script } from "../../test/scripted-server.js";
import { ConfigurationError, TerminusHub, type TerminusHubOptions, UnexpectedResponseError } from "../index.js";

test.each(["", ".", "..", "a\nb", "ab\0", "ab\x7f"])("refuses an id of %j: it would be another URL", async (id) => {
  const server = await script({ body: { id } });
  const error = await failure(hubOf(server).records.get(id));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as Error).message).toBe(
    `The path parameter id is ${id.length < 3 ? JSON.stringify(id) : "not printable"}, which would lead to another URL. Nothing was sent.`,
  );
  expect(server.requests).toHaveLength(0);
});

test.each([undefined, null, {}, [], ["a"], true])(
  "refuses an id of %j, which only untyped callers can pass",
  async (id) => {
    const server = await script({ status: 204 });
    expect(await failure(hubOf(server).apiKeys.delete(id as string))).toBeInstanceOf(ConfigurationError);
    expect(server.requests).toHaveLength(0);
  },
);

test.each<[string | number, string]>([
  ["a/b?x#y", "a%2Fb%3Fx%23y"],
  ["../..", "..%2F.."],
  ["%2e%2e", "%252e%252e"],
  ["...", "..."],
  ["a b", "a%20b"],
  ["{id}", "%7Bid%7D"],
  ["$&", "%24%26"],
  ["ü", "%C3%BC"],
  [7, "7"],
])("encodes an id of %j", async (id, encoded) => {
  const server = await script({ body: { id } });
  await hubOf(server).records.get(id as string);
  expect(server.requests[0]?.url).toBe(`/api/v1/records/${encoded}`);
});

test.each(["", ".."])("hub.fetch refuses an id of %j too", async (id) => {
  const server = await script({ body: { id } });
  const error = await failure(hubOf(server).fetch.GET("/api/v1/records/{id}", { params: { path: { id } } }));
  expect(error).toBeInstanceOf(ConfigurationError);
});

test("what cannot be written down is refused with its cause: a lone surrogate, a cycle", async () => {
  const server = await script({ body: { id: "a" } });
  const hub = hubOf(server);
  expect(await failure(hub.records.get("\ud800"))).toMatchObject({
    name: "ConfigurationError",
    cause: { name: "URIError" },
  });
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const error = await failure(hub.submissions.create({ workspace_id: "w", taxonomy_id: "t", rows: [{ data: cycle }] }));
  expect(error).toMatchObject({ name: "ConfigurationError", cause: { name: "TypeError" } });
  expect((error as Error).message).toBe("POST /api/v1/submissions could not be written down. Nothing was sent.");
  expect(server.requests).toHaveLength(0);
});

test("follows a read's redirect within its origin, key and all", async () => {
  const server = await script(
    { status: 302, headers: { location: "/elsewhere?page=2" } },
    { body: page(["a"], false) },
  );
  expect((await hubOf(server).records.list()).items).toHaveLength(1);
  expect(server.requests[1]).toMatchObject({ url: "/elsewhere?page=2", headers: { authorization: `Bearer ${KEY}` } });
});

test("follows five redirects and no more", async () => {
  const server = await script({ status: 307, headers: { location: "/again" } });
  const error = await failure(hubOf(server).records.list());
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(server.requests).toHaveLength(6);
});

test.each([301, 302, 303, 307, 308])(
  "does not follow a %i to another origin, and says where it led",
  async (status) => {
    const other = await script({ body: page([], false) });
    const server = await script({ status, headers: { location: `${other.url}/api/v1/records` } });
    const error = await failure(hubOf(server).records.list());
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ response: { status } });
    expect((error as Error).message).toContain(`a redirect to ${other.url}/api/v1/records, which is not followed`);
    expect(other.requests).toHaveLength(0);
  },
);

test("does not follow a redirect to a location that is no URL, nor one without a location", async () => {
  const server = await script({ status: 302, headers: { location: "http://[" } }, { status: 302 });
  expect(await failure(hubOf(server).records.list())).toBeInstanceOf(UnexpectedResponseError);
  expect(await failure(hubOf(server).records.list())).toBeInstanceOf(UnexpectedResponseError);
});

test("does not follow a redirect from https to http", async () => {
  const urls: string[] = [];
  const hub = new TerminusHub({
    apiKey: KEY,
    fetch: async (url) => {
      urls.push(url);
      return new Response(null, { status: 302, headers: { location: "http://hub.terminus.app/api/v1/records" } });
    },
  });
  expect(await failure(hub.records.list())).toBeInstanceOf(UnexpectedResponseError);
  expect(urls).toEqual(["https://hub.terminus.app/api/v1/records"]);
});

test.each(["create", "delete"] as const)("does not follow the redirect of a write: %s", async (write) => {
  const server = await script({ status: 307, headers: { location: "/elsewhere" } }, { status: 201, body: { id: "a" } });
  const { apiKeys } = hubOf(server);
  const error = await failure(write === "create" ? apiKeys.create({ name: "x" }) : apiKeys.delete("a"));
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(server.requests).toHaveLength(1);
});

test("a middleware that sends a request to another origin sends it without the key", async () => {
  const other = await script({ body: page([], false) });
  const server = await script({ body: page([], false) });
  const hub = hubOf(server, { middleware: [(request, next) => next({ ...request, url: `${other.url}/x` })] });
  await hub.records.list();
  expect(other.requests[0]?.headers.authorization).toBeUndefined();
  expect(JSON.stringify(other.requests)).not.toContain("thub_");
});

const make = (options: TerminusHubOptions) => () => new TerminusHub({ apiKey: KEY, ...options });

test("refuses http to a host that is not loopback, and says how to allow it", () => {
  expect(make({ baseUrl: "http://hub.example" })).toThrow(
    "The base URL http://hub.example would send the key in clear. Use https, or pass allowInsecure: true or set TERMINUS_ALLOW_INSECURE=1.",
  );
  for (const baseUrl of [
    "http://0.0.0.0",
    "http://127.0.0.1.example",
    "http://localhost.example",
    "http://10.0.0.1",
    "http://[::2]",
  ]) {
    expect(make({ baseUrl })).toThrow(ConfigurationError);
  }
});

test.each([
  "http://localhost",
  "http://127.0.0.1:4010",
  "http://127.8.9.1",
  "http://[::1]:8080",
  "http://api.localhost",
])("allows http to %s", (baseUrl) => {
  expect(make({ baseUrl })().toJSON()).toMatchObject({ baseUrl });
});

test("keeps a path prefix, drops trailing slashes", async () => {
  const server = await script({ body: page([], false) });
  await hubOf({ url: `${server.url}/hub/eu//` }).records.list();
  expect(server.requests[0]?.url).toBe("/hub/eu/api/v1/records");
});

test.each([
  ["https://hub.example/api/v1", "ends in /api/v1, which every method adds itself"],
  ["https://hub.example/x/api/v1/", "ends in /api/v1, which every method adds itself"],
  ["hub.example", "is not https://host, with a path prefix at most"],
  ["ftp://hub.example", "is not https://host, with a path prefix at most"],
  ["file:///etc", "is not https://host, with a path prefix at most"],
  ["https://hub.example?x=1", "is not https://host, with a path prefix at most"],
  ["https://hub.example/#a", "is not https://host, with a path prefix at most"],
  ["https://me:secret@hub.example", "is not https://host, with a path prefix at most"],
])("refuses a base URL of %s", (baseUrl, problem) => {
  const culprit = baseUrl.startsWith("http") ? ` ${new URL(baseUrl).origin}` : "";
  expect(make({ baseUrl })).toThrow(`The base URL${culprit} ${problem}.`);
  try {
    make({ baseUrl })();
  } catch (error) {
    expect((error as Error).message).not.toContain("secret");
  }
});
