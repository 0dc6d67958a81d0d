// What the fuzz found, each as a test of its own.
import { describe, expect, test } from "vitest";
import { createMock } from "../../src/create-mock.js";

const create = (apiKey: string, body: string | Uint8Array<ArrayBuffer>): RequestInit => ({
  method: "POST",
  headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
  body,
});

describe("what the fuzz found", () => {
  test("a body over the limit, where the operation takes none, changes nothing about the answer", async () => {
    const mock = await createMock({ seed: 1 });
    await mock.fetch(`${mock.baseUrl}/api/v1/api_keys`, create(mock.apiKey, '{"name":"CI pipeline"}'));
    const [{ id } = { id: "" }] = mock.snapshot().state.accounts[0]?.api_keys ?? [];
    const answer = await mock.fetch(`${mock.baseUrl}/api/v1/api_keys/${id}`, {
      ...create(mock.apiKey, " ".repeat(1_048_577)),
      method: "DELETE",
    });
    expect(answer.status).toBe(204);
  });

  test("half a surrogate pair arrives as U+FFFD, as it would through a socket", async () => {
    const mock = await createMock({ seed: 1 });
    const answer = await mock.fetch(`${mock.baseUrl}/api/v1/api_keys`, create(mock.apiKey, '{"name":"\ud800"}'));
    expect(await answer.json()).toMatchObject({ name: "\ufffd" });
  });

  test.each(["text", "bytes"])("a byte order mark before a body that is sent as %s is no JSON", async (how) => {
    const mock = await createMock({ seed: 1 });
    const text = '\ufeff{"name":"CI pipeline"}';
    const body = how === "text" ? text : new TextEncoder().encode(text);
    const answer = await mock.fetch(`${mock.baseUrl}/api/v1/api_keys`, create(mock.apiKey, body));
    expect(answer.status).toBe(400);
  });

  test("a request that the plan refuses counts towards the limit, as everything that passes authentication", async () => {
    const mock = await createMock({ seed: 1, now: "2026-03-01T12:00:00Z", rateLimit: { limit: 1, window: "60s" } });
    const list = () =>
      mock.fetch(`${mock.baseUrl}/api/v1/workspaces`, { headers: { authorization: `Bearer ${mock.apiKey}` } });
    mock.accounts.setPlan("free");
    expect((await list()).status).toBe(403);
    mock.accounts.setPlan("professional");
    expect((await list()).status).toBe(429);
  });
});
