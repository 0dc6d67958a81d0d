// Two credentials, three hosts: each credential goes only where it belongs, and a project's key opens nothing of another.
import { setupServer } from "msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock, type Mock } from "../index.js";
import { handlers } from "../msw.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "traylinx", seed: 1, now, ...options });
const keysOf = ({ organizationId, projectId }: Mock<"traylinx">) =>
  `/organizations/${organizationId}/projects/${projectId}/api_keys`;
const refused = (detail: string) => ({ errors: [{ status: "401", title: "Unauthorized", detail }] });
const modelsOf = (body: unknown): string[] => (body as { data: { id: string }[] }).data.map(({ id }) => id);

describe("a project key", () => {
  test.each<[what: string, authorization: string | null, why: RegExp]>([
    ["nothing", null, /no Authorization header/],
    ["Basic", "Basic YTpi", /no Authorization header with a Bearer/],
    ["an unknown key", "Bearer sk-lf-00000000-0000-4000-8000-000000000000", /does not belong here/],
    ["a public key", "Bearer pk-lf-00000000-0000-4000-8000-000000000000", /the public key was sent/],
    ["something else", "Bearer secret", /does not start with "sk-lf-"/],
  ])("is what model calls take: %s is 401", async (_, authorization, why) => {
    const mock = await make();
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const answer = await call(mock, "GET /models", { key: null, headers });
    expect([answer.status, answer.body]).toEqual([401, refused("Invalid API key")]);
    expect(mock.calls().at(-1)?.why).toMatch(why);
  });

  test("lists the models of its own project and of no other", async () => {
    const mock = await make();
    const { id, organizationId } = mock.projects.create({
      name: "Narrow",
      models: ["openai/gpt-oss-20b", "own/model"],
    });
    const { secretKey } = mock.projects.createKey({ organizationId, projectId: id });
    const narrow = await call(mock, "GET /models", { key: secretKey });
    expect(narrow.body).toEqual({
      object: "list",
      data: [
        { id: "openai/gpt-oss-20b", object: "model", created: 1_754_352_000, owned_by: "openai" },
        { id: "own/model", object: "model", created: 0, owned_by: "own" },
      ],
    });
    expect(modelsOf((await call(mock, "GET /models")).body)).toHaveLength(4);
  });

  test("manages no keys", async () => {
    const mock = await make();
    const answer = await call(mock, `GET ${keysOf(mock)}`);
    expect([answer.status, answer.body]).toEqual([401, refused("Invalid access token")]);
    expect(mock.calls().at(-1)?.why).toMatch(/a project key was sent to management/);
  });

  test("stops working when it expires by the mock's clock", async () => {
    const mock = await make();
    const { secretKey } = mock.projects.createKey({ expiresIn: "1h" });
    expect((await call(mock, "GET /models", { key: secretKey })).status).toBe(200);
    mock.clock.advance("2h");
    expect((await call(mock, "GET /models", { key: secretKey })).body).toEqual(refused("Invalid API key"));
    expect(mock.calls().at(-1)?.why).toBe("the key expired 3600 s ago");
  });

  test("that was deleted is 401 on its next call", async () => {
    const mock = await make({ preset: "revoked-key" });
    mock.clock.advance("3s");
    expect((await call(mock, "GET /models")).body).toEqual(refused("Invalid API key"));
    expect(mock.calls().at(-1)?.why).toBe("the key was deleted 3 s ago");
  });
});

