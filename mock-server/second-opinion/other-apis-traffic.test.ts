// Every operation of the three other APIs, called by their clients with valid input: Prism may refuse nothing, and note nothing.
import { createMock } from "@terminus-hub/mock-server";
import { Mutx } from "@terminus-hub/sdk/mutx";
import { Termix } from "@terminus-hub/sdk/termix";
import { Traylinx } from "@terminus-hub/sdk/traylinx";
import mutxDocument from "@terminus-hub/spec/openapi/mutx.json" with { type: "json" };
import termixDocument from "@terminus-hub/spec/openapi/termix.json" with { type: "json" };
import traylinxDocument from "@terminus-hub/spec/openapi/traylinx.json" with { type: "json" };
import { expect, test } from "vitest";
import { judged } from "./judged.js";

test("the Termix client calls every operation without a violation", async () => {
  const mock = await createMock({ api: "termix", seed: 1 });
  const session = await judged("termix", mock, termixDocument);
  try {
    const admin = new Termix({ apiKey: mock.apiKey, ...session.options });
    await admin.health.get();
    const { userId } = await admin.users.me();
    await admin.users.list({ search: "a", limit: 2, offset: 0 }).toArray({ max: 10 });
    const created = await admin.apiKeys.create({ name: "ci-pipeline", userId, expiresAt: "2099-12-31" });
    await admin.withOptions({ apiKey: created.token }).users.me();
    await admin.apiKeys.list();
    await admin.apiKeys.delete(created.id);
    const password = "correct horse battery staple";
    await admin.users.create({ username: "new-user", password });
    const person = new Termix(session.options);
    await person.auth.login({ username: "new-user", password });
    await person.users.me();
    await person.auth.logout();
    expect(session.violations()).toEqual([]);
    expect(session.uncalled()).toEqual([]);
  } finally {
    await session.end();
  }
});

test("the MUTX client calls every operation without a violation", async () => {
  const mock = await createMock({ api: "mutx", seed: 1, rateLimit: false });
  const session = await judged("mutx", mock, mutxDocument);
  try {
    const visitor = new Mutx(session.options);
    const person = { email: "grace@example.com", password: "Correct-Horse-7!" };
    await visitor.auth.register({ ...person, name: "Grace" });
    await visitor.auth.login(person);
    const account = new Mutx({ apiKey: mock.apiKey, ...session.options });
    await account.auth.me();
    const created = await account.apiKeys.create({ name: "GitHub Actions", expires_in_days: 30 });
    await account.apiKeys.get(created.id);
    const { id } = await account.apiKeys.rotate(created.id);
    await account.apiKeys.list({ skip: 0, limit: 1 }).toArray({ max: 10 });
    await account.apiKeys.delete(id);
    await account.agents.list({ skip: 0, limit: 1 }).toArray({ max: 10 });
    expect(session.violations()).toEqual([]);
    expect(session.uncalled()).toEqual([]);
  } finally {
    await session.end();
  }
});

test("the Traylinx client calls every operation without a violation", async () => {
  const mock = await createMock({ api: "traylinx", seed: 1 });
  const session = await judged("traylinx", mock, traylinxDocument);
  try {
    const { organizationId, projectId } = mock;
    const visitor = new Traylinx(session.options);
    await visitor.auth.login({ username: "ada@example.com", password: "correct horse battery staple" });
    const person = visitor.withOptions({ accessToken: mock.accessToken, apiKey: mock.apiKey });
    await person.models.list();
    const attributes = { note: "GitHub Actions deploy", expiresAt: "2099-12-31" };
    const { data } = await person.apiKeys.create(organizationId, projectId, { data: { attributes } });
    await person.apiKeys.list(organizationId, projectId);
    await person.apiKeys.delete(organizationId, projectId, data.id);
    expect(session.violations()).toEqual([]);
    expect(session.uncalled()).toEqual([]);
  } finally {
    await session.end();
  }
});
