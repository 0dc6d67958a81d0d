// A busy day with Traylinx, full of secrets that must be nowhere afterwards.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, Traylinx } from "@terminus-hub/sdk/traylinx";
import { frozen, rotations, secretsSuite } from "../secrets-suite.js";

secretsSuite("traylinx", async (day) => {
  const mock = await createMock({ api: "traylinx", ...frozen, log: day.log });
  const { organizationId, projectId } = mock;
  const visitor = new Traylinx({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
  day.keep(mock.accessToken);
  const login = { username: "ada@example.com", password: day.keep("correct horse battery staple") };
  const { data: session } = await visitor.auth.login(login);
  day.keep(session.attributes.refreshToken ?? "");
  const traylinx = visitor.withOptions({ accessToken: day.keep(session.attributes.accessToken) });
  await day.fails(visitor.auth.login({ ...login, password: day.keep("not the Password of anybody") }));
  const make = (note: string) => traylinx.apiKeys.create(organizationId, projectId, { data: { attributes: { note } } });
  const { data, meta } = await make("CI");
  const other = traylinx.withOptions({ apiKey: day.keep(meta.secretKey), headers: { "x-debug": meta.secretKey } });
  await other.models.list();
  const careless = await make(`the key is ${meta.secretKey}`);
  await traylinx.apiKeys.delete(organizationId, projectId, careless.data.id);
  await day.fails(other.apiKeys.delete(organizationId, projectId, meta.secretKey));
  await day.fails(other.apiKeys.list(meta.secretKey, projectId));
  mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 330 });
  await day.fails(make("cut"));
  mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
  await day.fails(make("garbled"));
  await traylinx.apiKeys.delete(organizationId, projectId, data.id);
  await day.fails(other.models.list());
  const keys = keyStore(traylinx, { organizationId, projectId });
  await rotations(day, keys, mock, (secret) => traylinx.withOptions({ apiKey: secret }).models.list());
  day.clients.push(visitor, traylinx, other, keys);
  return mock;
});
