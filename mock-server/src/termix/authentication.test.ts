// Who gets in: cookie before header, the two kinds of token, the exact sentences, and rights read at each request.
import { clearSessionCookie } from "@terminus-hub/spec/termix";
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "termix", seed: 1, now, ...options });
const unknownKey = `tmx_${"0".repeat(64)}`;
const ME = "GET /users/me";

describe("a request", () => {
  test.each<[what: string, path: string, headers: Record<string, string>]>([
    ["without a credential", "/users/me", {}],
    ["with Basic", "/users/me", { authorization: "Basic dG14Xw==" }],
    ["with a lower-case bearer", "/users/me", { authorization: `bearer ${unknownKey}` }],
    ["with two spaces after Bearer", "/users/me", { authorization: `Bearer  ${unknownKey}` }],
    ["with X-API-Key", "/users/me", { "x-api-key": unknownKey }],
    ["with a query parameter", `/users/me?token=${unknownKey}`, {}],
    ["with an empty cookie", "/users/me", { cookie: "jwt=" }],
    ["with another cookie", "/users/me", { cookie: `session=${unknownKey}` }],
  ])("%s has no token: 401, without a challenge", async (_, path, headers) => {
    const mock = await make();
    const answer = await call(mock, `GET ${path}`, { key: null, headers });
    expect([answer.status, answer.text]).toEqual([401, '{"error":"Missing authentication token"}']);
    expect(answer.headers.has("www-authenticate")).toBe(false);
    expect(answer.headers.has("set-cookie")).toBe(false);
  });

  test.each([unknownKey, "tmx_short", `tmx_${"A".repeat(64)}`, `tmx_${"0".repeat(65)}`])(
    "with the key %s is refused as an invalid key",
    async (key) => {
      const mock = await make();
      const answer = await call(mock, ME, { key });
      expect([answer.status, answer.text]).toEqual([401, '{"error":"Invalid API key"}']);
      expect(answer.headers.has("set-cookie")).toBe(false);
    },
  );

  test.each(["nonsense", "eyJhbGciOiJIUzI1NiJ9.e30.x", "TMX_0000"])(
    "with the token %s is taken for a session that is not valid, and the cookie is cleared",
    async (key) => {
      const mock = await make();
      const answer = await call(mock, ME, { key });
      expect([answer.status, answer.text]).toEqual([401, '{"error":"Invalid token"}']);
      expect(answer.headers.get("set-cookie")).toBe(clearSessionCookie);
    },
  );

  test("may say more after a second space, which is ignored", async () => {
    const mock = await make();
    const headers = { authorization: `Bearer ${mock.apiKey} and more` };
    expect((await call(mock, ME, { headers })).status).toBe(200);
  });

  test("for a route that does not exist is authenticated first, then answered with a page", async () => {
    const mock = await make();
    expect((await call(mock, "GET /api/users", { key: null })).text).toBe('{"error":"Missing authentication token"}');
    const page = await call(mock, "GET /api/users?x=1");
    expect(page.status).toBe(404);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.text).toContain("<pre>Cannot GET /api/users</pre>");
  });

  test("with a method that the path does not have is an unknown route", async () => {
    const mock = await make();
    const page = await call(mock, "PATCH /users/api-keys");
    expect([page.status, page.headers.get("allow")]).toEqual([404, null]);
    expect(page.text).toContain("<pre>Cannot PATCH /users/api-keys</pre>");
    expect((await call(mock, "GET /users/login", { key: null })).status).toBe(401);
  });

  test("may end its path with a slash", async () => {
    const mock = await make();
    expect((await call(mock, "GET /users/me/")).status).toBe(200);
    expect((await call(mock, "GET /users/api-keys/")).status).toBe(200);
    expect((await call(mock, "GET /health/", { key: null })).text).toBe('{"status":"ok"}');
  });

  test("with JSON that cannot be parsed is answered with 500, before authentication and on any route", async () => {
    const mock = await make();
    for (const line of ["POST /users/api-keys", "POST /users/login", "POST /nowhere"]) {
      for (const body of ["{", '"text"', "null", "7"]) {
        const answer = await call(mock, line, { key: null, body });
        expect([line, body, answer.status, answer.text]).toEqual([
          line,
          body,
          500,
          '{"error":"Internal Server Error"}',
        ]);
      }
    }
  });
});

describe("the jwt cookie", () => {
  test("is looked at before the header", async () => {
    const mock = await make();
    const cookie = await mock.sessions.create({ username: "deploy" });
    const both = await call(mock, ME, { cookie, headers: { authorization: `Bearer ${mock.apiKey}` } });
    expect(both.body.username).toBe("deploy");
    const wrong = await call(mock, ME, { cookie: "jwt=wrong", headers: { authorization: `Bearer ${mock.apiKey}` } });
    expect([wrong.status, wrong.text]).toEqual([401, '{"error":"Invalid token"}']);
  });

  test("gives way to the header when it is empty", async () => {
    const mock = await make();
    const headers = { authorization: `Bearer ${mock.apiKey}` };
    expect((await call(mock, ME, { cookie: "jwt=; a=b", headers })).body.username).toBe("admin");
  });

  test("may hold a key", async () => {
    const mock = await make();
    expect((await call(mock, ME, { cookie: `a=b; jwt=${mock.apiKey}` })).body.username).toBe("admin");
    expect((await call(mock, ME, { cookie: `jwt=${unknownKey}` })).text).toBe('{"error":"Invalid API key"}');
  });

  test("stops working when its session expires by the mock's clock", async () => {
    const mock = await make();
    const cookie = await mock.sessions.create();
    mock.clock.advance("23h");
    expect((await call(mock, ME, { cookie })).status).toBe(200);
    mock.clock.advance("1h");
    const expired = await call(mock, ME, { cookie });
    expect([expired.status, expired.text]).toEqual([401, '{"error":"Invalid token"}']);
    expect(mock.calls().at(-1)?.why).toBe("the session has expired");
  });

  test("may also travel as a bearer", async () => {
    const mock = await make();
    const token = (await mock.sessions.create({ username: "maria" })).slice("jwt=".length);
    expect((await call(mock, ME, { key: token })).body.username).toBe("maria");
  });
});

