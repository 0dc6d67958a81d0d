// The key store of Termix: owners, exact expiry, and keys that may not manage keys.
import { describe, expect, test } from "vitest";
import { bodyOf, KeyServer, lastPart, type ServerKey, type ServerKeySeed } from "../../test/key-server.js";
import { json, stubFetch } from "../../test/stub-fetch.js";
import { auditKeys, rotateKey } from "../lifecycle/index.js";
import { keyStore, Termix } from "./index.js";

const secretOf = (id: string) => `tmx_${Buffer.from(id).toString("hex").padEnd(64, "0")}`;
const NOW = "2026-01-01T00:00:00Z";

const wire = ({ id, secret, label, owner, createdAt, expiresAt }: ServerKey) => ({
  id,
  name: label,
  userId: owner,
  username: `user ${owner}`,
  tokenPrefix: secret.slice(0, 12),
  createdAt,
  expiresAt,
});

/** The owner "boss" is an admin. */
function termixOf(...seeds: ServerKeySeed[]) {
  const server = new KeyServer(secretOf, { id: "admin", owner: "boss", label: "admin" }, ...seeds);
  const { fetch, sent } = stubFetch((request) => {
    const caller = server.keys.find(({ secret }) => request.headers.get("authorization") === `Bearer ${secret}`);
    if (!caller) return json(401, { error: "Invalid API key" });
    if (request.url.endsWith("/users/me")) return { userId: caller.owner };
    if (caller.owner !== "boss") return json(403, { error: "Admin access required" });
    if (request.method === "GET") {
      return { apiKeys: server.keys.map((key) => ({ ...wire(key), lastUsedAt: key.lastUsedAt, isActive: true })) };
    }
    if (request.method === "DELETE") {
      return server.remove(lastPart(request)) ? { success: true } : json(404, { error: "API key not found" });
    }
    const { name, userId, expiresAt } = bodyOf<{ name: string; userId: string; expiresAt: string | null }>(request);
    const key = server.make({ label: name, owner: userId, expiresAt });
    return json(201, { ...wire(key), token: key.secret });
  });
  return {
    server,
    sent,
    termix: new Termix({ baseUrl: "https://termix.example.com", apiKey: secretOf("admin"), fetch }),
  };
}

describe("a rotation", () => {
  test("keeps name, owner and the exact expiry", async () => {
    const expiresAt = "2026-02-03T04:05:06.789Z";
    const { termix, server } = termixOf({ id: "old", owner: "u7", expiresAt });
    const rotation = await rotateKey(keyStore(termix), {
      id: "old",
      now: NOW,
      switchOver: () => {},
      verify: (apiKey) => termix.withOptions({ apiKey }).users.me(),
    });
    expect(server.keys[1]).toMatchObject({ id: "new1", label: "ci", owner: "u7", expiresAt });
    expect(rotation.newKey.expiresAt).toEqual(new Date(expiresAt));
    expect(rotation.newKey.prefix).toBe(secretOf("new1").slice(0, 12));
  });

  test("of a user's key is finished by the admin, since the user may not delete keys", async () => {
    const { termix, server } = termixOf({ id: "old" });
    const rotation = await rotateKey(keyStore(termix), {
      id: "old",
      now: NOW,
      switchOver: () => {},
      verify: () => true,
    });
    expect(server.ids).toEqual(["admin", "new1"]);
    expect(rotation.notes).toEqual([]);
  });

  test("of the admin's own key is finished by its successor", async () => {
    const { termix, server, sent } = termixOf();
    await rotateKey(keyStore(termix), { id: "admin", now: NOW, switchOver: () => {}, verify: () => true });
    expect(server.ids).toEqual(["new1"]);
    expect(sent.at(-1)?.headers.get("authorization")).toBe(`Bearer ${secretOf("new1")}`);
  });
});

describe("a scope", () => {
  test("shows the keys of one user, and makes new ones for that user", async () => {
    const { termix } = termixOf({ id: "a", owner: "u1" }, { id: "b", owner: "u2" });
    const keys = keyStore(termix, { userId: "u2" });
    const [like, ...others] = await keys.list();
    expect(like).toMatchObject({ id: "b", active: true, prefix: secretOf("b").slice(0, 12) });
    expect(others).toEqual([]);
    const { key } = await keys.withSecret(secretOf("admin")).create({ like: like ?? never(), now: new Date(NOW) });
    expect(key.raw).toMatchObject({ userId: "u2" });
    expect(JSON.stringify(key)).not.toContain(secretOf("new1"));
  });

  test("that is absent is the whole instance", async () => {
    const { termix } = termixOf({ id: "a", owner: "u1" }, { id: "b", owner: "u2" });
    expect((await keyStore(termix).list()).map(({ id }) => id)).toEqual(["admin", "a", "b"]);
  });
});

test("an audit goes by expiry, since an expired key is called active too", async () => {
  const { termix } = termixOf({
    id: "old",
    expiresAt: "2025-12-31T00:00:00.000Z",
    lastUsedAt: "2025-12-30T00:00:00.000Z",
  });
  const audit = await auditKeys(keyStore(termix, { userId: "u1" }), { now: NOW });
  expect(audit.findings.map(({ kind }) => kind)).toEqual(["expired"]);
  expect(`${audit}`).toContain("Of a secret, Termix shows the first 12 characters");
});

function never(): never {
  throw new Error("There is a key.");
}
