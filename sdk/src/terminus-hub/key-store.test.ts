// The key store of Terminus Hub: its keys as rotation and audit see them.
import { expect, test } from "vitest";
import { bodyOf, KeyServer, lastPart, type ServerKey, type ServerKeySeed } from "../../test/key-server.js";
import { json, stubFetch } from "../../test/stub-fetch.js";
import { keyStore, TerminusHub } from "../index.js";
import { auditKeys, rotateKey } from "../lifecycle/index.js";

const wire = ({ id, label, createdAt, lastUsedAt }: ServerKey) => ({
  id,
  name: label,
  created_at: createdAt,
  last_used_at: lastUsedAt,
});

function hubOf(...seeds: ServerKeySeed[]) {
  const server = new KeyServer((id) => `thub_${id.padEnd(32, "0")}`, ...seeds);
  const { fetch, sent } = stubFetch((request) => {
    if (!server.knows(request)) return json(401, { error: { message: "Invalid API key" } });
    if (request.method === "GET") {
      return { items: server.keys.map(wire), has_more: false, total_count: server.keys.length };
    }
    if (request.method === "DELETE")
      return new Response(null, { status: server.remove(lastPart(request)) ? 204 : 404 });
    const key = server.make({ label: bodyOf<{ name: string }>(request).name });
    return json(201, { ...wire(key), key: key.secret });
  });
  return { server, sent, hub: new TerminusHub({ apiKey: server.secretOf("old"), fetch }) };
}

test("the client's own key is replaced, its successor having the same name", async () => {
  const { hub, server, sent } = hubOf({ id: "old", label: "CI pipeline" });
  const secrets: string[] = [];
  await rotateKey(keyStore(hub), {
    id: "old",
    switchOver: (secret) => secrets.push(secret),
    verify: (secret) => hub.withOptions({ apiKey: secret }).apiKeys.list({ limit: 1 }),
  });
  expect(server.keys).toMatchObject([{ id: "new1", label: "CI pipeline" }]);
  expect(secrets).toEqual([server.secretOf("new1")]);
  expect(sent.at(-1)).toMatchObject({ method: "DELETE" });
  expect(sent.at(-1)?.headers.get("authorization")).toBe(`Bearer ${server.secretOf("new1")}`);
});

test("a key is read with its times, and says that it never expires", async () => {
  const { hub } = hubOf({ id: "old", lastUsedAt: "2025-12-02T00:00:00Z" });
  const [key] = await keyStore(hub).list();
  expect(key).toEqual({
    id: "old",
    name: "ci",
    note: null,
    createdAt: new Date("2025-12-01T00:00:00Z"),
    lastUsedAt: new Date("2025-12-02T00:00:00Z"),
    expiresAt: null,
    raw: expect.objectContaining({ id: "old" }),
  });
});

test("a new key holds its secret in one place only", async () => {
  const { hub } = hubOf({ id: "old" });
  const keys = keyStore(hub);
  const [like] = await keys.list();
  if (!like) throw new Error("There is a key.");
  const { key, secret } = await keys.create({ like, now: new Date() });
  expect(secret).toMatch(/^thub_/);
  expect(JSON.stringify(key)).not.toContain("thub_");
  expect(key.lastUsedAt).toBeNull();
});

test("an audit says what Terminus Hub cannot tell", async () => {
  const { hub } = hubOf({ id: "old" }, { id: "second" });
  const audit = await auditKeys(keyStore(hub), { now: "2026-01-01T00:00:00Z" });
  expect(audit.findings.map(({ id, kind }) => [id, kind])).toEqual([
    ["old", "never-used"],
    ["old", "duplicate-name"],
    ["second", "never-used"],
    ["second", "duplicate-name"],
  ]);
  expect(`${audit}`).toContain("Keys of Terminus Hub do not expire");
});
