// The actions of this API, as methods of the mock and as routes of its control plane.
import { expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { control } from "../../test/controlling.js";
import { createMock } from "../index.js";

test("people, organisations, projects, keys and tokens are made", async () => {
  const mock = await createMock({ api: "traylinx", seed: 1, now: "2026-01-01T00:00:00Z" });
  const person = await control(mock, "POST /people", { email: "lin@example.net" });
  expect(person.body).toEqual({ id: expect.any(String), email: "lin@example.net" });
  const organization = await control(mock, "POST /organizations", { name: "New", members: ["lin@example.net"] });
  const { id: organizationId } = organization.body as { id: string };
  const project = await control(mock, "POST /projects", { name: "P", organizationId, models: ["own/model"] });
  const { id: projectId } = project.body as { id: string };
  const key = await control(mock, "POST /api-keys", { note: "n", organizationId, projectId, expiresIn: "1h" });
  const { id, secretKey } = key.body as { id: string; secretKey: string };
  expect((await call(mock, "GET /models", { key: secretKey })).body.data).toHaveLength(1);
  const token = await control(mock, "POST /tokens", { email: "lin@example.net" });
  const { accessToken } = token.body as { accessToken: string };
  const path = `/organizations/${organizationId}/projects/${projectId}/api_keys`;
  expect((await call(mock, `GET ${path}`, { key: accessToken })).text).toContain(id);
  expect((await call(mock, `GET ${path}`, { key: mock.accessToken })).status).toBe(404);
  expect((await control(mock, "GET /people")).body).toEqual({ people: mock.people.list() });
  expect((await control(mock, "GET /organizations")).body).toEqual({ organizations: mock.organizations.list() });
});
