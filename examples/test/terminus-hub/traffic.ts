// Every operation of Terminus Hub, called by its client with every parameter and field that the document has.
import { createMock } from "@terminus-hub/mock-server";
import { TerminusHub } from "@terminus-hub/sdk";
import { expect } from "vitest";
import { AWKWARD, frozen, type Traffic } from "../traffic.js";

export const traffic: Traffic = async (through) => {
  await using mock = await createMock({ ...frozen, rateLimit: false });
  const hub = new TerminusHub({ apiKey: mock.apiKey, fetch: through(mock) });
  const { items: workspaces } = await hub.workspaces.list({ page: 1, limit: 2 });
  const workspace = await hub.workspaces.get(workspaces[0]?.id ?? "");
  await hub.governanceModels.list({ page: 1, limit: 1 });
  const [submission] = await hub.submissions.list().toArray({ max: 1 });
  const taxonomy_id = submission?.taxonomy_id ?? "";
  const workspace_id = submission?.workspace_id ?? "";
  await hub.submissions.list({ page: 1, limit: 10, workspace_id: workspace.id, taxonomy_id });
  const rows = [{ data: { utm_source: "newsletter", note: AWKWARD } }];
  await hub.submissions.create({ workspace_id, taxonomy_id, rows });
  const all = { status: "active", workspace_id: workspace.id, page: 1, limit: 1 } as const;
  const { items: records } = await hub.records.list(all);
  await hub.records.list({ taxonomy_id });
  await hub.records.get(records[0]?.id ?? "");
  const created = await hub.apiKeys.create({ name: AWKWARD });
  await hub.apiKeys.list({ page: 1, limit: 10_000 });
  await hub.apiKeys.delete(created.id);
  expect((await hub.records.list({ limit: 50 }).toArray({ max: 10_000 })).length).toBeGreaterThan(50);
};
