// Lists the keys of four APIs that deserve a look, because they are stale, never used, about to expire or unnamed.
// `npm run audit -w examples` runs it.
//
// Each API is a mock in this process, and its clock is moved to make keys old. For the real APIs, leave out the mock and
// `now`. `new TerminusHub()` reads the environment, and the time is the platform's.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, TerminusHub } from "@terminus-hub/sdk";
import { auditKeys, type KeyAudit } from "@terminus-hub/sdk/lifecycle";
import { Mutx, keyStore as mutxKeyStore } from "@terminus-hub/sdk/mutx";
import { Termix, keyStore as termixKeyStore } from "@terminus-hub/sdk/termix";
import { Traylinx, keyStore as traylinxKeyStore } from "@terminus-hub/sdk/traylinx";

const start = { preset: "empty", seed: 1, now: "2026-01-01T09:00:00Z" } as const;
/** These are also the defaults. */
const rules = { staleAfter: "30d", unusedAfter: "7d", expiresWithin: "7d" } as const;

async function auditTerminusHub(): Promise<KeyAudit> {
  await using mock = await createMock(start);
  const hub = new TerminusHub({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });

  const used = await hub.apiKeys.create({ name: "Campaign import" });
  await hub.withOptions({ apiKey: used.key }).workspaces.list();
  await hub.apiKeys.create({ name: "Trial of a colleague" });
  mock.clock.advance("45d");
  await hub.apiKeys.create({ name: "Campaign import" });

  return await auditKeys(keyStore(hub), { ...rules, now: mock.clock.now() });
}

async function auditTermix(): Promise<KeyAudit> {
  await using mock = await createMock({ api: "termix", ...start });
  const termix = new Termix({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const { userId } = await termix.users.me();

  const used = await termix.apiKeys.create({ name: "backup-script", userId });
  await termix.withOptions({ apiKey: used.token }).users.me();
  await termix.apiKeys.create({ name: "migration", userId, expiresAt: "2026-01-31" });
  await termix.apiKeys.create({ name: "ci-pipeline", userId, expiresAt: "2026-02-20T09:00:00Z" });
  mock.clock.advance("45d");

  return await auditKeys(termixKeyStore(termix, { userId }), { ...rules, now: mock.clock.now() });
}

async function auditMutx(): Promise<KeyAudit> {
  await using mock = await createMock({ api: "mutx", ...start });
  mock.accounts.setPlan("PRO");
  const mutx = new Mutx({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });

  const used = await mutx.apiKeys.create({ name: "Night watch" });
  await mutx.withOptions({ apiKey: used.key }).agents.list();
  await mutx.apiKeys.create({ name: "Trial", expires_in_days: 30 });
  await mutx.apiKeys.create({ name: "CI pipeline", expires_in_days: 50 });
  await mutx.apiKeys.create({ name: "" }); // nobody said what it is for
  mock.clock.advance("45d");

  return await auditKeys(mutxKeyStore(mutx), { ...rules, now: mock.clock.now() });
}

async function auditTraylinx(): Promise<KeyAudit> {
  await using mock = await createMock({ api: "traylinx", ...start });
  const { organizationId, projectId } = mock;
  const traylinx = new Traylinx({
    accessToken: mock.accessToken,
    baseUrl: mock.baseUrl,
    fetch: mock.fetch,
    clock: mock.clock,
  });
  const create = (attributes: { note?: string; expiresAt?: string }) =>
    traylinx.apiKeys.create(organizationId, projectId, { data: { attributes } });

  const used = await create({ note: "Nightly evaluation" });
  await traylinx.withOptions({ apiKey: used.meta.secretKey }).models.list();
  await create({}); // nobody wrote down what it is for
  await create({ note: "CI pipeline", expiresAt: "2026-02-20T09:00:00Z" });
  mock.clock.advance("45d");

  return await auditKeys(traylinxKeyStore(traylinx, { organizationId, projectId }), {
    ...rules,
    now: mock.clock.now(),
  });
}

for (const [api, audit] of [
  ["Terminus Hub", auditTerminusHub],
  ["Termix", auditTermix],
  ["MUTX", auditMutx],
  ["Traylinx", auditTraylinx],
] as const) {
  console.log(`${api}: ${await audit()}\n`);
}
