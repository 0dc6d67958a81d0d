// The Termix client: credentials, sessions, pages, errors, and nothing secret in sight.
import { afterEach, describe, expect, test, vi } from "vitest";
import { describeClient } from "../../test/client-suite.js";
import { script } from "../../test/scripted-server.js";
import { json, type SentRequest, type StubAnswer, stubFetch } from "../../test/stub-fetch.js";
import {
  AuthenticationError,
  ConfigurationError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  Termix,
  type TermixOptions,
} from "./index.js";

const KEY = `tmx_${"0123456789abcdef".repeat(4)}`;
const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
const baseUrl = "https://termix.example.com";

afterEach(() => vi.unstubAllEnvs());

function termixOf(answer: (request: SentRequest, place: number) => StubAnswer, options: TermixOptions = {}) {
  const { fetch, sent } = stubFetch(answer);
  return { termix: new Termix({ baseUrl, apiKey: KEY, fetch, maxRetries: 0, ...options }), sent };
}

const credentials = ({ headers }: SentRequest) => [headers.get("authorization"), headers.get("cookie")];
const login = { username: "admin", password: "correct horse battery staple" };
const opened = () =>
  json(200, { success: true, is_admin: true, username: "admin" }, { "set-cookie": `jwt=${TOKEN}; Path=/; HttpOnly` });

describeClient("termix", {
  make: (options) => new Termix({ baseUrl, ...options }),
  key: KEY,
  masked: "tmx_…cdef",
  read: (termix) => termix.users.me(),
  answer: { userId: "u" },
  header: ({ headers }) => headers.get("authorization"),
  scheme: "Bearer ",
  secrets: {
    texts: [TOKEN, login.password],
    answers: ({ url }) =>
      url.endsWith("/login")
        ? opened()
        : json(401, { error: `Invalid API key ${KEY}`, token: KEY, cookie: TOKEN, nested: `jwt=${TOKEN}` }),
    async run(made) {
      const termix = made.withOptions({ apiKey: KEY, sessionToken: TOKEN });
      await termix.auth.login(login);
      const error = await termix.users.me().catch((failure: unknown) => failure);
      await termix.apiKeys.create({ name: "ci", userId: "u" }).safe();
      return [termix, termix.withOptions({ sessionToken: TOKEN }), error];
    },
  },
});

describe("a key", () => {
  test("travels as a Bearer, and to nothing that needs no credential", async () => {
    const { termix, sent } = termixOf(({ url }) => (url.endsWith("/health") ? { status: "ok" } : { userId: "u" }));
    await termix.users.me();
    await termix.health.get();
    await termix.users.create(login);
    expect(sent.map(credentials)).toEqual([
      [`Bearer ${KEY}`, null],
      [null, null],
      [null, null],
    ]);
  });

  test("comes from TERMIX_API_KEY, as the base URL from TERMIX_BASE_URL", async () => {
    vi.stubEnv("TERMIX_API_KEY", KEY);
    vi.stubEnv("TERMIX_BASE_URL", "https://env.example.com/termix/");
    const { fetch, sent } = stubFetch(() => ({ userId: "u" }));
    await new Termix({ fetch }).users.me();
    expect(sent[0]?.url).toBe("https://env.example.com/termix/users/me");
    expect(sent[0] && credentials(sent[0])).toEqual([`Bearer ${KEY}`, null]);
  });

  test("that cannot be one is refused before anything is sent", () => {
    expect(() => new Termix({ baseUrl, apiKey: "thub_0123456789" })).toThrow(/^The apiKey .*tmx_/);
    expect(() => new Termix({ baseUrl, apiKey: `"${KEY}"` })).toThrow(ConfigurationError);
    expect(() => new Termix({ baseUrl, apiKey: `${KEY} ` })).toThrow(/^The apiKey contains /);
  });
});

describe("the base URL", () => {
  test("has to be given, since Termix is self-hosted", () => {
    vi.stubEnv("TERMIX_BASE_URL", "");
    expect(() => new Termix({ apiKey: KEY })).toThrow(
      "Termix needs a base URL, since every instance has its own. Pass baseUrl or set TERMIX_BASE_URL.",
    );
  });

  test("keeps a path prefix, and may not end in what the methods add", async () => {
    const { termix, sent } = termixOf(() => ({ apiKeys: [] }), { baseUrl: "https://host.example/termix" });
    await termix.apiKeys.list();
    expect(sent[0]?.url).toBe("https://host.example/termix/users/api-keys");
    expect(() => new Termix({ apiKey: KEY, baseUrl: `${baseUrl}/users` })).toThrow("ends in /users");
  });
});

