// A key of Termix expires by the mock's clock, and the refusal is the API's own, as a typed error.
import { createMock } from "@terminus-hub/mock-server";
import { AuthenticationError } from "@terminus-hub/sdk";
import { auditKeys } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Termix } from "@terminus-hub/sdk/termix";
import { expect, test } from "vitest";
import { refusal } from "../refusal.js";
import { frozen } from "../traffic.js";

const HOUR = 3_600_000;

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
  const { findings } = await auditKeys(keyStore(termix), { now: mock.clock.now() });
  expect(findings).toContainEqual(expect.objectContaining({ id: created.id, kind: "expired" }));
});
