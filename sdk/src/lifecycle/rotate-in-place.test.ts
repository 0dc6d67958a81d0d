// Rotation in place: one call, after which the old secret is dead.
import { describe, expect, test, vi } from "vitest";
import { ConnectionError, NotFoundError, PermissionDeniedError } from "../core/errors.js";
import type { KeyStore } from "./key-store.js";
import { rotateKey } from "./rotate-key.js";
import type { RotateInPlaceOptions } from "./rotate-options.js";
import { FaultyServer, NOW, refusal, storedKey } from "./test/faulty-keys.js";
import { ids, stoppedBy } from "./test/rotations.js";

const options = (over: Partial<RotateInPlaceOptions> = {}): RotateInPlaceOptions => ({
  id: "old",
  inPlace: true,
  now: NOW,
  switchOver: () => {},
  verify: () => true,
  ...over,
});

const stoppedInPlace = (keys: KeyStore, over: Partial<RotateInPlaceOptions> = {}) => stoppedBy(keys, options(over));

describe("a rotation in place", () => {
  test("lists, rotates, switches and proves, in this order", async () => {
    const server = new FaultyServer();
    const note = (name: string) => (secret: string) => server.calls.push(`${name} ${secret}`);
    const rotation = await rotateKey(
      server.store("admin", true),
      options({ switchOver: note("switchOver"), verify: note("verify") }),
    );
    expect(server.calls).toEqual(["list", "rotateInPlace", "switchOver fake_new1", "verify fake_new1"]);
    expect(`${rotation}`).toBe("The key old was replaced by new1, in place.");
    expect(ids(server)).toEqual(["new1"]);
  });

  test("asks for no quota and copies any expiry", async () => {
    const expiresAt = new Date("2026-02-01T12:34:56Z");
    const server = new FaultyServer({
      keys: [storedKey({ id: "old", expiresAt })],
      capabilities: { expiry: "days" },
      quota: { limit: 1, used: 1 },
    });
    const rotation = await rotateKey(server.store("admin", true), options());
    expect(rotation.newKey.expiresAt).toEqual(expiresAt);
    expect(server.calls).not.toContain("quota");
  });

  test("that is refused leaves the old key alone", async () => {
    const server = new FaultyServer({ fault: () => refusal(PermissionDeniedError, 403) });
    server.faults.set(1, "before");
    const { state } = await stoppedInPlace(server.store("admin", true));
    expect(state).toMatchObject({ step: "rotate-in-place", oldKey: { works: true }, next: "Nothing was changed." });
  });

  test("of a key that vanished says that it is gone", async () => {
    const server = new FaultyServer({ fault: () => refusal(NotFoundError, 404) });
    server.faults.set(1, "before");
    expect((await stoppedInPlace(server.store("admin", true))).state.oldKey.exists).toBe(false);
  });

  test("that never arrived leaves the old key, which the list still shows", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "before");
    const { state } = await stoppedInPlace(server.store("admin", true));
    expect(state).toMatchObject({ oldKey: { works: true }, candidates: [] });
  });

  test("whose answer was lost names the successor, whose secret nobody has", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    const { state } = await stoppedInPlace(server.store("admin", true));
    expect(state).toMatchObject({ oldKey: { exists: false, works: false }, candidates: [{ id: "new1", name: "ci" }] });
    expect(state.next).toContain("Rotate the new key in place again: new1.");
  });

  test("whose answer was lost and whose successor is not listed says so", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    server.tamper = (key) => ({ ...key, name: "another" });
    expect((await stoppedInPlace(server.store("admin", true))).state.next).toContain("none that the list shows");
  });

  test("of the client's own key whose answer was lost cannot look, and says so", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    const { state } = await stoppedInPlace(server.store("fake_old", true));
    expect(state.oldKey).toMatchObject({ exists: "unknown", works: "unknown" });
    expect(state.next).toContain("with another credential");
  });

  test("whose switchOver fails says that only switchOver had the secret", async () => {
    const server = new FaultyServer();
    const verify = vi.fn(() => true);
    const switchOver = () => Promise.reject(new ConnectionError("vault sealed"));
    const { state } = await stoppedInPlace(server.store("admin", true), { switchOver, verify });
    expect(verify).not.toHaveBeenCalled();
    expect(state).toMatchObject({
      step: "switch-over",
      oldKey: { works: false },
      newKey: { id: "new1", exists: true },
    });
    expect(state.next).toContain('rotate "ci" (id new1) in place again');
  });

  test("whose proof fails says what the consumers hold", async () => {
    const { state } = await stoppedInPlace(new FaultyServer().store("admin", true), { verify: () => false });
    expect(state).toMatchObject({ step: "verify-switched", consumer: "new", newKey: { works: "unknown" } });
  });

  test("heeds an abort before the call, and none after it", async () => {
    const server = new FaultyServer();
    await stoppedInPlace(server.store("admin", true), { signal: AbortSignal.abort() });
    expect(ids(server)).toEqual(["old"]);
    const controller = new AbortController();
    server.tamper = (key) => {
      controller.abort();
      return key;
    };
    await rotateKey(server.store("admin", true), options({ signal: controller.signal }));
    expect(ids(server)).toEqual(["new1"]);
  });
});
