// A key's expiry follows the mock's clock, and the refusal is the API's own, as a typed error.
import { createMock } from "@terminus-hub/mock-server";
import { AuthenticationError } from "@terminus-hub/sdk";
import { auditKeys } from "@terminus-hub/sdk/lifecycle";
import { Mutx, keyStore as mutxKeyStore, parseTime } from "@terminus-hub/sdk/mutx";
import { Termix, keyStore as termixKeyStore } from "@terminus-hub/sdk/termix";
import { Traylinx, keyStore as traylinxKeyStore } from "@terminus-hub/sdk/traylinx";
import { expect, test } from "vitest";

const frozen = { seed: 1, now: "2026-01-01T00:00:00Z" } as const;
const HOUR = 3_600_000;

const refusal = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );

test("Termix: a key that expires in an hour works until then, and is refused as expired from then on", async () => {
  await using mock = await createMock({ api: "termix", ...frozen });
  const termix = new Termix({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const { userId } = await termix.users.me();
  const expiresAt = new Date(mock.clock.now() + HOUR).toISOString();
  const created = await termix.apiKeys.create({ name: "brief", userId, expiresAt });
  expect(created.expiresAt).toBe(expiresAt);
  const brief = termix.withOptions({ apiKey: created.token });

  // Observed: the server refuses what lies before the present, so the very last millisecond is still good.
  mock.clock.advance("1h");
  expect((await brief.users.me()).userId).toBe(userId);
  mock.clock.advance(1);
  expect(await refusal(brief.users.me())).toMatchObject({ status: 401, message: "API key has expired" });
  mock.clock.advance("1h");
  const error = await refusal(brief.users.me());
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ message: "API key has expired" });
  expect(mock.calls({ status: 401 }).at(-1)?.why).toMatch(/expired 3600 s ago/);

  // The list still calls it active; the audit goes by the expiry.
  const listed = (await termix.apiKeys.list()).apiKeys.find(({ id }) => id === created.id);
  expect(listed?.isActive).toBe(true);
  const { findings } = await auditKeys(termixKeyStore(termix), { now: mock.clock.now() });
  expect(findings).toContainEqual(expect.objectContaining({ id: created.id, kind: "expired" }));
});

test("MUTX: a key that expires in two days is refused after them, in words that mislead", async () => {
  await using mock = await createMock({ api: "mutx", ...frozen });
  const mutx = new Mutx({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const created = await mutx.apiKeys.create({ name: "brief", expires_in_days: 2 });
  expect(parseTime(created.expires_at)?.toISOString()).toBe("2026-01-03T00:00:00.000Z");
  const brief = mutx.withOptions({ apiKey: created.key });

  mock.clock.advance(48 * HOUR - 1);
  expect((await brief.agents.list({ limit: 1 })).items).toHaveLength(1);
  mock.clock.advance(1);
  const error = await refusal(brief.agents.list());
  expect(error).toBeInstanceOf(AuthenticationError);
  // The key travels in X-API-Key, and the server misses the other header.
  expect(error).toMatchObject({ status: 401, message: "Missing authorization header" });
  expect(mock.calls({ status: 401 }).at(-1)?.why).toMatch(/the key expired 0 s ago/);
  const asBearer = await refusal(mutx.withOptions({ accessToken: created.key }).agents.list());
  expect(asBearer).toMatchObject({ name: "AuthenticationError", message: "Invalid or expired token" });

  const { findings } = await auditKeys(mutxKeyStore(mutx), { now: mock.clock.now() });
  expect(findings).toContainEqual(expect.objectContaining({ id: created.id, kind: "expired" }));
});

test("Traylinx: a key that expires in an hour opens models until then, and nothing from then on", async () => {
  await using mock = await createMock({ api: "traylinx", ...frozen });
  const { organizationId, projectId, accessToken } = mock;
  const traylinx = new Traylinx({ accessToken, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const expiresAt = new Date(mock.clock.now() + HOUR).toISOString();
  const attributes = { note: "brief", expiresAt };
  const { data, meta } = await traylinx.apiKeys.create(organizationId, projectId, { data: { attributes } });
  expect(data.attributes.expiresAt).toBe(expiresAt);
  const brief = traylinx.withOptions({ apiKey: meta.secretKey });

  mock.clock.advance(HOUR - 1);
  expect((await brief.models.list()).data.length).toBeGreaterThan(0);
  mock.clock.advance("1h");
  const error = await refusal(brief.models.list());
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ status: 401, message: "Invalid API key" });
  expect(mock.calls({ status: 401 }).at(-1)?.why).toMatch(/the key expired 3600 s ago/);

  const keys = traylinxKeyStore(traylinx, { organizationId, projectId });
  const { findings } = await auditKeys(keys, { now: mock.clock.now() });
  expect(findings).toContainEqual(expect.objectContaining({ id: data.id, kind: "expired" }));
});

test("Traylinx: an access token that has expired is refused in management's own words", async () => {
  await using mock = await createMock({ api: "traylinx", ...frozen });
  const { organizationId, projectId } = mock;
  const accessToken = mock.tokens.create({ expiresIn: "1h" });
  const traylinx = new Traylinx({ accessToken, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  await traylinx.apiKeys.list(organizationId, projectId);
  mock.clock.advance("2h");
  const error = await refusal(traylinx.apiKeys.list(organizationId, projectId));
  expect(error).toMatchObject({ name: "AuthenticationError", message: "Invalid access token" });
});
