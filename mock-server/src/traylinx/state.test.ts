// Presets, own fixtures, snapshots, the banner's commands, and that no secret is written down.
import { describe, expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock, type MockOptions } from "../index.js";

const now = "2026-01-01T00:00:00Z";
const make = (options = {}) => createMock({ api: "traylinx", seed: 1, now, ...options });
const secret_key = "sk-lf-9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a";

describe("a preset", () => {
  test("expired-key refuses the mock's own key", async () => {
    const mock = await make({ preset: "expired-key" });
    expect((await call(mock, "GET /models")).status).toBe(401);
    expect(mock.calls().at(-1)?.why).toBe("the key expired 3600 s ago");
  });

  test("flaky fails now and then", async () => {
    const mock = await make({ preset: "flaky" });
    const outcomes = new Set<string>();
    for (let i = 0; i < 200; i += 1) {
      outcomes.add(
        await call(mock, "GET /models").then(
          ({ status }) => String(status),
          () => "reset",
        ),
      );
    }
    expect([...outcomes].sort()).toEqual(["200", "500", "reset"]);
  });
});

describe("own state", () => {
  test("is taken, with people, projects and keys", async () => {
    const mock = await make({
      state: {
        people: [{ email: "root@example.com", password: "open sesame" }],
        organizations: [
          {
            id: "org-1",
            name: "One",
            projects: [{ id: "project-1", name: "P", api_keys: [{ note: "n", secret_key }] }],
          },
        ],
      },
    });
    expect([mock.apiKey, mock.organizationId, mock.projectId]).toEqual([secret_key, "org-1", "project-1"]);
    expect((await call(mock, "GET /models")).status).toBe(200);
    const body = { username: "root@example.com", password: "open sesame" };
    expect((await call(mock, "POST /oauth/token", { key: null, body })).status).toBe(200);
    const list = await call(mock, "GET /organizations/org-1/projects/project-1/api_keys", { key: mock.accessToken });
    expect(list.body.data).toHaveLength(1);
  });

  test.each<[state: MockOptions<"traylinx">["state"], message: string]>([
    [
      { people: [{ email: "a" }], organizations: [{ name: "One", members: ["b"], projects: [{ name: "P" }] }] },
      'The state cannot be used: state.organizations.0.members.0: nobody has the email "b". Correct it there.',
    ],
    [
      {
        people: [{ email: "a" }],
        organizations: [{ name: "One", projects: [{ name: "P", api_keys: [{ secret_key: "sk-lf-x" }] }] }],
      },
      "The state cannot be used: state.organizations.0.projects.0.api_keys.0.secret_key: must be sk-lf- and a lower-case UUID. Correct it there.",
    ],
  ])("is refused with the failing path named (%#)", async (state, message) => {
    await expect(make({ state })).rejects.toThrow(message);
  });
});

test("a snapshot holds keys, projects and tokens, but no secret", async () => {
  const mock = await make();
  const { accessToken, apiKey } = mock;
  const { id } = mock.projects.create({ name: "New", models: ["own/model"] });
  const made = mock.projects.createKey({ projectId: id, note: "kept" });
  const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
  expect(JSON.stringify(snapshot)).not.toMatch(/sk-lf-[0-9a-f]|eyJ/);
  mock.reset("empty");
  mock.restore(snapshot);
  expect(mock.accessToken).toBe(accessToken);
  expect((await call(mock, "GET /models", { key: made.secretKey })).body.data).toHaveLength(1);
  expect((await call(mock, "GET /models", { key: apiKey })).status).toBe(200);
  const path = `/organizations/${mock.organizationId}/projects/${id}/api_keys`;
  expect((await call(mock, `GET ${path}`, { key: accessToken })).text).toContain(
    `sk-lf-...${made.secretKey.slice(-4)}`,
  );
});