describe("a session", () => {
  test("opened by auth.login() is sent as the cookie, over a socket too, until auth.logout()", async () => {
    const server = await script(({ url }) => {
      if (url === "/users/login") {
        return {
          body: { success: true, is_admin: true, username: "admin" },
          headers: { "set-cookie": `jwt=${TOKEN}; Max-Age=86400; HttpOnly; SameSite=Lax` },
        };
      }
      if (url === "/users/logout") {
        return { body: { success: true, message: "" }, headers: { "set-cookie": "jwt=; Path=/" } };
      }
      return { body: { userId: "u" } };
    });
    vi.stubEnv("TERMIX_API_KEY", "");
    const termix = new Termix({ baseUrl: server.url });
    await termix.auth.login(login);
    await termix.users.me();
    await termix.withOptions({ timeout: 1_000 }).users.me();
    await termix.auth.logout();
    await expect(termix.users.me()).rejects.toThrow("Termix has no credential for /users/me.");
    expect(server.requests.map(({ url, headers }) => [url, headers.cookie])).toEqual([
      ["/users/login", undefined],
      ["/users/me", `jwt=${TOKEN}`],
      ["/users/me", `jwt=${TOKEN}`],
      ["/users/logout", `jwt=${TOKEN}`],
    ]);
  });

  test("goes before the key, as on the server, and alone", async () => {
    const { termix, sent } = termixOf(({ url }) => (url.endsWith("/login") ? opened() : { userId: "u" }));
    await termix.auth.login(login);
    await termix.users.me();
    expect(sent[1] && credentials(sent[1])).toEqual([null, `jwt=${TOKEN}`]);
  });

  test("that the server has ended is forgotten", async () => {
    const answers = [
      opened(),
      json(401, { error: "Invalid token" }, { "set-cookie": "jwt=; Max-Age=0" }),
      { userId: "u" },
    ];
    const { termix, sent } = termixOf((_, place) => answers[place] ?? {});
    await termix.auth.login(login);
    await expect(termix.users.me()).rejects.toBeInstanceOf(AuthenticationError);
    await termix.users.me();
    expect(sent[2] && credentials(sent[2])).toEqual([`Bearer ${KEY}`, null]);
  });

  test("of one client is not that of a clone with another credential, nor the other way round", async () => {
    const { termix, sent } = termixOf(({ url }) => (url.endsWith("/login") ? opened() : { userId: "u" }));
    const apart = termix.withOptions({ apiKey: KEY });
    await termix.auth.login(login);
    await apart.users.me();
    await termix.withOptions({ apiKey: KEY }).users.me();
    expect(sent.slice(1).map(credentials)).toEqual([
      [`Bearer ${KEY}`, null],
      [`Bearer ${KEY}`, null],
    ]);
    await apart.auth.login(login);
    await apart.users.me();
    expect(sent.at(-1) && credentials(sent.at(-1) as SentRequest)).toEqual([null, `jwt=${TOKEN}`]);
  });

  test("may be passed as sessionToken, which in a clone replaces the key", async () => {
    const { termix, sent } = termixOf(() => ({ userId: "u" }), { apiKey: undefined, sessionToken: TOKEN });
    await termix.users.me();
    await termix.withOptions({ apiKey: KEY }).users.me();
    await termix.withOptions({ apiKey: KEY }).withOptions({ sessionToken: TOKEN }).users.me();
    expect(sent.map(credentials)).toEqual([
      [null, `jwt=${TOKEN}`],
      [`Bearer ${KEY}`, null],
      [null, `jwt=${TOKEN}`],
    ]);
  });

  test("keeps the caller's own middleware, in a clone once", async () => {
    const middleware = vi.fn((request, next) => next(request));
    const { termix } = termixOf(() => ({ userId: "u" }), { middleware: [middleware] });
    await termix.withOptions({ timeout: 5 }).withOptions({ apiKey: KEY }).users.me();
    expect(middleware).toHaveBeenCalledTimes(1);
  });

  test("is not needed for what needs no credential; for the rest, the error says what to do", async () => {
    vi.stubEnv("TERMIX_API_KEY", "");
    const { termix, sent } = termixOf(() => ({ status: "ok" }), { apiKey: undefined });
    await termix.health.get();
    await expect(termix.apiKeys.list()).rejects.toThrow(
      "Pass apiKey or set TERMIX_API_KEY, or sessionToken or set TERMIX_SESSION_TOKEN. Or call auth.login() first.",
    );
    expect(sent).toHaveLength(1);
  });
});

