// The MUTX client: two ways to authenticate, pages by skip, both error shapes, and times without an offset.
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { describeClient } from "../../test/client-suite.js";
import { json, type SentRequest, type StubAnswer, stubFetch } from "../../test/stub-fetch.js";
import {
  AuthenticationError,
  ConfigurationError,
  ConflictError,
  InvalidRequestError,
  Mutx,
  type MutxOptions,
  NotFoundError,
  parseTime,
  RateLimitError,
  ServerError,
} from "./index.js";

const KEY = `mutx_live_0123456789ab_${"A".repeat(39)}wxyz`;
const TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.x1y2z3";
const ID = "3f2b8c1e-5d4a-4e6f-9a7c-1b2d3e4f5a60";

afterEach(() => vi.unstubAllEnvs());

function mutxOf(answer: (request: SentRequest, place: number) => StubAnswer, options: MutxOptions = { apiKey: KEY }) {
  const { fetch, sent } = stubFetch(answer);
  return { mutx: new Mutx({ fetch, maxRetries: 0, ...options }), sent };
}

const credentials = ({ headers }: SentRequest) => [headers.get("x-api-key"), headers.get("authorization")];

describeClient("mutx", {
  make: (options) => new Mutx(options),
  key: KEY,
  masked: "mutx_live_…wxyz",
  read: (mutx) => mutx.auth.me(),
  answer: { id: ID },
  header: ({ headers }) => headers.get("x-api-key"),
  scheme: "",
  secrets: {
    texts: [TOKEN, "opaque"],
    answers: (_, place) =>
      place
        ? json(401, { detail: `no ${KEY} ${TOKEN}` })
        : json(201, { id: ID, key: KEY, access_token: TOKEN, refresh_token: "opaque" }),
    async run(mutx) {
      await mutx.apiKeys.create({ name: "ci" });
      const error = await mutx.auth.me().catch((failure: unknown) => failure);
      return [new Mutx({ accessToken: "opaque-token-without-form" }), error];
    },
  },
});