test("a reset keeps the key and the token without a seed, and repeats them with one", async () => {
  const unseeded = await createMock({ api: "traylinx" });
  const handed = [unseeded.apiKey, unseeded.accessToken];
  unseeded.reset();
  expect([unseeded.apiKey, unseeded.accessToken]).toEqual(handed);
  const path = `/organizations/${unseeded.organizationId}/projects/${unseeded.projectId}/api_keys`;
  expect((await call(unseeded, `GET ${path}`, { key: unseeded.accessToken })).status).toBe(200);
  const [one, two] = [await make(), await make()];
  expect([one.apiKey, one.accessToken]).toEqual([two.apiKey, two.accessToken]);
  expect(one.apiKey).not.toBe((await createMock({ api: "traylinx", seed: 2, now })).apiKey);
});

test("the journal, the log, HAR and JSON Lines hold no key, token or password", async () => {
  const logged: string[] = [];
  const mock = await make({ log: (entry: unknown) => logged.push(JSON.stringify(entry)) });
  const keys = `/organizations/${mock.organizationId}/projects/${mock.projectId}/api_keys`;
  const body = { data: { attributes: { note: "x" } } };
  const made = await call(mock, `POST ${keys}`, { key: mock.accessToken, body });
  const login = { username: "ada@example.com", password: "correct horse battery staple" };
  const signedIn = await call(mock, "POST /oauth/token", { key: null, body: login });
  await call(mock, `GET /models?key=${mock.apiKey}`);
  const written = [JSON.stringify(mock.calls()), JSON.stringify(mock.har()), mock.jsonLines(), ...logged].join("\n");
  const { accessToken, refreshToken } = signedIn.body.data?.attributes ?? {};
  for (const secret of [
    mock.apiKey,
    mock.accessToken,
    made.body.meta?.secretKey,
    accessToken,
    refreshToken,
    login.password,
  ]) {
    expect(written.includes(String(secret)), `${secret} was written down`).toBe(false);
  }
  expect(written).toContain("ada@example.com");
});

test("the banner's commands and the environment name credentials that work", async () => {
  const mock = await make();
  for (const [, command] of mock.banner("http://127.0.0.1:4010").commands) {
    const [, path = ""] = /"http:\/\/127\.0\.0\.1:4010([^"]+)"/.exec(command) ?? [];
    const [, key = ""] = /Bearer ([^"]+)"/.exec(command) ?? [];
    const [, sent] = /-d '(.*)'/.exec(command) ?? [];
    const answer = await call(mock, `${sent ? "POST" : "GET"} ${path}`, { key, ...(sent && { body: sent }) });
    expect([command, answer.status]).toEqual([command, sent ? 201 : 200]);
  }
  expect(mock.environment("http://127.0.0.1:4010")).toEqual({
    TRAYLINX_API_KEY: mock.apiKey,
    TRAYLINX_BASE_URL: "http://127.0.0.1:4010",
    TRAYLINX_ACCESS_TOKEN: mock.accessToken,
    TRAYLINX_ORGANIZATION_ID: "org-northwind",
    TRAYLINX_PROJECT_ID: "project-assistant",
  });
});

test("what is not in the mock is named, with some that are", async () => {
  const mock = await make();
  expect(() => mock.tokens.create({ email: "lin@example.net" })).toThrow(
    'Nobody in this mock has the email "lin@example.net". Some who exist: ada@example.com, grace@example.org.',
  );
  expect(() => mock.projects.createKey({ projectId: "p" })).toThrow(
    'There is no project "p" in this mock. Some that exist: project-assistant, project-search.',
  );
  expect(() => mock.projects.create({ name: "x", organizationId: "o" })).toThrow(
    'There is no organisation "o" in this mock. Some that exist: org-northwind, org-contoso.',
  );
  expect(mock.organizations.create({ name: "Open" }).projects).toEqual([{ id: expect.any(String), name: "Main" }]);
  expect(mock.people.create({ email: "lin@example.net" }).email).toBe("lin@example.net");
  expect(mock.people.list()).toHaveLength(3);
});

test("the access token of a seed is the same whenever the mock is made", async () => {
  const tokens = await Promise.all(
    ["2026-01-01T00:00:00Z", "2027-05-06T07:08:09Z"].map(
      async (now) => (await createMock({ api: "traylinx", seed: 1, now })).accessToken,
    ),
  );
  expect(tokens[0]).toBe(tokens[1]);
});
