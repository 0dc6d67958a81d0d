// The key store of MUTX: expiry in whole days, plans, and rotation in place.
import { describe, expect, test } from "vitest";
import { bodyOf, KeyServer, lastPart, type ServerKey, type ServerKeySeed } from "../../test/key-server.js";
import { json, type SentRequest, stubFetch } from "../../test/stub-fetch.js";
import { auditKeys, RotationError, rotateKey } from "../lifecycle/index.js";
import { ConnectionError, keyStore, Mutx } from "./index.js";

const secretOf = (id: string) => `mutx_live_${Buffer.from(id).toString("hex").padEnd(12, "0")}_${"k".repeat(43)}`;
const NOW = "2026-01-01T00:00:00Z";

const wire = ({ id, label, createdAt, expiresAt }: ServerKey) => ({
  id,
  name: label,
  created_at: createdAt,
  expires_at: expiresAt,
});

function mutxOf(plan: string, ...seeds: ServerKeySeed[]) {
  const server = new KeyServer(secretOf, ...seeds);
  const me: { answer: () => Response | object } = { answer: () => ({ plan }) };
  const { fetch, sent } = stubFetch((request: SentRequest) => {
    if (!server.knows(request)) return json(401, { detail: "Missing authorization header" });
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith("/auth/me")) return me.answer();
    if (request.method === "GET") {
      const [skip, limit] = [Number(searchParams.get("skip")), Number(searchParams.get("limit"))];
      const items = server.keys
        .slice(skip, skip + limit)
        .map((key) => ({ ...wire(key), last_used: key.lastUsedAt, is_active: true }));
      return { items, total: server.keys.length, skip, limit, has_more: skip + limit < server.keys.length };
    }
    if (request.method === "DELETE")
      return new Response(null, { status: server.remove(lastPart(request)) ? 204 : 404 });
    if (pathname.endsWith("/rotate")) {
      const id = pathname.split("/").at(-2) ?? "";
      const like = server.keys.find((key) => key.id === id);
      server.remove(id);
      const key = server.make({ label: like?.label ?? null, expiresAt: like?.expiresAt ?? null });
      return { ...wire(key), key: key.secret };
    }
    const { name, expires_in_days: days } = bodyOf<{ name: string; expires_in_days: number | null }>(request);
    const expiresAt = days && new Date(Date.parse(NOW) + days * 86_400_000).toISOString().replace("Z", "");
    const key = server.make({ label: name, expiresAt: expiresAt || null });
    return json(201, { ...wire(key), key: key.secret });
  });
  const mutx = new Mutx({ apiKey: secretOf("old"), fetch, maxRetries: 0 });
  return { mutx, server, sent, me };
}

const rotation = { id: "old", now: NOW, switchOver: () => {}, verify: () => true };
const IN_TEN_DAYS = "2026-01-11T12:00:00.000000";

