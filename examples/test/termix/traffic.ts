// Every operation of Termix, called by its client with every parameter and field that the document has.
import { createMock } from "@terminus-hub/mock-server";
import { Termix } from "@terminus-hub/sdk/termix";
import { expect } from "vitest";
import { AWKWARD, frozen, type Traffic } from "../traffic.js";

export const traffic: Traffic = async (through) => {
  await using mock = await createMock({ api: "termix", ...frozen });
  const termix = new Termix({ baseUrl: "https://termix.example.com", apiKey: mock.apiKey, fetch: through(mock) });
  await termix.health.get();
  const { userId } = await termix.users.me();
  await termix.users.list({ search: AWKWARD, limit: 1, offset: 0 });
  expect((await termix.users.list({ limit: 2 }).toArray()).length).toBeGreaterThan(2);
  const created = await termix.apiKeys.create({ name: AWKWARD, userId, expiresAt: "2026-12-31T00:00:00Z" });
  await termix.apiKeys.list();
  await termix.apiKeys.delete(created.id);
  const password = "correct horse battery staple";
  await termix.users.create({ username: "new", password });
  // A session in the cookie, in place of the key.
  const visitor = termix.withOptions({ apiKey: mock.apiKey });
  const headers = { "X-Electron-App": "true" };
  await visitor.auth.login({ username: "new", password, rememberMe: true }, { headers });
  await visitor.users.me();
  await visitor.auth.logout();
};