describe("a key", () => {
  test("works until it expires, then is refused with a sentence of its own", async () => {
    const mock = await make();
    const { token } = mock.users.createKey({ name: "soon over", expiresIn: "1h" });
    expect((await call(mock, ME, { key: token })).status).toBe(200);
    mock.clock.advance("2h");
    const expired = await call(mock, ME, { key: token });
    expect([expired.status, expired.text]).toEqual([401, '{"error":"API key has expired"}']);
    expect(mock.calls().at(-1)?.why).toBe("the key expired 3600 s ago");
  });

  test("that has expired is refused so on admin routes too, ahead of any 403", async () => {
    const mock = await make();
    const { token } = mock.users.createKey({ name: "soon over", username: "deploy", expiresIn: "1h" });
    expect((await call(mock, "GET /users/api-keys", { key: token })).status).toBe(403);
    mock.clock.advance("2h");
    expect((await call(mock, "GET /users/api-keys", { key: token })).text).toBe('{"error":"API key has expired"}');
  });

  test("that was deleted is refused as invalid, and the log says since when", async () => {
    const mock = await make({ preset: "revoked-key" });
    mock.clock.advance("3s");
    expect((await call(mock, ME)).text).toBe('{"error":"Invalid API key"}');
    expect(mock.calls().at(-1)?.why).toBe("the key was deleted 3 s ago");
  });

  test("acts as its owner, whose right is read at each request", async () => {
    const mock = await make();
    const { token } = mock.users.createKey({ name: "deploys", username: "deploy" });
    const refused = await call(mock, "GET /users/api-keys", { key: token });
    expect([refused.status, refused.text]).toEqual([403, '{"error":"Admin access required"}']);
    mock.users.setAdmin("deploy", true);
    expect((await call(mock, "GET /users/api-keys", { key: token })).status).toBe(200);
    mock.users.setAdmin("deploy", false);
    expect((await call(mock, "GET /users/api-keys", { key: token })).status).toBe(403);
  });

  test("dies with its owner", async () => {
    const mock = await make();
    const { token, id } = mock.users.createKey({ name: "deploys", username: "deploy" });
    mock.users.delete("deploy");
    expect((await call(mock, ME, { key: token })).text).toBe('{"error":"Invalid API key"}');
    expect((await call(mock, "GET /users/api-keys")).text).not.toContain(id);
  });

  test("may not impersonate: refused before the key is looked at", async () => {
    const mock = await make();
    const headers = { "x-admin-target-user": "somebody" };
    for (const key of [mock.apiKey, unknownKey]) {
      const answer = await call(mock, ME, { key, headers });
      expect([answer.status, answer.body]).toEqual([
        403,
        {
          error: "Impersonation is not allowed with API key authentication",
          code: "IMPERSONATION_NOT_ALLOWED",
        },
      ]);
    }
    const cookie = await mock.sessions.create();
    expect((await call(mock, ME, { cookie, headers })).status).toBe(200);
  });

  test("moves its last use by each request that passes authentication, whatever the handler says, and by no other", async () => {
    const mock = await make();
    const { token, id } = mock.users.createKey({ name: "watched" });
    const { token: deployToken, id: deployId } = mock.users.createKey({ name: "watched too", username: "deploy" });
    const lastUsed = async (of: string) => {
      const { body } = await call(mock, "GET /users/api-keys");
      return (body.apiKeys as unknown as { id: string; lastUsedAt: string | null }[]).find((key) => key.id === of)
        ?.lastUsedAt;
    };
    expect(await lastUsed(id)).toBeNull();
    mock.clock.advance("1s");
    await call(mock, "GET /nowhere", { key: token });
    expect(await lastUsed(id)).toBe("2026-01-01T00:00:01.000Z");
    mock.clock.advance("1s");
    await call(mock, "DELETE /users/api-keys/unknown", { key: token });
    expect(await lastUsed(id)).toBe("2026-01-01T00:00:02.000Z");
    await call(mock, "GET /users/api-keys", { key: deployToken });
    expect(await lastUsed(deployId)).toBeNull();
    await call(mock, ME, { key: deployToken, headers: { "x-admin-target-user": "x" } });
    expect(await lastUsed(deployId)).toBeNull();
  });

  test("has no rate limit", async () => {
    const mock = await make();
    for (let i = 0; i < 250; i += 1) expect((await call(mock, ME)).status).toBe(200);
  });
});
