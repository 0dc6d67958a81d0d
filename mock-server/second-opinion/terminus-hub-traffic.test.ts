// Every operation of Terminus Hub, called by the SDK with valid input: Prism may refuse nothing, and note nothing.
import { createMock } from "@terminus-hub/mock-server";
import { TerminusHub } from "@terminus-hub/sdk";
import document from "@terminus-hub/spec/openapi/terminus-hub.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judged } from "./judged.js";

let session: Awaited<ReturnType<typeof judged>>;
let hub: TerminusHub;

beforeAll(async () => {
  const mock = await createMock({ api: "terminus-hub", seed: 1, rateLimit: false });
  session = await judged("terminus-hub", mock, document);
  hub = new TerminusHub({ apiKey: mock.apiKey, ...session.options });
});
afterAll(() => session.end());

describe("the Terminus Hub client's requests, and the mock's answers to them", () => {
  test("workspaces", async () => {
    const { items } = await hub.workspaces.list({ page: 1, limit: 2 });
    await hub.workspaces.list();
    expect(await hub.workspaces.get(items[0]?.id ?? "")).toEqual(items[0]);
  });

  test("governance models", async () => {
    const { total_count: total } = await hub.governanceModels.list({ limit: 1 });
    expect(await hub.governanceModels.list().toArray({ max: 100 })).toHaveLength(total);
  });

  test("submissions, with every filter, one row and several", async () => {
    const [known] = await hub.submissions.list().toArray({ max: 1 });
    const place = { workspace_id: known?.workspace_id ?? "", taxonomy_id: known?.taxonomy_id ?? "" };
    await hub.submissions.list({ ...place, page: 1, limit: 10 });
    const one = await hub.submissions.create({ ...place, rows: [{ data: { utm_source: "newsletter" } }] });
    const rows = [
      { data: { utm_source: 'ü \u{1F511} "quoted"', budget: 12.5, nested: { a: [null, true] } } },
      { data: {} },
    ];
    const several = await hub.submissions.create({ ...place, rows });
    expect([one.status, several.rows]).toEqual(["draft", rows]);
  });

  test("records, with every filter, one by one and page by page", async () => {
    const { items } = await hub.records.list({ status: "active", page: 1, limit: 5 });
    const { id, ...record } = await hub.records.get(items[0]?.id ?? "");
    expect({ id, ...record }).toEqual(items[0]);
    const [workspace] = await hub.workspaces.list().toArray({ max: 1 });
    await hub.records.list({ workspace_id: workspace?.id ?? "", status: "archived" });
    const [submission] = await hub.submissions.list().toArray({ max: 1 });
    await hub.records.list({ taxonomy_id: submission?.taxonomy_id ?? "" });
    const { total_count: total } = await hub.records.list({ limit: 1 });
    expect(await hub.records.list({ limit: 50 }, { prefetch: 2 }).toArray({ max: total + 1 })).toHaveLength(total);
  });

  test("API keys: made, used, listed to the end, deleted", async () => {
    const created = await hub.apiKeys.create({ name: "CI & <pipeline> / ünïcode" });
    await hub.withOptions({ apiKey: created.key }).workspaces.list();
    const names: string[] = [];
    for await (const { name } of hub.apiKeys.list({ limit: 2 })) names.push(name);
    expect(names).toContain(created.name);
    await hub.apiKeys.list({ page: 1, limit: 10_000 });
    await hub.apiKeys.delete(created.id);
  });

  test("are all the operations there are", () => {
    expect(session.uncalled()).toEqual([]);
  });

  test("have no violation, not even a warning", () => {
    expect(session.violations()).toEqual([]);
  });
});