describe("an access token", () => {
  test.each(["", "secret", "eyJhbGciOiJSUzI1NiJ9.e30.x"])("is what management takes: %j is 401", async (token) => {
    const mock = await make();
    const answer = await call(mock, `GET ${keysOf(mock)}`, { key: token });
    expect([answer.status, answer.body]).toEqual([401, refused("Invalid access token")]);
  });

  test("opens no model", async () => {
    const mock = await make();
    expect((await call(mock, "GET /models", { key: mock.accessToken })).body).toEqual(refused("Invalid API key"));
    expect(mock.calls().at(-1)?.why).toMatch(/an access token was sent to the model host/);
  });

  test("of a sign-in lasts an hour", async () => {
    const mock = await make();
    const body = { username: "ada@example.com", password: "correct horse battery staple" };
    const headers = { "api-key": "my-application" };
    const signedIn = await call(mock, "POST /oauth/token", { key: null, headers, body });
    expect([signedIn.status, signedIn.body]).toEqual([
      200,
      {
        data: {
          id: "user-ada",
          type: "session",
          attributes: {
            accessToken: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]{43}$/),
            refreshToken: expect.stringMatching(/^[\w-]{43}$/),
            email: "ada@example.com",
            firstName: "Ada",
            lastName: "Lovelace",
          },
        },
      },
    ]);
    const key = String(signedIn.body.data?.attributes?.accessToken);
    expect((await call(mock, `GET ${keysOf(mock)}`, { key })).status).toBe(200);
    mock.clock.advance("1h");
    expect((await call(mock, `GET ${keysOf(mock)}`, { key })).status).toBe(401);
    expect(mock.calls().at(-1)?.why).toBe("the access token has expired");
    expect((await call(mock, `GET ${keysOf(mock)}`, { key: mock.accessToken })).status).toBe(200);
  });

  test("is refused where it expired", async () => {
    const mock = await make({ preset: "expired-token" });
    expect((await call(mock, `GET ${keysOf(mock)}`, { key: mock.accessToken })).status).toBe(401);
  });

  test("opens only what its person belongs to: all else looks like nothing", async () => {
    const mock = await make();
    const grace = mock.tokens.create({ email: "grace@example.org" });
    const answer = await call(mock, `GET ${keysOf(mock)}`, { key: grace });
    expect([answer.status, answer.body]).toEqual([
      404,
      { errors: [{ status: "404", title: "Not Found", detail: "Project not found" }] },
    ]);
    const theirs = "/organizations/org-contoso/projects/project-shop/api_keys";
    expect((await call(mock, `GET ${theirs}`, { key: grace })).body).toEqual({ data: [] });
    expect((await call(mock, `GET ${theirs}`, { key: mock.accessToken })).status).toBe(404);
    const crossed = `/organizations/${mock.organizationId}/projects/project-shop/api_keys`;
    expect((await call(mock, `GET ${crossed}`, { key: grace })).status).toBe(404);
  });
});

describe("a sign-in", () => {
  test.each([
    { username: "ada@example.com", password: "wrong" },
    { username: "nobody@example.com", password: "correct horse battery staple" },
  ])("of %j is 401", async (body) => {
    const mock = await make();
    const answer = await call(mock, "POST /oauth/token", { key: null, body });
    expect([answer.status, answer.body]).toEqual([401, refused("Invalid username or password")]);
  });

  test("without a password is 422, without JSON 400", async () => {
    const mock = await make();
    const missing = await call(mock, "POST /oauth/token", { key: null, body: { username: "ada@example.com" } });
    expect([missing.status, missing.body]).toEqual([
      422,
      { errors: [{ status: "422", title: "Unprocessable Entity", detail: "password is missing" }] },
    ]);
    const malformed = await call(mock, "POST /oauth/token", { key: null, body: "{" });
    expect([malformed.status, malformed.body]).toEqual([
      400,
      { errors: [{ status: "400", title: "Bad Request", detail: "The body must be JSON" }] },
    ]);
  });
});

describe("the three hosts", () => {
  let server: ReturnType<typeof setupServer> | undefined;
  afterEach(() => server?.close());

  const models = "https://switchai.traylinx.com/v1";
  const management = "https://api.traylinx.com/ma-metrics-wsp-ms/v1/api";
  const auth = "https://api.traylinx.com/ma-authentication-ms/v1/api";

  test("each answer for their own operations alone", async () => {
    const mock = await make();
    server = setupServer(...handlers(mock));
    server.listen({ onUnhandledRequest: "error" });
    const status = async (url: string, token: string, init: RequestInit = {}) =>
      (await fetch(url, { ...init, headers: { authorization: `Bearer ${token}` } })).status;
    expect(await status(`${models}/models`, mock.apiKey)).toBe(200);
    expect(await status(`${management}${keysOf(mock)}`, mock.accessToken)).toBe(200);
    expect(await status(`${auth}/oauth/token`, "", { method: "POST" })).toBe(400);
    expect(await status(`${models}${keysOf(mock)}`, mock.accessToken)).toBe(404);
    expect(await status(`${management}/models`, mock.apiKey)).toBe(404);
    expect(await status(`${management}/oauth/token`, "", { method: "POST" })).toBe(404);
  });

  test("give way to one base URL, under which every operation stands without a prefix", async () => {
    const mock = await make();
    expect((await call(mock, "GET /models")).status).toBe(200);
    expect((await call(mock, "GET /v1/models")).status).toBe(200);
    expect((await call(mock, `GET ${keysOf(mock)}`, { key: mock.accessToken })).status).toBe(200);
    expect((await call(mock, "POST /oauth/token", { key: null })).status).toBe(400);
  });
});

test("an unknown path and a wrong method are told before any credential is looked at", async () => {
  const mock = await make();
  expect((await call(mock, "GET /nowhere", { key: null })).status).toBe(404);
  const wrong = await call(mock, "POST /models", { key: null });
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});