describe("a rotation", () => {
  test("of the client's own key, without an expiry, is finished by its successor", async () => {
    const { mutx, server, sent } = mutxOf("PRO", { id: "old" });
    await rotateKey(keyStore(mutx), rotation);
    expect(server.ids).toEqual(["new1"]);
    expect(sent.at(-1)?.headers.get("x-api-key")).toBe(secretOf("new1"));
    expect(sent.find(({ method }) => method === "POST")?.body).toBe('{"name":"ci","expires_in_days":null}');
  });

  test("of a key that expires is refused before anything is made", async () => {
    const { mutx, server } = mutxOf("PRO", { id: "old", expiresAt: IN_TEN_DAYS });
    await expect(rotateKey(keyStore(mutx), rotation)).rejects.toThrow("it takes whole days only");
    expect(server.ids).toEqual(["old"]);
  });

  test.each([
    ["the days that are left, rounded down", IN_TEN_DAYS, 10],
    ["a day at least", "2026-01-01T06:00:00.000000", 1],
    ["a year at most", "2029-01-01T00:00:00.000000", 365],
  ])("with allowExpiryChange gives %s", async (_, expiresAt, days) => {
    const { mutx, sent } = mutxOf("PRO", { id: "old", expiresAt });
    const { notes } = await rotateKey(keyStore(mutx), { ...rotation, allowExpiryChange: true });
    expect(JSON.parse(sent.find(({ method }) => method === "POST")?.body ?? "")).toMatchObject({
      expires_in_days: days,
    });
    expect(notes[0]).toContain("The new key expires at");
  });

  test("in place keeps the expiry, and kills the old key first", async () => {
    const { mutx, server } = mutxOf("FREE", { id: "old", expiresAt: IN_TEN_DAYS }, { id: "second" });
    const alive: string[][] = [];
    const { newKey } = await rotateKey(keyStore(mutx), {
      ...rotation,
      inPlace: true,
      switchOver: () => alive.push(server.ids),
      verify: (apiKey) => mutx.withOptions({ apiKey }).auth.me(),
    });
    expect(alive).toEqual([["second", "new1"]]);
    expect(newKey.expiresAt).toEqual(new Date("2026-01-11T12:00:00Z"));
  });
});

describe("a full plan", () => {
  test("is reported before anything is made", async () => {
    const { mutx, server } = mutxOf("FREE", { id: "old" }, { id: "second" });
    const error = await rotateKey(keyStore(mutx), rotation).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(RotationError);
    expect((error as RotationError).message).toContain("The quota is full (2 of 2 keys)");
    expect((error as RotationError).message).toContain("inPlace: true");
    expect(server.ids).toEqual(["old", "second"]);
  });

  test.each([
    ["FREE", 2],
    ["STARTER", 10],
    ["PRO", 50],
  ])("%s has %d keys", async (plan, limit) => {
    const { mutx } = mutxOf(plan, { id: "old" });
    expect(await keyStore(mutx).quota?.()).toEqual({ limit, used: 1 });
  });

  test("is not known for a plan without a limit, nor where the plan cannot be asked for", async () => {
    const { mutx, me } = mutxOf("ENTERPRISE", { id: "old" });
    expect(await keyStore(mutx).quota?.()).toBeUndefined();
    me.answer = () => json(404, { detail: "Not Found" });
    expect(await keyStore(mutx).quota?.()).toBeUndefined();
  });

  test("that cannot be asked for because the connection fails stops the rotation", async () => {
    const { mutx, me } = mutxOf("FREE", { id: "old" });
    me.answer = () => {
      throw new TypeError("fetch failed");
    };
    const error = await rotateKey(keyStore(mutx), rotation).catch((failure: unknown) => failure);
    expect((error as RotationError).state.step).toBe("check");
    expect((error as RotationError).cause).toBeInstanceOf(ConnectionError);
  });
});

test("times without an offset are UTC, and all pages are read", async () => {
  const seeds = Array.from({ length: 130 }, (_, index) => ({ id: `k${index}` }));
  const { mutx } = mutxOf(
    "PRO",
    { id: "old", lastUsedAt: "2025-12-31T23:59:59.000001", expiresAt: IN_TEN_DAYS },
    ...seeds,
  );
  const listed = await keyStore(mutx).list();
  expect(listed).toHaveLength(131);
  expect(listed[0]).toMatchObject({
    lastUsedAt: new Date("2025-12-31T23:59:59.000Z"),
    expiresAt: new Date("2026-01-11T12:00:00Z"),
    active: true,
  });
});

test("an audit reads them too", async () => {
  const { mutx } = mutxOf("PRO", {
    id: "old",
    expiresAt: "2026-01-02T00:00:00.000000",
    lastUsedAt: "2025-11-01T00:00:00",
  });
  const audit = await auditKeys(keyStore(mutx), { now: NOW });
  expect(audit.findings.map(({ message }) => message)).toEqual(["expires in 1 day", "last used 61 days ago"]);
});
