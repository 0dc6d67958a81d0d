// Access by route: which credential goes where, and where a path goes.
import { describe, expect, test } from "vitest";
import type { ApiTraits } from "./api-traits.js";
import { credentialByRoute, type RouteTable, withoutOtherCredentials } from "./credential-by-route.js";
import { ConfigurationError, errorClass } from "./errors.js";

const { signal } = new AbortController();

const table: RouteTable = {
  routes: [
    { path: /^\/sign-in$/, server: "https://auth.example/v1", schemes: [] },
    { path: /^\/admin\/[^/]+$/, server: "https://admin.example", schemes: ["token", "key"] },
  ],
  rest: { server: "https://data.example/v1", schemes: ["key"] },
  credentials: {
    key: { option: "key", env: "KEY", prefix: "k_", header: "x-key", scheme: "" },
    token: { option: "token", env: "TOKEN", prefix: "", header: "authorization", scheme: "Bearer " },
  },
  hint: "Or sign in.",
};

function accessOf(options: Record<string, unknown>, environment: Record<string, string> = {}, own = table) {
  const api: ApiTraits = {
    name: "Example",
    env: "EXAMPLE",
    keyPage: "the example page",
    secretPrefixes: ["k_"],
    secretFields: [],
    errorClass,
    access: credentialByRoute(own, options),
    readError: () => undefined,
  };
  return api.access(api, (option, variable) => options[option] ?? environment[variable]);
}

describe("a path", () => {
  test("lives on its own server, by its template too", () => {
    const access = accessOf({});
    expect(access.base("/sign-in")).toBe("https://auth.example/v1");
    expect(access.base("/admin/{id}")).toBe("https://admin.example");
    expect(access.base("/admin/a/b")).toBe("https://data.example/v1");
  });

  test("lives on the caller's base URL where there is one", () => {
    const access = accessOf({ baseUrl: "https://proxy.example/x/" });
    expect([access.base("/sign-in"), access.base("/any")]).toEqual(Array(2).fill("https://proxy.example/x"));
    expect(access.resolved).toEqual({ baseUrl: "https://proxy.example/x" });
  });

  test("needs a base URL where its API has no address of its own", () => {
    const nowhere = { ...table, routes: [], rest: { schemes: ["key"] } };
    expect(() => accessOf({}, {}, nowhere)).toThrow("Pass baseUrl or set EXAMPLE_BASE_URL.");
    expect(accessOf({}, { BASE_URL: "https://own.example" }, nowhere).base("/any")).toBe("https://own.example");
  });

  test("whose base URL is not safe is refused", () => {
    expect(() => accessOf({ baseUrl: "http://proxy.example" })).toThrow(ConfigurationError);
  });
});

describe("a credential", () => {
  test("goes to the paths that take it, the preferred one first", async () => {
    const access = accessOf({ key: "k_1", token: "t1" });
    expect(await access.ask("https://data.example/v1/any?x=1", signal)).toEqual(["x-key", "k_1"]);
    expect(await access.ask("https://admin.example/admin/a", signal)).toEqual(["authorization", "Bearer t1"]);
    expect(access.ask("https://auth.example/v1/sign-in", signal)).toBe(false);
    expect(access.resolved).toEqual({ key: "k_1", token: "t1" });
  });

  test("goes to no other host, and to no path beyond the base URL", () => {
    const access = accessOf({ key: "k_1", token: "t1" });
    for (const url of [
      "https://elsewhere.example/v1/any",
      "https://data.example/v2/any",
      "https://data.example/v10/any",
      "https://data.example.evil.example/v1/any",
      "http://data.example/v1/any",
    ]) {
      expect(access.ask(url, signal), url).toBe(false);
    }
  });

  test("named by the caller goes before one in the environment", async () => {
    const access = accessOf({ key: "k_1" }, { TOKEN: "t1" });
    expect(await access.ask("https://admin.example/admin/a", signal)).toEqual(["x-key", "k_1"]);
  });

  test("in the environment does where the caller names none", async () => {
    const access = accessOf({}, { TOKEN: "t1" });
    expect(await access.ask("https://admin.example/admin/a", signal)).toEqual(["authorization", "Bearer t1"]);
  });

  test("that came up later goes before all others, and still only where one is taken", async () => {
    const later = { ...table, current: () => ["cookie", "session=1"] as const };
    const access = accessOf({ key: "k_1" }, {}, later);
    expect(await access.ask("https://data.example/v1/any", signal)).toEqual(["cookie", "session=1"]);
    expect(access.ask("https://auth.example/v1/sign-in", signal)).toBe(false);
    expect(access.ask("https://elsewhere.example/", signal)).toBe(false);
  });

  test("may come from a function, which several paths share", async () => {
    let asked = 0;
    const access = accessOf({ key: async () => `k_${++asked}` });
    expect(access.rotates).toBe(true);
    const urls = ["https://data.example/v1/any", "https://admin.example/admin/a"];
    expect(await Promise.all(urls.map((url) => access.ask(url, signal)))).toEqual(Array(2).fill(["x-key", "k_1"]));
  });

  test("that is missing is named, with every way to get one", () => {
    const { ask, rotates } = accessOf({});
    expect(rotates).toBe(false);
    expect(() => ask("https://admin.example/admin/a", signal)).toThrow(
      "Example has no credential for /admin/a. Pass token or set EXAMPLE_TOKEN, or key or set EXAMPLE_KEY. Or sign in. Create a key at the example page. Nothing was sent.",
    );
  });

  test("of a scheme that is not known here is no way", () => {
    const odd = { ...table, rest: { ...table.rest, schemes: ["mutual-tls"] } };
    expect(() => accessOf({ key: "k_1" }, {}, odd).ask("https://data.example/v1/any", signal)).toThrow(
      "has no credential",
    );
  });

  test("that is malformed is refused at once", () => {
    expect(() => accessOf({ key: "no" })).toThrow("The key does not start with k_.");
  });
});

test("a credential that is named takes the others back, and other options take nothing back", () => {
  interface Options {
    key?: string | undefined;
    token?: string | undefined;
    timeout?: number | undefined;
  }
  const options: Options = { timeout: 1 };
  expect(withoutOtherCredentials(options, ["key", "token"])).toBe(options);
  expect(withoutOtherCredentials<Options>({ token: "t", timeout: 1 }, ["key", "token"])).toEqual({
    key: null,
    token: "t",
    timeout: 1,
  });
  expect(withoutOtherCredentials<Options>({ key: undefined, token: "t" }, ["key", "token"])).toEqual({
    key: null,
    token: "t",
  });
});
