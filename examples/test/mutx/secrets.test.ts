// A busy day with MUTX, full of secrets that must be nowhere afterwards.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, Mutx } from "@terminus-hub/sdk/mutx";
import { frozen, rotations, secretsSuite } from "../secrets-suite.js";

secretsSuite("mutx", async (day) => {
  const mock = await createMock({ api: "mutx", ...frozen, rateLimit: false, log: day.log });
  const mutx = new Mutx({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
  const { id, key } = await mutx.apiKeys.create({ name: "CI" });
  const other = mutx.withOptions({ apiKey: day.keep(key), headers: { "x-debug": key } });
  await other.agents.list();
  mock.faults.add({ operationId: "createApiKey", times: 1, status: 500 });
  await day.fails(mutx.apiKeys.create({ name: `the key is ${key}` }));
  await day.fails(other.apiKeys.delete(key));
  const password = day.keep("A-Password-0f-one's own!");
  const registered = await mutx.auth.register({ email: "new@example.com", name: "New", password });
  for (const secret of [registered.access_token, registered.refresh_token]) day.keep(secret);
  const login = { email: "ada@example.com", password: day.keep("Correct-Horse-7!") };
  const { access_token, refresh_token } = await mutx.auth.login(login);
  day.keep(refresh_token);
  const person = mutx.withOptions({ accessToken: day.keep(access_token) });
  await person.auth.me();
  await day.fails(mutx.auth.login({ ...login, password: day.keep("not the Password of anybody") }));
  await day.fails(mutx.auth.register({ email: "no address", name: "x", password: day.keep("short-and-1ll-formed") }));
  mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 200 });
  await day.fails(mutx.apiKeys.create({ name: "cut" }));
  mock.faults.add({ operationId: "rotateApiKey", times: 1, malformed: true });
  await day.fails(mutx.apiKeys.rotate(id));
  await day.fails(other.agents.list());
  const keys = keyStore(person);
  await rotations(day, keys, mock, (secret) => mutx.withOptions({ apiKey: secret }).agents.list());
  day.clients.push(mutx, other, person, person.auth, keys);
  return mock;
});
