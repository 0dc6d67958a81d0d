// A busy day with Termix, full of secrets that must be nowhere afterwards.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, Termix } from "@terminus-hub/sdk/termix";
import { frozen, rotations, secretsSuite } from "../secrets-suite.js";

secretsSuite("termix", async (day) => {
  const mock = await createMock({ api: "termix", ...frozen, log: day.log });
  const termix = new Termix({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
  const { userId } = await termix.users.me();
  const { id, token } = await termix.apiKeys.create({ name: "CI", userId });
  const other = termix.withOptions({ apiKey: day.keep(token), headers: { "x-debug": token } });
  await other.users.list({ search: token });
  await termix.apiKeys.delete((await termix.apiKeys.create({ name: `the key is ${token}`, userId })).id);
  await day.fails(other.apiKeys.delete(token));
  const password = day.keep("a Password of one's own: ünique");
  await termix.users.create({ username: "new", password });
  await day.fails(termix.auth.login({ username: "new", password: day.keep("not the Password of anybody") }));
  const visitor = termix.withOptions({ apiKey: mock.apiKey });
  const headers = { "X-Electron-App": "true" };
  const { token: session } = await visitor.auth.login({ username: "new", password }, { headers });
  day.keep(session ?? "");
  await visitor.users.me();
  day.keep((await mock.sessions.create()).split("=")[1] ?? "");
  mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 230 });
  await day.fails(termix.apiKeys.create({ name: "cut", userId }));
  mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
  await day.fails(termix.apiKeys.create({ name: "garbled", userId }));
  await termix.apiKeys.delete(id);
  await day.fails(other.users.me());
  const keys = keyStore(termix, { userId });
  await rotations(day, keys, mock, (secret) => termix.withOptions({ apiKey: secret }).users.me());
  day.clients.push(termix, other, visitor, visitor.auth, keys);
  return mock;
});
