// The Traylinx client: three hosts, two credentials, each only where it belongs, and three shapes of error.
import { afterEach, describe, expect, test, vi } from "vitest";
import { describeClient } from "../../test/client-suite.js";
import { json, type SentRequest, type StubAnswer, stubFetch } from "../../test/stub-fetch.js";
import {
  type AuthenticationError,
  ConfigurationError,
  InvalidRequestError,
  NotFoundError,
  Traylinx,
  type TraylinxOptions,
  UnexpectedResponseError,
} from "./index.js";

const KEY = "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a";
const TOKEN = "eyJhbGciOiJSUzI1NiJ9.e30.x1y2z3";
const both = { apiKey: KEY, accessToken: TOKEN };

afterEach(() => vi.unstubAllEnvs());

function traylinxOf(answer: (request: SentRequest, place: number) => StubAnswer, options: TraylinxOptions = both) {
  const { fetch, sent } = stubFetch(answer);
  return { traylinx: new Traylinx({ fetch, maxRetries: 0, ...options }), sent };
}

/** Calls every operation. */
async function callAll(traylinx: Traylinx): Promise<void> {
  await traylinx.apiKeys.list("org", "p1");
  await traylinx.apiKeys.create("org", "p1", { data: { attributes: { note: "ci" } } });
  await traylinx.apiKeys.delete("org", "p1", "k1");
  await traylinx.models.list();
  await traylinx.auth.login({ username: "ada@example.com", password: "correct horse battery staple" });
}
const anything = ({ method }: SentRequest) =>
  method === "DELETE" ? new Response(null, { status: 204 }) : { data: [] };
const where = ({ method, url, headers }: SentRequest) => `${method} ${url} ${headers.get("authorization")}`;

describeClient("traylinx", {
  make: (options) => new Traylinx(options),
  key: KEY,
  masked: "sk-lf-…2b1a",
  read: (traylinx) => traylinx.models.list(),
  answer: { data: [] },
  header: ({ headers }) => headers.get("authorization"),
  scheme: "Bearer ",
  secrets: {
    texts: [TOKEN, "opaque", "correct horse"],
    answers: (_, place) =>
      [
        json(201, { data: { id: "k", attributes: {} }, meta: { secretKey: KEY } }),
        json(200, { data: { attributes: { accessToken: TOKEN, refreshToken: "opaque" } } }),
        json(401, { message: `no ${KEY} ${TOKEN}` }),
      ][place] ?? {},
    async run(visitor) {
      const traylinx = visitor.withOptions({ accessToken: TOKEN });
      await traylinx.apiKeys.create("org", "p1", { data: { attributes: {} } });
      await traylinx.auth.login({ username: "ada@example.com", password: "correct horse battery staple" });
      const error = await traylinx.models.list().catch((failure: unknown) => failure);
      return [traylinx, traylinx.withOptions({ accessToken: "opaque-token" }), error];
    },
  },
});

describe("each credential goes only where it belongs", () => {
  test("on three hosts", async () => {
    const { traylinx, sent } = traylinxOf(anything);
    await callAll(traylinx);
    const keys = "https://api.traylinx.com/ma-metrics-wsp-ms/v1/api/organizations/org/projects/p1/api_keys";
    expect(sent.map(where)).toEqual([
      `GET ${keys} Bearer ${TOKEN}`,
      `POST ${keys} Bearer ${TOKEN}`,
      `DELETE ${keys}/k1 Bearer ${TOKEN}`,
      `GET https://switchai.traylinx.com/v1/models Bearer ${KEY}`,
      "POST https://api.traylinx.com/ma-authentication-ms/v1/api/oauth/token null",
    ]);
  });

  test("on the one host that a base URL puts in place of all three", async () => {
    vi.stubEnv("TRAYLINX_BASE_URL", "http://127.0.0.1:4013/prefix");
    const { traylinx, sent } = traylinxOf(anything);
    await callAll(traylinx);
    const keys = "http://127.0.0.1:4013/prefix/organizations/org/projects/p1/api_keys";
    expect(sent.map(where)).toEqual([
      `GET ${keys} Bearer ${TOKEN}`,
      `POST ${keys} Bearer ${TOKEN}`,
      `DELETE ${keys}/k1 Bearer ${TOKEN}`,
      `GET http://127.0.0.1:4013/prefix/models Bearer ${KEY}`,
      "POST http://127.0.0.1:4013/prefix/oauth/token null",
    ]);
    expect(JSON.parse(JSON.stringify(traylinx)).baseUrl).toBe("http://127.0.0.1:4013/prefix");
  });

  test("also by fetch, where what the spec does not describe is a model call", async () => {
    const { traylinx, sent } = traylinxOf(anything);
    await traylinx.fetch.GET("/models", {});
    const anyPath = traylinx.fetch.POST as (path: string, init: object) => Promise<unknown>;
    await anyPath("/chat/completions", { body: { model: "openai/gpt-oss-120b", messages: [] } });
    expect(sent.map(where)).toEqual([
      `GET https://switchai.traylinx.com/v1/models Bearer ${KEY}`,
      `POST https://switchai.traylinx.com/v1/chat/completions Bearer ${KEY}`,
    ]);
  });

  test("and nowhere else, where a layer sends the request to another host, or across two of them", async () => {
    const to = (url: string) =>
      traylinxOf(anything, { ...both, middleware: [(request, next) => next({ ...request, url })] });
    for (const url of [
      "https://elsewhere.example/v1/models",
      "https://switchai.traylinx.com/v2/models",
      "https://switchai.traylinx.com.evil.example/v1/models",
      "https://api.traylinx.com/ma-metrics-wsp-ms/v1/api/models",
    ]) {
      const { traylinx, sent } = to(url);
      await traylinx.models.list();
      expect(sent[0]?.headers.get("authorization")).toBeNull();
    }
  });

  test("and not across a redirect to another of the hosts", async () => {
    const location = "https://api.traylinx.com/ma-metrics-wsp-ms/v1/api/organizations/org/projects/p1/api_keys";
    const { traylinx, sent } = traylinxOf(() => new Response(null, { status: 302, headers: { location } }));
    await expect(traylinx.models.list()).rejects.toBeInstanceOf(UnexpectedResponseError);
    expect(sent).toHaveLength(1);
  });
});

