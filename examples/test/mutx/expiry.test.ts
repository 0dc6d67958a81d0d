// A key of MUTX expires by the mock's clock, and the refusal is the API's own, as a typed error.
import { createMock } from "@terminus-hub/mock-server";
import { AuthenticationError } from "@terminus-hub/sdk";
import { auditKeys } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Mutx, parseTime } from "@terminus-hub/sdk/mutx";
import { expect, test } from "vitest";
import { refusal } from "../refusal.js";
import { frozen } from "../traffic.js";

const HOUR = 3_600_000;

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

  const { findings } = await auditKeys(keyStore(mutx), { now: mock.clock.now() });
  expect(findings).toContainEqual(expect.objectContaining({ id: created.id, kind: "expired" }));
});
