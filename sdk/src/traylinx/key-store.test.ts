// The key store of Traylinx: notes for names, a project's scope, and a person's token throughout.
import { describe, expect, test } from "vitest";
import { bodyOf, KeyServer, lastPart, type ServerKey, type ServerKeySeed } from "../../test/key-server.js";
import { json, type SentRequest, stubFetch } from "../../test/stub-fetch.js";
import { auditKeys, type RotationError, rotateKey } from "../lifecycle/index.js";
import { keyStore, Traylinx } from "./index.js";

const TOKEN = "eyJhbGciOiJSUzI1NiJ9.e30.x1y2z3";
const NOW = "2026-01-01T00:00:00Z";
const scope = { organizationId: "org", projectId: "p1" };
const secretOf = (id: string) => `sk-lf-${id}`;

/** What of a key the server shows; which fields it shows is inferred. */
type Show = (key: ServerKey) => object;
const all: Show = ({ expiresAt, lastUsedAt }) => ({ expiresAt, lastUsedAt });

function traylinxOf(show: Show, ...seeds: ServerKeySeed[]) {
  const server = new KeyServer(secretOf, ...seeds);
  const wire = (key: ServerKey) => ({
    id: key.id,
    attributes: {
      publicKey: `pk-lf-${key.id}`,
      displaySecretKey: "sk-lf-...2b1a",
      note: key.label,
      createdAt: key.createdAt,
      ...show(key),
    },
  });
  const lose = { create: false };
  const { fetch, sent } = stubFetch((request: SentRequest) => {
    if (request.url.endsWith("/models")) return server.knows(request) ? { data: [] } : json(401, { error: "no" });
    if (request.headers.get("authorization") !== `Bearer ${TOKEN}`) return json(401, { error: "Invalid access token" });
    if (request.method === "GET") return { data: server.keys.map(wire) };
    if (request.method === "DELETE")
      return new Response(null, { status: server.remove(lastPart(request)) ? 204 : 404 });
    const { data } = bodyOf<{ data: { attributes: { note: string | null; expiresAt?: string } } }>(request);
    const key = server.make({ label: data.attributes.note, expiresAt: data.attributes.expiresAt ?? null });
    if (lose.create) return json(500, { message: "lost" });
    return json(201, { data: wire(key), meta: { secretKey: key.secret } });
  });
  const traylinx = new Traylinx({ apiKey: secretOf("old"), accessToken: TOKEN, fetch, maxRetries: 0 });
  return { traylinx, server, sent, lose };
}

describe("a rotation", () => {
  test("keeps note and expiry, proves the key by a model call, and manages by the person's token", async () => {
    const expiresAt = "2026-03-01T00:00:00.000Z";
    const { traylinx, server, sent } = traylinxOf(all, { id: "old", label: "GitHub Actions deploy", expiresAt });
    const rotation = await rotateKey(keyStore(traylinx, scope), {
      id: "old",
      now: NOW,
      switchOver: () => {},
      verify: (apiKey) => traylinx.withOptions({ apiKey }).models.list(),
    });
    expect(server.keys).toMatchObject([{ id: "new1", label: "GitHub Actions deploy", expiresAt }]);
    expect(rotation.newKey).toMatchObject({ name: null, note: "GitHub Actions deploy", prefix: "sk-lf-...2b1a" });
    expect(sent.map(({ method, headers }) => [method, headers.get("authorization")])).toEqual([
      ["GET", `Bearer ${TOKEN}`],
      ["POST", `Bearer ${TOKEN}`],
      ["GET", "Bearer sk-lf-new1"],
      ["GET", "Bearer sk-lf-new1"],
      ["DELETE", `Bearer ${TOKEN}`],
    ]);
  });

  test("sends no expiry where there is none, nor an invented note", async () => {
    const { traylinx, sent } = traylinxOf(all, { id: "old", label: null });
    await rotateKey(keyStore(traylinx, scope), { id: "old", now: NOW, switchOver: () => {}, verify: () => true });
    expect(sent[1]?.body).toBe('{"data":{"attributes":{"note":null}}}');
  });

  test("names the lost key where the server does not tell whether a key was used", async () => {
    const { traylinx, server, lose } = traylinxOf(() => ({}), { id: "old" });
    lose.create = true;
    const options = { id: "old", now: NOW, switchOver: () => {}, verify: () => true };
    const error = (await rotateKey(keyStore(traylinx, scope), options).catch(
      (failure: unknown) => failure,
    )) as RotationError;
    expect(error.state.candidates.map(({ id }) => id)).toEqual(["new1"]);
    expect(server.ids).toEqual(["old", "new1"]);
  });
});

describe("a key", () => {
  test("is read with what the server shows", async () => {
    const shown = { id: "old", expiresAt: "2026-12-31", lastUsedAt: "2025-12-31T10:00:00" };
    const [key] = await keyStore(traylinxOf(all, shown).traylinx, scope).list();
    expect(key).toMatchObject({
      name: null,
      note: "ci",
      createdAt: new Date("2025-12-01T00:00:00Z"),
      expiresAt: new Date("2026-12-31T00:00:00Z"),
      lastUsedAt: new Date("2025-12-31T10:00:00Z"),
    });
  });

  test("of which the server shows no expiry and no last use says that it cannot tell", async () => {
    const { traylinx } = traylinxOf(() => ({}), { id: "old", createdAt: "yesterday" });
    const [key] = await keyStore(traylinx, scope).list();
    expect(key).toMatchObject({ createdAt: null, expiresAt: undefined, lastUsedAt: undefined });
    const audit = await auditKeys(keyStore(traylinx, scope), { now: NOW });
    expect(audit.findings).toEqual([]);
    expect(audit.cannotTell.map(({ kind }) => kind)).toEqual(["stale", "never-used", "expiring"]);
  });

  test("without a note is found by an audit, and two with the same one", async () => {
    const seeds = [{ id: "a", label: " " }, { id: "b" }, { id: "c" }];
    const audit = await auditKeys(keyStore(traylinxOf(all, ...seeds).traylinx, scope), { now: "2025-12-02T00:00:00Z" });
    expect(audit.findings.map(({ id, kind }) => [id, kind])).toEqual([
      ["a", "no-note"],
      ["b", "duplicate-name"],
      ["c", "duplicate-name"],
    ]);
  });
});
