// No value, redirect or base URL leads a request, or the key, anywhere else.
import { expect, test } from "vitest";
import { ConfigurationError, TerminusHub, type TerminusHubOptions, UnexpectedResponseError } from "../../src/index.js";
import { failure, hubOf, KEY, page, script } from "../scripted-server.js";

test.each(["", ".", "..", "a\nb", "ab\0", "ab\x7f"])("refuses an id of %j: it would be another URL", async (id) => {
  const server = await script({ body: { id } });
  const error = await failure(hubOf(server).records.get(id));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as Error).message).toBe(
    `The path parameter id is ${id.length < 3 ? JSON.stringify(id) : "not printable"}, which would lead to another URL. Nothing was sent.`,
  );
  expect(server.requests).toHaveLength(0);
});

test.each([
  [undefined, "undefined"],
  [null, "null"],
  [{}, "an object"],
  [["a"], "an object"],
  [true, "true"],
])("refuses an id of %j, which only untyped callers can pass, and says what it is", async (id, said) => {
  const server = await script({ status: 204 });
  const error = await failure(hubOf(server).apiKeys.delete(id as unknown as string));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as Error).message).toMatch(`The path parameter id is ${said}, which`);
  expect(server.requests).toHaveLength(0);
});

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
  expect((error as Error).message).toBe("POST /api/v1/submissions could not be built. Nothing was sent.");
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
    'The baseUrl "http://hub.example" would send the key in clear. Use https, or pass allowInsecure: true or set TERMINUS_ALLOW_INSECURE=1.',
  );
  for (const baseUrl of [
    "http://0.0.0.0",
    "http://127.0.0.1.example",
    "http://localhost.example",
    "http://10.0.0.1",
    "http://api.localhost",
    "http://[::2]",
  ]) {
    expect(make({ baseUrl })).toThrow(ConfigurationError);
  }
});

test.each(["http://localhost", "http://127.0.0.1:4010", "http://127.8.9.1", "http://[::1]:8080"])(
  "allows http to %s",
  (baseUrl) => {
    expect(make({ baseUrl })().toJSON()).toMatchObject({ baseUrl });
  },
);

test("keeps a path prefix, drops trailing slashes", async () => {
  const server = await script({ body: page([], false) });
  await hubOf({ url: `${server.url}/hub/eu//` }).records.list();
  expect(server.requests[0]?.url).toBe("/hub/eu/api/v1/records");
});

const noScheme = "must start with https:// or http://";
const tooMuch = "must be a host and an optional path, without a user, query or fragment";
const rooted = "ends in /api/v1, which methods add themselves";

test.each([
  ["https://hub.example/api/v1", "https://hub.example/api/v1", rooted],
  ["https://hub.example/x/api/v1/", "https://hub.example/x/api/v1/", rooted],
  ["hub.example", "hub.example", noScheme],
  ["localhost:4010", "localhost:4010", noScheme],
  ["me:secret@hub.example", "…hub.example", noScheme],
  [`${KEY}`, "thub_…ab12", noScheme],
  ["ftp://hub.example", "ftp://hub.example", noScheme],
  ["file:///etc", "file:///etc", noScheme],
  ["https://hub.example?token=secret", "https://hub.example…", tooMuch],
  ["https://hub.example/#a", "https://hub.example/…", tooMuch],
  ["https://me:secret@hub.example", "https://…hub.example", tooMuch],
  ["https://", "https://", tooMuch],
])("refuses a base URL of %s, and shows it without what may be secret", (baseUrl, shown, problem) => {
  expect(make({ baseUrl })).toThrow(`The baseUrl "${shown}" ${problem}.`);
});

test("refuses a query value that is an object, and a body that is none: options are the next argument", async () => {
  const server = await script({ body: page([], false) });
  const { records, apiKeys } = hubOf(server);
  const { signal } = new AbortController();
  expect(await failure(records.list({ signal } as object))).toMatchObject({
    name: "ConfigurationError",
    message: "The query parameter signal is an object. Options are the next argument. Nothing was sent.",
  });
  for (const value of [() => {}, [{}], new Date()]) {
    expect(await failure(records.list({ page: value } as never))).toBeInstanceOf(ConfigurationError);
  }
  for (const body of ["CI", null]) {
    expect(await failure(apiKeys.create(body as never))).toMatchObject({
      name: "ConfigurationError",
      message: "The body must be an object. Nothing was sent.",
    });
  }
  expect(server.requests).toHaveLength(0);
  await records.list({ status: ["active", "archived"], page: undefined, limit: null, workspace_id: "a&b" } as never);
  expect(server.requests[0]?.url).toBe("/api/v1/records?status=active&status=archived&workspace_id=a%26b");
});