describe("a credential", () => {
  test("comes from TRAYLINX_API_KEY and TRAYLINX_ACCESS_TOKEN", async () => {
    vi.stubEnv("TRAYLINX_API_KEY", KEY);
    vi.stubEnv("TRAYLINX_ACCESS_TOKEN", TOKEN);
    const { traylinx, sent } = traylinxOf(anything, {});
    await callAll(traylinx);
    expect(new Set(sent.map(({ headers }) => headers.get("authorization")))).toEqual(
      new Set([`Bearer ${TOKEN}`, `Bearer ${KEY}`, null]),
    );
  });

  test("that is missing is named when it is needed, and the other is not sent in its place", async () => {
    vi.stubEnv("TRAYLINX_ACCESS_TOKEN", "");
    const { traylinx, sent } = traylinxOf(anything, { apiKey: KEY });
    await expect(traylinx.apiKeys.list("org", "p1")).rejects.toThrow(
      "Pass accessToken or set TRAYLINX_ACCESS_TOKEN. auth.login() gives an access token, which manages keys. A project's key can only call models.",
    );
    expect(sent).toHaveLength(0);
    await traylinx.models.list();
    expect(sent).toHaveLength(1);
  });

  test("in a clone joins the other one", async () => {
    const { traylinx, sent } = traylinxOf(anything, { apiKey: KEY });
    await callAll(traylinx.withOptions({ accessToken: TOKEN }));
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
      ...Array(3).fill(`Bearer ${TOKEN}`),
      `Bearer ${KEY}`,
      null,
    ]);
  });

  test("that is the public half of a pair is refused before anything is sent", () => {
    expect(() => new Traylinx({ apiKey: "pk-lf-5c1e9d2a-7b3f-4a6e-8d0c-2f4b6a8c0e1d" })).toThrow(ConfigurationError);
  });

  test("may come from a function, which is asked once more after a 401: access tokens live briefly", async () => {
    const tokens = ["stale", "fresh"];
    const { traylinx, sent } = traylinxOf((_, place) => (place ? { data: [] } : json(401, { error: "expired" })), {
      accessToken: async () => tokens.shift() ?? "",
    });
    await traylinx.apiKeys.list("org", "p1");
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer stale", "Bearer fresh"]);
  });
});

describe("errors", () => {
  const fails = async (status: number, body: unknown) => {
    const { traylinx } = traylinxOf(() => json(status, body));
    const result = await traylinx.apiKeys.create("org", "p1", { data: { attributes: {} } }).safe();
    if (result.ok) throw new Error("It succeeded.");
    return result.error;
  };

  test.each([
    [
      { errors: [{ status: "422", title: "Unprocessable Entity", detail: "expiresAt must be in the future" }] },
      "Unprocessable Entity",
    ],
    [{ error: "expiresAt must be in the future" }, null],
    [{ message: "expiresAt must be in the future" }, null],
  ])("read the shape %j", async (body, type) => {
    const error = (await fails(422, body)) as InvalidRequestError;
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ status: 422, message: "expiresAt must be in the future", type, code: null });
    expect(JSON.parse(error.rawBody())).toEqual(body);
  });

  test("fall back on the title, and on the status where nothing can be read", async () => {
    expect((await fails(404, { errors: [{ title: "Not Found" }] })).message).toBe("Not Found");
    const bare = await fails(404, { errors: [] });
    expect(bare).toBeInstanceOf(NotFoundError);
    expect(bare.message).toContain("404");
  });

  test("narrow by the statuses of the operation", async () => {
    const { traylinx } = traylinxOf(() => json(401, { error: "Invalid API key" }));
    const result = await traylinx.models.list().safe();
    if (!result.ok && result.error.status === 401) result.error satisfies AuthenticationError;
    // @ts-expect-error listing models has no 404
    if (!result.ok && result.error.status === 404) result.error satisfies never;
    expect(result.ok).toBe(false);
  });
});

test("path parameters cannot lead to another project, nor to another credential", async () => {
  const { traylinx, sent } = traylinxOf(anything);
  await expect(traylinx.apiKeys.list("..", "p1")).rejects.toThrow(ConfigurationError);
  await traylinx.apiKeys.delete("org", "p1", "k1/../../../../models?x#y");
  expect(sent.map(({ url }) => new URL(url).pathname.split("/").at(-1))).toEqual([
    "k1%2F..%2F..%2F..%2F..%2Fmodels%3Fx%23y",
  ]);
  expect(sent[0]?.headers.get("authorization")).toBe(`Bearer ${TOKEN}`);
});