describe("a credential", () => {
  test("that is a key travels as X-API-Key, with its version in the address", async () => {
    const { mutx, sent } = mutxOf(() => ({ id: ID }));
    await mutx.apiKeys.get(ID);
    expect(sent[0]?.url).toBe(`https://api.mutx.dev/v1/api-keys/${ID}`);
    expect(sent.map(credentials)).toEqual([[KEY, null]]);
  });

  test("that is an access token travels as a Bearer", async () => {
    const { mutx, sent } = mutxOf(() => ({ id: ID }), { accessToken: TOKEN });
    await mutx.auth.me();
    expect(sent.map(credentials)).toEqual([[null, `Bearer ${TOKEN}`]]);
  });

  test("goes to neither login nor register", async () => {
    const { mutx, sent } = mutxOf(() => ({ access_token: TOKEN }));
    await mutx.auth.login({ email: "ada@example.com", password: "Correct-Horse-7!" });
    await mutx.auth.register({ email: "ada@example.com", name: "Ada", password: "Correct-Horse-7!" });
    expect(sent.map(credentials)).toEqual(Array(2).fill([null, null]));
  });

  test("that is a key is sent and a token beside it ignored, both from options or both from the environment", async () => {
    const byOptions = mutxOf(() => ({ id: ID }), { apiKey: KEY, accessToken: TOKEN });
    await byOptions.mutx.auth.me();
    vi.stubEnv("MUTX_API_KEY", KEY);
    vi.stubEnv("MUTX_ACCESS_TOKEN", TOKEN);
    const byVariables = mutxOf(() => ({ id: ID }), {});
    await byVariables.mutx.auth.me();
    expect([...byOptions.sent, ...byVariables.sent].map(credentials)).toEqual(Array(2).fill([KEY, null]));
  });

  test("that the caller passes goes before the one in the environment", async () => {
    vi.stubEnv("MUTX_API_KEY", KEY);
    const { mutx, sent } = mutxOf(() => ({ id: ID }), { accessToken: TOKEN });
    await mutx.auth.me();
    expect(sent.map(credentials)).toEqual([[null, `Bearer ${TOKEN}`]]);
  });

  test("comes from MUTX_API_KEY, else from MUTX_ACCESS_TOKEN, as the base URL from MUTX_BASE_URL", async () => {
    vi.stubEnv("MUTX_ACCESS_TOKEN", TOKEN);
    vi.stubEnv("MUTX_BASE_URL", "https://api.mutx.dev");
    const byToken = mutxOf(() => ({ id: ID }), {});
    await byToken.mutx.auth.me();
    vi.stubEnv("MUTX_API_KEY", KEY);
    const byKey = mutxOf(() => ({ id: ID }), {});
    await byKey.mutx.auth.me();
    expect([...byToken.sent, ...byKey.sent].map(credentials)).toEqual([
      [null, `Bearer ${TOKEN}`],
      [KEY, null],
    ]);
    expect(byKey.sent[0]?.url).toBe("https://api.mutx.dev/auth/me");
  });

  test("replaces the other kind in a clone", async () => {
    const { mutx, sent } = mutxOf(() => ({ id: ID }));
    const person = mutx.withOptions({ accessToken: TOKEN });
    await person.auth.me();
    await person.withOptions({ timeout: 1_000 }).auth.me();
    await person.withOptions({ apiKey: KEY }).auth.me();
    expect(sent.map(credentials)).toEqual([
      [null, `Bearer ${TOKEN}`],
      [null, `Bearer ${TOKEN}`],
      [KEY, null],
    ]);
  });

  test("that is not a key is refused before anything is sent", () => {
    expect(() => new Mutx({ apiKey: "thub_0123456789" })).toThrow(/^The apiKey .*mutx_live_/);
    expect(() => new Mutx({ accessToken: "two words" })).toThrow(ConfigurationError);
  });

  test("that is missing is named when it is needed, with both ways to get one", async () => {
    vi.stubEnv("MUTX_API_KEY", "");
    vi.stubEnv("MUTX_ACCESS_TOKEN", "");
    const { mutx, sent } = mutxOf(() => ({}), {});
    await expect(mutx.agents.list()).rejects.toThrow(
      "Mutx has no credential for /v1/agents. Pass apiKey or set MUTX_API_KEY, or accessToken or set MUTX_ACCESS_TOKEN. Or sign in with auth.login()",
    );
    expect(sent).toHaveLength(0);
  });
});

test("the default address is the first of the spec", async () => {
  const path = new URL("../../../spec/openapi/mutx.json", import.meta.url);
  const { servers } = JSON.parse(readFileSync(path, "utf8")) as { servers: { url: string }[] };
  expect(JSON.parse(JSON.stringify(new Mutx({ apiKey: KEY }))).baseUrl).toBe(servers[0]?.url);
});

describe("lists", () => {
  const pages = ({ url }: SentRequest) => {
    const { searchParams } = new URL(url);
    const skip = Number(searchParams.get("skip"));
    const items = ["a", "b", "c", "d", "e"].slice(skip, skip + 2).map((id) => ({ id }));
    return { items, total: 5, skip, limit: 2, has_more: skip + 2 < 5 };
  };

  test("are paged by skip and limit", async () => {
    const { mutx, sent } = mutxOf(pages);
    const ids = (await mutx.agents.list({ limit: 2 }).toArray()).map(({ id }) => id);
    expect(ids).toEqual(["a", "b", "c", "d", "e"]);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(["?limit=2", "?limit=2&skip=2", "?limit=2&skip=4"]);
  });

  test("start where they are told, also ahead of the reader", async () => {
    const { mutx } = mutxOf(pages);
    const ids = (await mutx.apiKeys.list({ limit: 2, skip: 1 }, { prefetch: 2 }).toArray()).map(({ id }) => id);
    expect(ids).toEqual(["b", "c", "d", "e"]);
  });
});

