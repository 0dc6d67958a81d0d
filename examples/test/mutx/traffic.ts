// Every operation of MUTX, called by its client with every parameter and field that the document has.
import { createMock } from "@terminus-hub/mock-server";
import { Mutx } from "@terminus-hub/sdk/mutx";
import { expect } from "vitest";
import { AWKWARD, frozen, type Traffic } from "../traffic.js";

export const traffic: Traffic = async (through) => {
  await using mock = await createMock({ api: "mutx", ...frozen, rateLimit: false });
  const mutx = new Mutx({ apiKey: mock.apiKey, fetch: through(mock) });
  const created = await mutx.apiKeys.create({ name: AWKWARD, expires_in_days: 30 });
  await mutx.apiKeys.list({ skip: 0, limit: 2 });
  expect((await mutx.apiKeys.list({ limit: 2 }).toArray()).length).toBeGreaterThan(2);
  await mutx.apiKeys.get(created.id);
  const { id } = await mutx.apiKeys.rotate(created.id);
  await mutx.apiKeys.delete(id);
  await mutx.agents.list({ skip: 0, limit: 2 });
  const password = "Correct-Horse-7!";
  await mutx.auth.register({ email: "new@example.com", name: AWKWARD, password });
  const { access_token } = await mutx.auth.login({ email: "ada@example.com", password });
  await mutx.withOptions({ accessToken: access_token }).auth.me();
};
