// The actions of this API, as methods of the mock and as routes of its control plane.
import { expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { control } from "../../test/controlling.js";
import { createMock } from "../index.js";

const make = () => createMock({ api: "mutx", seed: 1, now: "2026-01-01T00:00:00Z" });

test("accounts are made and change their plan", async () => {
  const mock = await make();
  const made = await control(mock, "POST /accounts", { email: "lin@example.net", plan: "STARTER" });
  const { id, apiKey } = made.body as { id: string; apiKey: string };
  expect((await call(mock, "GET /auth/me", { key: apiKey })).body.plan).toBe("STARTER");
  expect((await control(mock, `PUT /accounts/${id}`, { plan: "ENTERPRISE" })).status).toBe(204);
  expect((await call(mock, "GET /auth/me", { key: apiKey })).body.plan).toBe("ENTERPRISE");
  expect((await control(mock, "GET /accounts")).body).toEqual({ accounts: mock.accounts.list() });
  expect((await control(mock, "PUT /accounts/nowhere", { plan: "PRO" })).status).toBe(400);
  expect(() => mock.accounts.setPlan("PRO", "nowhere")).toThrow('There is no account "nowhere" in this mock.');
});

test("keys and tokens are handed out", async () => {
  const mock = await make();
  const key = await control(mock, "POST /api-keys", { name: "k", expiresIn: "1h" });
  const token = await control(mock, "POST /tokens", { expiresIn: "1h" });
  const secrets = [(key.body as { key: string }).key, (token.body as { accessToken: string }).accessToken];
  for (const secret of secrets) expect((await call(mock, "GET /agents", { key: secret })).status).toBe(200);
  mock.clock.advance("2h");
  for (const secret of secrets) expect((await call(mock, "GET /agents", { key: secret })).status).toBe(401);
});
