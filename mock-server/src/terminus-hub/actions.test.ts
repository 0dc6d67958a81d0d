// What people do in the web app, done by a test.
import { expect, test } from "vitest";
import { call } from "../../test/calling.js";
import { createMock, type Mock } from "../index.js";

async function draft(mock: Mock): Promise<string> {
  const { body } = await call(mock, "GET /api/v1/workspaces");
  const rows = [{ data: { utm_source: "a" } }, { data: { utm_source: "b" } }];
  const made = await call(mock, "POST /api/v1/submissions", {
    body: { workspace_id: body.items?.[0]?.id, taxonomy_id: mock.taxonomies.list()[0]?.id, rows },
  });
  return String(made.body.id);
}

const statusOf = async (mock: Mock, id: string): Promise<unknown> => {
  const { body } = await call(mock, "GET /api/v1/submissions");
  return (body.items as unknown as readonly { id: string; status: string }[]).find((each) => each.id === id)?.status;
};

test("an approved submission's rows become active records with Terminus IDs, and approval is final", async () => {
  const mock = await createMock({ seed: 1 });
  const id = await draft(mock);
  const records = mock.submissions.approve(id);
  expect(records).toHaveLength(2);
  expect(await statusOf(mock, id)).toBe("approved");
  const { body } = await call(mock, `GET /api/v1/records/${records[0]}`);
  expect(body).toMatchObject({
    status: "active",
    data: { utm_source: "a" },
    terminus_id: expect.stringMatching(/^trm0/),
  });
  expect(() => mock.submissions.approve(id)).toThrow(
    /is approved, so it cannot become approved: it would have to be draft or in_review/,
  );
  expect(() => mock.submissions.reject(id)).toThrow(/is approved/);
});

test("with review on, a draft goes through review before it is approved", async () => {
  const mock = await createMock({ seed: 1 });
  mock.accounts.setReview(true);
  const id = await draft(mock);
  expect(() => mock.submissions.approve(id)).toThrow(/is draft.*would have to be in_review/);
  mock.submissions.submit(id);
  expect(await statusOf(mock, id)).toBe("in_review");
  expect(mock.submissions.approve(id)).toHaveLength(2);
});

test("submissions are rejected and cancelled", async () => {
  const mock = await createMock({ seed: 1 });
  const [rejected, cancelled] = [await draft(mock), await draft(mock)];
  mock.submissions.reject(rejected);
  mock.submissions.cancel(cancelled);
  expect([await statusOf(mock, rejected), await statusOf(mock, cancelled)]).toEqual(["rejected", "cancelled"]);
});

test("a record is archived, then deleted: it changes its status, then it is not found and not listed", async () => {
  const mock = await createMock({ seed: 1 });
  const { body } = await call(mock, "GET /api/v1/records?limit=1&status=active");
  const id = String(body.items?.[0]?.id);
  mock.records.archive(id);
  expect((await call(mock, `GET /api/v1/records/${id}`)).body.status).toBe("archived");
  mock.records.delete(id);
  expect((await call(mock, `GET /api/v1/records/${id}`)).status).toBe(404);
  expect((await call(mock, "GET /api/v1/records?limit=1")).body.total_count).toBe(341);
});

test("a new account has one workspace named Main, and its key opens it alone", async () => {
  const mock = await createMock({ seed: 1 });
  const { apiKey, id } = mock.accounts.create({ name: "Second", plan: "enterprise" });
  const { body } = await call(mock, "GET /api/v1/workspaces", { key: apiKey });
  expect(body).toMatchObject({ items: [{ name: "Main", description: null }], total_count: 1 });
  expect(mock.accounts.list()).toContainEqual({ id, name: "Second", plan: "enterprise", review: false });
  const more = mock.accounts.createKey({ name: "More", account: id });
  expect((await call(mock, "GET /api/v1/api_keys", { key: more.key })).body.total_count).toBe(2);
});

test("an account changes its plan, its review, or both", async () => {
  const mock = await createMock({ seed: 1 });
  const [first] = mock.accounts.list();
  const id = String(first?.id);
  mock.accounts.change({ id, plan: "business" });
  mock.accounts.change({ id, review: true });
  expect(mock.accounts.list()[0]).toMatchObject({ plan: "business", review: true });
  mock.accounts.change({ id, plan: "free", review: false });
  expect(mock.accounts.list()[0]).toMatchObject({ plan: "free", review: false });
});

test("an id that does not exist is told, with some that do", async () => {
  const mock = await createMock({ seed: 1 });
  expect(() => mock.records.delete("nope")).toThrow(/There is no record "nope" in this mock. Some that exist: /);
  expect(() => mock.submissions.reject("nope")).toThrow(/There is no submission "nope"/);
  expect(() => mock.accounts.setPlan("free", "nope")).toThrow(/There is no account "nope"/);
  const empty = await createMock({ preset: "empty" });
  expect(() => empty.submissions.reject("nope")).toThrow(/There is none/);
});

test("an emptied account has no taxonomy", async () => {
  const mock = await createMock({ preset: "empty" });
  expect(mock.taxonomies.list()).toEqual([]);
  expect(mock.banner("http://x").facts).toContainEqual(["taxonomy_id", "none in this preset"]);
});
