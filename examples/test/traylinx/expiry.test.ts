// A key of Traylinx expires by the mock's clock, and the refusal is the API's own, as a typed error.
import { createMock } from "@terminus-hub/mock-server";
import { AuthenticationError } from "@terminus-hub/sdk";
import { auditKeys } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Traylinx } from "@terminus-hub/sdk/traylinx";
import { expect, test } from "vitest";
import { refusal } from "../refusal.js";
import { frozen } from "../traffic.js";

const HOUR = 3_600_000;

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

  const keys = keyStore(traylinx, { organizationId, projectId });
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