describe("errors", () => {
  const fails = async (status: number, body: unknown, headers = {}) => {
    const { mutx } = mutxOf(() => json(status, body, headers));
    const result = await mutx.apiKeys.create({ name: "ci" }).safe();
    if (result.ok) throw new Error("It succeeded.");
    return result.error;
  };
  const report = (error_code: string, message: string, details: unknown = null) => ({
    status: "error",
    error_code,
    message,
    details,
    request_id: null,
    timestamp: "2026-03-22T12:00:00.123456Z",
  });

  test("of the detail shape carry its sentence", async () => {
    const error = (await fails(409, {
      detail: "Active API key limit reached for your plan (FREE): 2 keys",
    })) as ConflictError;
    expect(error).toBeInstanceOf(ConflictError);
    expect(error.name).toBe("ConflictError");
    expect(error).toMatchObject({ status: 409, code: null, type: null, param: null, path: null });
    expect(error.message).toBe("Active API key limit reached for your plan (FREE): 2 keys");
  });

  test("of the report shape carry code, message and the input at fault", async () => {
    const details = [{ loc: ["body", "name"], msg: "Field required", type: "missing" }];
    const error = (await fails(
      422,
      report("VALIDATION_ERROR", "Request validation failed", details),
    )) as InvalidRequestError;
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      code: "VALIDATION_ERROR",
      message: "Request validation failed",
      param: "name",
      path: null,
    });
    expect(JSON.parse(error.rawBody()).details).toEqual(details);
  });

  test("tell the place in a nested body, and none for a query", async () => {
    const nested = [{ loc: ["body", "rows", "0", "data"], msg: "", type: "" }];
    expect(await fails(422, report("VALIDATION_ERROR", "no", nested))).toMatchObject({
      param: "rows",
      path: "rows.0.data",
    });
    const query = [{ loc: ["query", "limit", "x"], msg: "", type: "" }];
    expect(await fails(422, report("VALIDATION_ERROR", "no", query))).toMatchObject({ param: "limit", path: null });
  });

  test.each([
    [401, AuthenticationError, { detail: "Missing authorization header" }],
    [404, NotFoundError, { detail: "API key not found" }],
    [429, RateLimitError, report("RATE_LIMIT_EXCEEDED", "Too many requests. Please try again later.")],
    [500, ServerError, report("INTERNAL_ERROR", "An internal error occurred")],
    [422, InvalidRequestError, "no object"],
  ])("%d is the class that its status asks for", async (status, type, body) => {
    expect(await fails(status, body, { "retry-after": "60" })).toBeInstanceOf(type);
  });

  test("narrow by the statuses of the operation", async () => {
    const { mutx } = mutxOf(() => json(409, { detail: "API key is already revoked and cannot be rotated" }));
    const result = await mutx.apiKeys.rotate(ID).safe();
    if (!result.ok && result.error.status === 409) result.error satisfies ConflictError;
    const listed = await mutx.apiKeys.list().safe();
    // @ts-expect-error a list has no 409
    if (!listed.ok && listed.error.status === 409) listed.error satisfies never;
    expect(result.ok).toBe(false);
  });
});

test("a rotation is one POST without a body, and is not repeated when it may have been done", async () => {
  const { mutx, sent } = mutxOf(() => json(500, {}), { apiKey: KEY, maxRetries: 2 });
  await expect(mutx.apiKeys.rotate(ID)).rejects.toBeInstanceOf(ServerError);
  expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
    ["POST", `https://api.mutx.dev/v1/api-keys/${ID}/rotate`, undefined],
  ]);
});

describe("a time", () => {
  test.each([
    ["2026-04-21T12:00:00.123456", "2026-04-21T12:00:00.123Z"],
    ["2026-04-21T12:00:00.123456Z", "2026-04-21T12:00:00.123Z"],
    ["2026-04-21T12:00:00+02:00", "2026-04-21T10:00:00.000Z"],
    ["2026-04-21T12:00:00", "2026-04-21T12:00:00.000Z"],
  ])("%s is %s, in every time zone", (text, iso) => {
    expect(parseTime(text).toISOString()).toBe(iso);
  });

  test("that is null stays null, and text that is not a time is refused", () => {
    expect(parseTime(null)).toBeNull();
    expect(() => parseTime("soon")).toThrow('"soon" is not a time.');
  });
});
