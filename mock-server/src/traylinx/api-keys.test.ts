// Key pairs of a project: notes, expiry, one secret shown once, and a delete that is final.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock, type Mock } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "traylinx", seed: 1, now, ...options });
const keysOf = ({ organizationId, projectId }: Mock<"traylinx">, project = projectId) =>
  `/organizations/${organizationId}/projects/${project}/api_keys`;
const manage = (mock: Mock<"traylinx">, line: string, body?: unknown) =>
  call(mock, line, { key: mock.accessToken, ...(body !== undefined && { body }) });
const withAttributes = (attributes: unknown) => ({ data: { attributes } });

describe("create", () => {
  test("gives a pair, of which the secret half is shown this once", async () => {
    const mock = await make();
    const attributes = { note: "GitHub Actions deploy", expiresAt: "2026-12-31" };
    const made = await manage(mock, `POST ${keysOf(mock)}`, withAttributes(attributes));
    const secretKey = String(made.body.meta?.secretKey);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      data: {
        id: expect.any(String),
        attributes: {
          publicKey: expect.stringMatching(/^pk-lf-[0-9a-f-]{36}$/),
          displaySecretKey: `sk-lf-...${secretKey.slice(-4)}`,
          note: "GitHub Actions deploy",
          createdAt: "2026-01-01T00:00:00.000Z",
          expiresAt: "2026-12-31T00:00:00.000Z",
          lastUsedAt: null,
        },
      },
      meta: { secretKey: expect.stringMatching(/^sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) },
    });
    expect(secretKey).toHaveLength(42);
    expect((await call(mock, "GET /models", { key: secretKey })).status).toBe(200);
    const list = await manage(mock, `GET ${keysOf(mock)}`);
    expect(list.text).not.toContain(secretKey);
    expect(list.text).toContain(`sk-lf-...${secretKey.slice(-4)}`);
  });

  test("needs neither a note nor an expiry", async () => {
    const mock = await make();
    for (const attributes of [{}, { note: null, expiresAt: null }]) {
      const { body } = await manage(mock, `POST ${keysOf(mock)}`, withAttributes(attributes));
      expect(body.data?.attributes).toMatchObject({ note: null, expiresAt: null });
    }
  });

  test.each([
    ["2026-06-01", "2026-06-01T00:00:00.000Z"],
    ["2026-06-01T12:00", "2026-06-01T12:00:00.000Z"],
    ["2026-06-01T12:00:00+02:00", "2026-06-01T10:00:00.000Z"],
  ])("reads the expiry %s as UTC unless it says otherwise", async (expiresAt, stored) => {
    const mock = await make();
    const { body } = await manage(mock, `POST ${keysOf(mock)}`, withAttributes({ expiresAt }));
    expect(body.data?.attributes?.expiresAt).toBe(stored);
  });

  test.each<[body: unknown, details: string[]]>([
    [withAttributes({ expiresAt: "2025-12-31" }), ["expiresAt must be an ISO 8601 date in the future"]],
    [withAttributes({ expiresAt: now }), ["expiresAt must be an ISO 8601 date in the future"]],
    [withAttributes({ expiresAt: "2026-13-01" }), ["expiresAt must be an ISO 8601 date in the future"]],
    [withAttributes({ expiresAt: "2026-02-30" }), ["expiresAt must be an ISO 8601 date in the future"]],
    [withAttributes({ expiresAt: "soon" }), ["expiresAt must be an ISO 8601 date in the future"]],
    [
      withAttributes({ note: 7, expiresAt: 7 }),
      ["data.attributes.note must be a string", "expiresAt must be an ISO 8601 date in the future"],
    ],
    [{}, ["data is missing"]],
    [{ data: {} }, ["data.attributes is missing"]],
    [[], ["The body must be an object"]],
  ])("of %j is 422", async (body, details) => {
    const mock = await make();
    const answer = await manage(mock, `POST ${keysOf(mock)}`, body);
    expect([answer.status, answer.body]).toEqual([
      422,
      { errors: details.map((detail) => ({ status: "422", title: "Unprocessable Entity", detail })) },
    ]);
  });

  test("without a body, with another type or with too much is 400", async () => {
    const mock = await make();
    const line = `POST ${keysOf(mock)}`;
    const key = mock.accessToken;
    expect((await call(mock, line, { key })).status).toBe(400);
    const text = await call(mock, line, { key, headers: { "content-type": "text/plain" }, body: "{}" });
    expect(text.status).toBe(400);
    expect((await manage(mock, line, withAttributes({ note: "x".repeat(1_048_577) }))).status).toBe(400);
  });
});

