// What the SDK really sends, judged by the emitted document: every operation, with every parameter it has.
import { createMock, type Mock } from "@terminus-hub/mock-server";
import { TerminusHub } from "@terminus-hub/sdk";
import { createJudge } from "@terminus-hub/spec/judge";
import document from "@terminus-hub/spec/openapi/terminus-hub.json" with { type: "json" };
import { afterAll, beforeAll, expect, test } from "vitest";

const judge = createJudge(document);
const sent: { operationId: string | undefined; problems: readonly string[] }[] = [];
let mock: Mock;
let hub: TerminusHub;

beforeAll(async () => {
  mock = await createMock({ seed: 1, rateLimit: false });
  hub = new TerminusHub({
    apiKey: mock.apiKey,
    baseUrl: mock.baseUrl,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.clone().text();
      const { method, url, headers } = request;
      sent.push(judge.request({ method, url, headers, ...(text && { body: JSON.parse(text) as unknown }) }));
      return mock.fetch(request);
    },
  });
});
afterAll(() => mock.close());

test("every request of every operation conforms to the document", async () => {
  const { items: workspaces } = await hub.workspaces.list({ page: 1, limit: 2 });
  const workspace = await hub.workspaces.get(workspaces[0]?.id ?? "");
  await hub.governanceModels.list({ limit: 1 });
  const [submission] = await hub.submissions.list().toArray({ max: 1 });
  const taxonomyId = submission?.taxonomy_id ?? "";
  await hub.submissions.list({ workspace_id: workspace.id, taxonomy_id: taxonomyId });
  await hub.submissions.create({
    workspace_id: submission?.workspace_id ?? "",
    taxonomy_id: taxonomyId,
    rows: [{ data: { utm_source: "newsletter", note: 'ü \u{1F511} "quoted"' } }],
  });
  const { items: records } = await hub.records.list({
    status: "active",
    workspace_id: workspace.id,
    page: 1,
    limit: 1,
  });
  await hub.records.get(records[0]?.id ?? "");
  const created = await hub.apiKeys.create({ name: "CI & <pipeline> / ünïcode" });
  await hub.apiKeys.list({ page: 1, limit: 10_000 });
  await hub.apiKeys.delete(created.id);

  expect(sent.flatMap(({ problems }) => problems)).toEqual([]);
  const operations = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect([...new Set(sent.map(({ operationId }) => operationId))].sort()).toEqual(operations.sort());
});

test("every request of an iteration conforms too", async () => {
  const before = sent.length;
  const records = await hub.records.list({ limit: 50 }).toArray({ max: 10_000 });
  expect(sent.length - before).toBe(Math.ceil(records.length / 50));
  expect(sent.slice(before).flatMap(({ problems }) => problems)).toEqual([]);
});
