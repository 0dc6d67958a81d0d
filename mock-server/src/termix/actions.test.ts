// The actions of this API, as methods of the mock and as routes of its control plane.
import { expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { control } from "../../test/controlling.js";
import { createMock } from "../index.js";

const make = () => createMock({ api: "termix", seed: 1, now: "2026-01-01T00:00:00Z" });
const ME = "GET /users/me";

test("users are made, changed and deleted, and their keys and sessions follow", async () => {
  const mock = await make();
  const made = await control(mock, "POST /users", { username: "lin", password: "open sesame" });
  expect(made).toEqual({ status: 200, body: { userId: expect.any(String), username: "lin", isAdmin: false } });
  const { body } = await control(mock, "POST /api-keys", { name: "k", username: "lin", expiresIn: "1h" });
  const key = (body as { token: string }).token;
  expect((await call(mock, "GET /users/api-keys", { key })).status).toBe(403);
  expect((await control(mock, "PUT /users/lin", { isAdmin: true })).status).toBe(204);
  expect((await call(mock, "GET /users/api-keys", { key })).status).toBe(200);
  expect((await control(mock, "DELETE /users/lin")).status).toBe(204);
  expect((await call(mock, ME, { key })).status).toBe(401);
  expect((await control(mock, "GET /users")).body).toEqual({ users: mock.users.list() });
  expect(await control(mock, "DELETE /users/lin")).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining('There is no user "lin" in this mock.') } },
  });
});

test("sessions are opened and ended", async () => {
  const mock = await make();
  const { body } = await control(mock, "POST /sessions", {});
  const { cookie } = body as { cookie: string };
  expect((await call(mock, ME, { cookie })).body.username).toBe("admin");
  expect((await control(mock, "DELETE /sessions/admin")).status).toBe(204);
  expect((await call(mock, ME, { cookie })).status).toBe(401);
});

test("logins are locked and unlocked", async () => {
  const mock = await make();
  const login = () =>
    call(mock, "POST /users/login", {
      key: null,
      body: { username: "maria", password: "correct horse battery staple" },
    });
  expect((await control(mock, "PUT /logins/maria", { left: 0 })).status).toBe(204);
  expect((await login()).status).toBe(429);
  expect((await control(mock, "DELETE /logins/maria")).status).toBe(204);
  expect((await login()).status).toBe(200);
});