describe("the list", () => {
  test("shows notes, expiry and last use, and moves the last use with each model call", async () => {
    const mock = await make();
    mock.clock.advance("5s");
    await call(mock, "GET /models");
    const { body } = await manage(mock, `GET ${keysOf(mock)}`);
    const keys = body.data as unknown as { attributes: Record<string, unknown> }[];
    expect(keys.map(({ attributes }) => [attributes.note, attributes.expiresAt, attributes.lastUsedAt])).toEqual([
      ["Mock key", null, "2026-01-01T00:00:05.000Z"],
      ["Nightly evaluation", null, null],
      ["Contractor", "2025-12-02T00:00:00.000Z", "2025-12-01T00:00:00.000Z"],
      [null, null, "2025-10-13T00:00:00.000Z"],
      ["GitHub Actions deploy", "2026-09-03T00:00:00.000Z", "2025-12-31T21:00:00.000Z"],
    ]);
  });

  test("has no pages", async () => {
    const mock = await make({ preset: "full-page" });
    expect((await manage(mock, `GET ${keysOf(mock)}`)).body.data).toHaveLength(250);
  });

  test("is each project's own", async () => {
    const mock = await make();
    expect((await manage(mock, `GET ${keysOf(mock, "project-search")}`)).body).toEqual({ data: [] });
  });
});

describe("a rotation by hand", () => {
  test("leaves both keys working until the old one is deleted", async () => {
    const mock = await make();
    const old = mock.projects.createKey({ note: "deploy" });
    const made = await manage(mock, `POST ${keysOf(mock)}`, withAttributes({ note: "deploy" }));
    const secret = String(made.body.meta?.secretKey);
    for (const key of [old.secretKey, secret]) expect((await call(mock, "GET /models", { key })).status).toBe(200);
    expect((await manage(mock, `DELETE ${keysOf(mock)}/${old.id}`)).status).toBe(204);
    expect((await call(mock, "GET /models", { key: old.secretKey })).status).toBe(401);
    expect((await call(mock, "GET /models", { key: secret })).status).toBe(200);
  });
});

describe("delete", () => {
  test("is final: the second time there is no such key", async () => {
    const mock = await make();
    const { id } = mock.projects.createKey();
    const gone = await manage(mock, `DELETE ${keysOf(mock)}/${id}`);
    expect([gone.status, gone.text]).toEqual([204, ""]);
    const again = await manage(mock, `DELETE ${keysOf(mock)}/${id}`);
    expect([again.status, again.body]).toEqual([
      404,
      { errors: [{ status: "404", title: "Not Found", detail: "API key not found" }] },
    ]);
  });

  test("answers 200 without a body if told to", async () => {
    const mock = await make({ deleteStatus: 200 });
    const { id } = mock.projects.createKey();
    const gone = await manage(mock, `DELETE ${keysOf(mock)}/${id}`);
    expect([gone.status, gone.text, gone.headers.has("content-type")]).toEqual([200, "", false]);
  });

  test("finds no key by way of another project", async () => {
    const mock = await make();
    const { id, secretKey } = mock.projects.createKey();
    expect((await manage(mock, `DELETE ${keysOf(mock, "project-search")}/${id}`)).status).toBe(404);
    expect((await manage(mock, `DELETE ${keysOf(mock, "nowhere")}/${id}`)).status).toBe(404);
    expect((await call(mock, "GET /models", { key: secretKey })).status).toBe(200);
  });
});