describe("lists", () => {
  test("of keys come at once, and can be iterated like any other", async () => {
    const { termix, sent } = termixOf(() => ({ apiKeys: [{ id: "a" }, { id: "b" }] }));
    expect((await termix.apiKeys.list()).apiKeys).toHaveLength(2);
    expect((await termix.apiKeys.list().toArray()).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(sent).toHaveLength(2);
  });

  test("of users are paged by limit and offset", async () => {
    const { termix, sent } = termixOf(({ url }) => {
      const { searchParams } = new URL(url);
      const offset = Number(searchParams.get("offset"));
      const users = ["a", "b", "c"].slice(offset, offset + 2).map((userId) => ({ userId }));
      return { users, total: 3, limit: 2, offset };
    });
    const ids = (await termix.users.list({ limit: 2 }).toArray()).map(({ userId }) => userId);
    expect(ids).toEqual(["a", "b", "c"]);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(["?limit=2", "?limit=2&offset=2"]);
  });

  test("skip nobody where the server caps the page", async () => {
    const { termix } = termixOf(({ url }) => {
      const offset = Number(new URL(url).searchParams.get("offset"));
      const users = ["a", "b", "c"].slice(offset, offset + 1).map((userId) => ({ userId }));
      return { users, total: 3, limit: 1, offset };
    });
    expect(await termix.users.list({ limit: 500 }).toArray()).toHaveLength(3);
  });

  test("of users without a limit are one page", async () => {
    const { termix, sent } = termixOf(() => ({ users: [{ userId: "a" }], total: 1 }));
    expect(await termix.users.list().toArray()).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });
});

describe("errors", () => {
  const fails = async (status: number, body: unknown, headers = {}) => {
    const { termix } = termixOf(() => json(status, body, headers));
    const result = await termix.apiKeys.create({ name: "ci", userId: "u" }).safe();
    if (result.ok) throw new Error("It succeeded.");
    return result.error;
  };

  test("carry the server's sentence and code, and the raw body", async () => {
    const body = {
      error: "Impersonation is not allowed with API key authentication",
      code: "IMPERSONATION_NOT_ALLOWED",
    };
    const error = (await fails(403, body)) as PermissionDeniedError;
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error).toMatchObject({
      status: 403,
      message: body.error,
      code: body.code,
      type: null,
      param: null,
      path: null,
    });
    expect(JSON.parse(error.rawBody())).toEqual(body);
  });

  test.each([
    [400, InvalidRequestError],
    [401, AuthenticationError],
    [403, PermissionDeniedError],
    [404, NotFoundError],
    [409, ConflictError],
    [500, ServerError],
  ])("%d is the class that its status asks for", async (status, type) => {
    expect(await fails(status, { error: "no" })).toBeInstanceOf(type);
  });

  test("of an HTML page keep the page out of the message", async () => {
    const { termix } = termixOf(
      () => new Response("<pre>Cannot GET /users/me</pre>", { status: 404, headers: { "content-type": "text/html" } }),
    );
    const error = (await termix.users.me().catch((failure: unknown) => failure)) as NotFoundError;
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error.message).not.toContain("<pre>");
    expect(error.rawBody()).toContain("Cannot GET");
  });

  test("of a locked login tell how long it is locked, and do not try again meanwhile", async () => {
    const body = { error: "Too many login attempts. Please try again later.", remainingTime: 600 };
    const { termix, sent } = termixOf(() => json(429, body), { maxRetries: 2 });
    const error = (await termix.auth.login(login).catch((failure: unknown) => failure)) as RateLimitError;
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error.retryAfter).toBe(600);
    expect(error.message).toBe(body.error);
    expect(sent).toHaveLength(1);
  });

  test("with a Retry-After of their own, or none at all, are left as they are", async () => {
    const said = (await fails(429, { remainingTime: 600 }, { "retry-after": "5" })) as RateLimitError;
    expect(said.retryAfter).toBe(5);
    expect(((await fails(429, { error: "no" })) as RateLimitError).retryAfter).toBeUndefined();
  });

  test("narrow by the statuses of the operation", async () => {
    const { termix } = termixOf(() => json(409, { error: "Username already exists" }));
    const result = await termix.users.create(login).safe();
    if (!result.ok && result.error.status === 409) result.error satisfies ConflictError;
    // @ts-expect-error creating a user has no 404
    if (!result.ok && result.error.status === 404) result.error satisfies never;
    const locked = await termix.auth.login(login).safe();
    if (!locked.ok && locked.error.status === 429) locked.error.retryAfter satisfies number | undefined;
    expect(result.ok).toBe(false);
  });
});

test("a delete that is repeated and finds nothing is done, and hands out nothing of the 404", async () => {
  const { termix, sent } = termixOf(
    (_, place) => (place ? json(404, { error: "API key not found" }) : json(503, { error: "no" })),
    { maxRetries: 1, clock: { now: () => 0, sleep: async () => {} } },
  );
  const result = await termix.apiKeys.delete("k").safe();
  expect(sent).toHaveLength(2);
  expect(result).toEqual({ ok: true, data: undefined });
});
