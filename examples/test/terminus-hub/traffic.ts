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
  expect(workspace).toEqual(workspaces[0]);
  const { total_count: models } = await hub.governanceModels.list({ page: 1, limit: 1 });
  expect(await hub.governanceModels.list().toArray({ max: 100 })).toHaveLength(models);

  const [submission] = await hub.submissions.list().toArray({ max: 1 });
  const taxonomy_id = submission?.taxonomy_id ?? "";
  const workspace_id = submission?.workspace_id ?? "";
  await hub.submissions.list({ page: 1, limit: 10, workspace_id: workspace.id, taxonomy_id });
  const one = [{ data: { utm_source: "newsletter", note: AWKWARD } }];
  const several = [{ data: { utm_source: AWKWARD, budget: 12.5, nested: { a: [null, true] } } }, { data: {} }];
  for (const rows of [one, several]) {
    const created = await hub.submissions.create({ workspace_id, taxonomy_id, rows });
    expect([created.status, created.rows]).toEqual(["draft", rows]);
  }

  const all = { status: "active", workspace_id: workspace.id, page: 1, limit: 1 } as const;
  const { items: records } = await hub.records.list(all);
  await hub.records.list({ status: "archived", taxonomy_id });
  expect(await hub.records.get(records[0]?.id ?? "")).toEqual(records[0]);
  const { total_count: total } = await hub.records.list({ limit: 1 });
  expect(total).toBeGreaterThan(50);
  expect(await hub.records.list({ limit: 50 }, { prefetch: 2 }).toArray({ max: total + 1 })).toHaveLength(total);

  const created = await hub.apiKeys.create({ name: AWKWARD });
  await hub.withOptions({ apiKey: created.key }).workspaces.list();
  const names: string[] = [];
  for await (const { name } of hub.apiKeys.list({ limit: 2 })) names.push(name);
  expect(names).toContain(created.name);
  await hub.apiKeys.list({ page: 1, limit: 10_000 });
  await hub.apiKeys.delete(created.id);
};
