// A busy day with Terminus Hub, full of secrets that must be nowhere afterwards.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, TerminusHub } from "@terminus-hub/sdk";
import { frozen, rotations, secretsSuite } from "../secrets-suite.js";

secretsSuite("terminus-hub", async (day) => {
  const mock = await createMock({ ...frozen, rateLimit: false, log: day.log });
  const hub = new TerminusHub({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
  const { id, key } = await hub.apiKeys.create({ name: "CI" });
  const other = hub.withOptions({ apiKey: day.keep(key), headers: { "x-debug": key } });
  await other.workspaces.list();
  await hub.apiKeys.delete((await hub.apiKeys.create({ name: `the key is ${key}` })).id);
  await day.fails(other.apiKeys.delete(key));
  await day.fails(other.records.get(key));
  await other.records.list({ workspace_id: key }).safe();
  const cookie = await mock.sessions.create();
  day.keep(cookie.split("=")[1] ?? "");
  await mock.fetch(`${mock.baseUrl}/api/v1/api_keys`, { headers: { cookie } });
  mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 120 });
  await day.fails(hub.apiKeys.create({ name: "cut" }));
  mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
  await day.fails(hub.apiKeys.create({ name: "garbled" }));
  await hub.apiKeys.delete(id);
  await day.fails(other.workspaces.list());
  await rotations(day, keyStore(hub), mock, (secret) => hub.withOptions({ apiKey: secret }).workspaces.list());
  day.clients.push(hub, other, hub.apiKeys, other.workspaces.list().safe(), keyStore(hub));
  return mock;
});
