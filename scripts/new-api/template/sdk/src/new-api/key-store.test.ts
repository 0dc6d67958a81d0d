// The key store of New Api: its keys as rotation and audit see them.
import { expect, test } from "vitest";
import { bodyOf, KeyServer, lastPart, type ServerKey, type ServerKeySeed } from "../../test/key-server.js";
import { json, stubFetch } from "../../test/stub-fetch.js";
import { rotateKey } from "../lifecycle/index.js";
import { keyStore, NewApi } from "./index.js";

const wire = ({ id, label, createdAt, lastUsedAt }: ServerKey) => ({
  id,
  name: label,
  created_at: createdAt,
  last_used_at: lastUsedAt,
});

function newApiOf(...seeds: ServerKeySeed[]) {
  const server = new KeyServer((id) => `newapi_${id.padEnd(32, "0")}`, ...seeds);
  const { fetch } = stubFetch((request) => {
    if (!server.knows(request)) return json(401, { error: { message: "Invalid API key" } });
    if (request.method === "GET") return { items: server.keys.map(wire) };
    if (request.method === "DELETE")
      return new Response(null, { status: server.remove(lastPart(request)) ? 204 : 404 });
    const key = server.make({ label: bodyOf<{ name: string }>(request).name });
    return json(201, { ...wire(key), key: key.secret });
  });
  return { server, newApi: new NewApi({ apiKey: server.secretOf("old"), fetch }) };
}

test("the client's own key is replaced, its successor having the same name", async () => {
  const { newApi, server } = newApiOf({ id: "old", label: "CI pipeline" });
  const secrets: string[] = [];
  await rotateKey(keyStore(newApi), {
    id: "old",
    switchOver: (secret) => secrets.push(secret),
    verify: (secret) => newApi.withOptions({ apiKey: secret }).apiKeys.list(),
  });
  expect(server.keys).toMatchObject([{ id: "new1", label: "CI pipeline" }]);
  expect(secrets).toEqual([server.secretOf("new1")]);
});

test("a key is read with its times, and says that it never expires", async () => {
  const { newApi } = newApiOf({ id: "old", label: "CI pipeline", lastUsedAt: "2025-12-02T00:00:00Z" });
  const [key] = await keyStore(newApi).list();
  expect(key).toMatchObject({
    id: "old",
    name: "CI pipeline",
    lastUsedAt: new Date("2025-12-02T00:00:00Z"),
    expiresAt: null,
  });
});
