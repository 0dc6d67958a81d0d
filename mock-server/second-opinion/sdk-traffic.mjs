// Every operation of the API, called by the SDK with valid input.

/** @param {import("@terminus-hub/sdk").TerminusHub} hub */
export async function callEverything(hub) {
  const { items: workspaces } = await hub.workspaces.list({ page: 1, limit: 2 });
  const workspace = await hub.workspaces.get(workspaces[0].id);
  await hub.workspaces.list();
  await hub.governanceModels.list({ limit: 1 });
  await hub.governanceModels.list().toArray();

  const [known] = await hub.submissions.list().toArray({ max: 1 });
  const { workspace_id, taxonomy_id } = known;
  await hub.submissions.list({ workspace_id, taxonomy_id, page: 1, limit: 10 });
  await hub.submissions.create({ workspace_id, taxonomy_id, rows: [{ data: { utm_source: "newsletter" } }] });
  const rows = [{ data: { utm_source: 'ü \u{1F511} "quoted"', budget: 12.5 } }, { data: {} }];
  await hub.submissions.create({ workspace_id, taxonomy_id, rows });

  const { items: records } = await hub.records.list({
    workspace_id: workspace.id,
    status: "active",
    page: 1,
    limit: 5,
  });
  await hub.records.list({ taxonomy_id, status: "archived" });
  await hub.records.get(records[0].id);
  await hub.records.list({ limit: 50 }, { prefetch: 2 }).toArray();

  const created = await hub.apiKeys.create({ name: "CI & <pipeline> / ünïcode" });
  await hub.apiKeys.list({ page: 1, limit: 10_000 });
  await hub.withOptions({ apiKey: created.key }).workspaces.list();
  for await (const page of hub.apiKeys.list({ limit: 2 }).pages()) if (page.items.length === 0) break;
  await hub.apiKeys.delete(created.id);
}
