// Every operation of Traylinx, called by its client with every parameter and field that the document has.
import { createMock } from "@terminus-hub/mock-server";
import { Traylinx } from "@terminus-hub/sdk/traylinx";
import { AWKWARD, frozen, type Traffic } from "../traffic.js";

export const traffic: Traffic = async (through) => {
  await using mock = await createMock({ api: "traylinx", ...frozen });
  const { organizationId, projectId } = mock;
  const visitor = new Traylinx({ apiKey: mock.apiKey, fetch: through(mock) });
  const { data } = await visitor.auth.login(
    { username: "ada@example.com", password: "correct horse battery staple" },
    { headers: { "Api-Key": "an application's own" } },
  );
  const traylinx = visitor.withOptions({ accessToken: data.attributes.accessToken });
  const attributes = { note: AWKWARD, expiresAt: "2026-12-31T00:00:00Z" };
  const created = await traylinx.apiKeys.create(organizationId, projectId, { data: { attributes } });
  await traylinx.apiKeys.list(organizationId, projectId);
  await traylinx.apiKeys.delete(organizationId, projectId, created.data.id);
  await traylinx.models.list();
};
