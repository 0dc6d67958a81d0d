// The new key has to prove itself before anybody gets it.
import { describe, expect, test, vi } from "vitest";
import { AuthenticationError, ServerError } from "../core/errors.js";
import { TerminusHub } from "../terminus-hub/client.js";
import type { KeyStore } from "./key-store.js";
import { rotateKey } from "./rotate-key.js";
import type { RotateOptions } from "./rotate-options.js";
import { FaultyServer, refusal, storedKey } from "./test/faulty-keys.js";
import { IN_A_WEEK, ids, options, stoppedBy } from "./test/rotations.js";

describe("a new key", () => {
  test("that outlives the old one unasked is deleted", async () => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", expiresAt: IN_A_WEEK })] });
    server.tamper = (key) => ({ ...key, expiresAt: null });
    const error = await stoppedBy(server.store());
    expect(error.message).toContain("The new key never expires, the old one expires at 2026-01-08");
    expect(ids(server)).toEqual(["old"]);
  });

  test.each([
    ["throws", () => Promise.reject(refusal(AuthenticationError, 401, "Invalid API key"))],
    ["returns false", () => false],
    ["returns a Response that is not ok", () => new Response(null, { status: 401 })],
    ["returns a failed result of safe()", async () => ({ ok: false, error: new Error("Invalid API key") })],
  ])("is never handed out when verify %s", async (_, verify) => {
    const server = new FaultyServer();
    const switchOver = vi.fn();
    const { state } = await stoppedBy(server.store(), { verify, switchOver });
    expect(switchOver).not.toHaveBeenCalled();
    expect(ids(server)).toEqual(["old"]);
    expect(state).toMatchObject({ step: "verify-new", consumer: "old", newKey: { exists: false, works: false } });
  });

  test.each([
    [() => false, "it returned false"],
    [() => new Response(null, { status: 401 }), "status 401"],
    [() => ({ ok: false, error: new Error("Invalid API key") }), "Invalid API key"],
  ])("that does not work is refused with the reason", async (verify, reason) => {
    const error = await stoppedBy(new FaultyServer().store(), { verify });
    expect(error.message).toContain(`verify says that the new key does not work: ${reason}.`);
  });

  test("is refused when verify returned nothing: the old key is kept, the new one deleted", async () => {
    const server = new FaultyServer();
    const switchOver = vi.fn();
    const verify = (() => {}) as unknown as RotateOptions["verify"];
    const error = await stoppedBy(server.store(), { verify, switchOver });
    expect(error.message).toContain("verify returned nothing. Return the call that it makes.");
    expect(switchOver).not.toHaveBeenCalled();
    expect(ids(server)).toEqual(["old"]);
  });

  test("is proved by an async verify that returns nothing and does not throw", async () => {
    const server = new FaultyServer();
    await rotateKey(server.store(), options({ verify: async () => {} }));
    expect(ids(server)).toEqual(["new1"]);
  });

  test("is proved by the list that verify returns, which is sent for it", async () => {
    const server = new FaultyServer();
    const seen: (string | null)[] = [];
    const hub = new TerminusHub({
      apiKey: "thub_0123456789",
      fetch: async (_, { headers }) => {
        seen.push(new Headers(headers).get("authorization"));
        return Response.json({ items: [], has_more: false, total_count: 0 });
      },
    });
    const verify = (secret: string) => hub.withOptions({ apiKey: `thub_${secret}` }).records.list({ limit: 1 });
    await rotateKey(server.store(), options({ verify }));
    expect(seen).toEqual(["Bearer thub_fake_new1", "Bearer thub_fake_new1"]);
  });

  test("is refused when the list that verify returns is", async () => {
    const server = new FaultyServer();
    const fetch = async () => Response.json({ error: { message: "Invalid API key" } }, { status: 401 });
    const hub = new TerminusHub({ apiKey: "thub_0123456789", fetch });
    const { cause } = await stoppedBy(server.store(), { verify: () => hub.records.list({ limit: 1 }) });
    expect(cause).toBeInstanceOf(AuthenticationError);
    expect(ids(server)).toEqual(["old"]);
  });

  test("is named when it cannot be deleted either", async () => {
    const server = new FaultyServer();
    const refused = (secret?: string): KeyStore => ({
      ...server.store(secret),
      delete: () => Promise.reject(refusal(ServerError, 500)),
      withSecret: refused,
    });
    const { state } = await stoppedBy(refused(), { verify: () => false });
    expect(state.newKey).toEqual({ id: "new1", name: "ci", exists: true, works: "unknown" });
    expect(state.next).toBe('The old key works as before. The new one could not be deleted. Delete "ci" (id new1).');
  });

  test("is deleted by its own secret where the client's credential cannot", async () => {
    const server = new FaultyServer();
    const keys = { ...server.store(), delete: () => Promise.reject(refusal(AuthenticationError, 401)) };
    await stoppedBy(keys, { verify: () => false });
    expect(ids(server)).toEqual(["old"]);
  });
});
