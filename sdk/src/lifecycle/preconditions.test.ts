// Why a rotation stops before it makes anything, and what lets it go on.
import { describe, expect, test } from "vitest";
import { AbortError, ConfigurationError, ConnectionError } from "../core/errors.js";
import { rotateKey } from "./rotate-key.js";
import type { RotateOptions } from "./rotate-options.js";
import { FaultyServer, NOW, storedKey } from "./test/faulty-keys.js";
import { IN_A_WEEK, ids, options, stoppedBy } from "./test/rotations.js";

describe("before anything is made, a rotation stops", () => {
  const nothingMade = async (server: FaultyServer, over: Partial<RotateOptions> = {}) => {
    const before = ids(server);
    const error = await stoppedBy(server.store("admin", server.options.capabilities?.expiry === "days"), over);
    expect(error.state.step).toBe("check");
    expect(error.state.next).toBe("Nothing was changed.");
    expect(server.calls).not.toContain("create");
    expect(ids(server)).toEqual(before);
    return error;
  };

  test("when no key has the id", async () => {
    const error = await nothingMade(new FaultyServer(), { id: "nobody" });
    expect(error.message).toContain('No key has the id "nobody"');
    expect(error.state.oldKey).toEqual({ id: "nobody", name: null, exists: false, works: false });
  });

  test("when the list cannot be read", async () => {
    const server = new FaultyServer();
    server.faults.set(0, "before");
    const error = await nothingMade(server);
    expect(error.state.oldKey.exists).toBe("unknown");
    expect(error.cause).toBeInstanceOf(ConnectionError);
  });

  test("when the key was revoked", async () => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", active: false })] });
    const error = await nothingMade(server);
    expect(error.message).toContain("The key was revoked");
    expect(error.state.oldKey.works).toBe(false);
  });

  test("when the key has expired, that instant included", async () => {
    const error = await nothingMade(new FaultyServer({ keys: [storedKey({ id: "old", expiresAt: NOW })] }));
    expect(error.message).toContain("The key expired at 2026-01-01T00:00:00.000Z");
  });

  test("when the API takes whole days only, and names both ways out", async () => {
    const keys = [storedKey({ id: "old", expiresAt: IN_A_WEEK })];
    const error = await nothingMade(new FaultyServer({ keys, capabilities: { expiry: "days" } }));
    expect(error.message).toContain("it takes whole days only. Pass allowExpiryChange: true");
    expect(error.message).toContain("or inPlace: true, which keeps it");
  });

  test("when the API's keys cannot expire, and this one does", async () => {
    const keys = [storedKey({ id: "old", expiresAt: IN_A_WEEK })];
    const error = await nothingMade(new FaultyServer({ keys, capabilities: { expiry: "none" } }));
    expect(error.message).toContain("its keys do not expire. Pass allowExpiryChange: true");
    expect(error.message).not.toContain("inPlace");
  });

  test("when the quota is full", async () => {
    const error = await nothingMade(new FaultyServer({ quota: { limit: 2, used: 2 } }));
    expect(error.message).toContain("The quota is full (2 of 2 keys)");
    expect(error.message).not.toContain("inPlace");
    const other = await nothingMade(
      new FaultyServer({ quota: { limit: 2, used: 2 }, capabilities: { expiry: "days" } }),
    );
    expect(other.message).toContain("or rotate with inPlace: true");
  });

  test("when it was aborted already, without a call", async () => {
    const server = new FaultyServer();
    const error = await nothingMade(server, { signal: AbortSignal.abort("enough") });
    expect(error.cause).toBeInstanceOf(AbortError);
    expect((error.cause as Error).cause).toBe("enough");
    expect(server.calls).toEqual([]);
  });

  test("with a ConfigurationError for an empty id, for inPlace where the API has no such call, and for a now that is not a time", async () => {
    const keys = new FaultyServer().store();
    await expect(rotateKey(keys, options({ id: "" }))).rejects.toThrow(ConfigurationError);
    await expect(rotateKey(keys, options({ inPlace: true }))).rejects.toThrow("cannot rotate in place");
    await expect(rotateKey(keys, options({ now: "soon" }))).rejects.toThrow(
      'The option now must be a time, not "soon"',
    );
  });
});

describe("with room and with leave, a rotation goes on", () => {
  test("when the quota has room", async () => {
    const server = new FaultyServer({ quota: { limit: 2, used: 1 } });
    await rotateKey(server.store(), options());
    expect(ids(server)).toEqual(["new1"]);
  });

  test("with another expiry that was allowed, and says so", async () => {
    const server = new FaultyServer({
      keys: [storedKey({ id: "old", expiresAt: IN_A_WEEK })],
      capabilities: { expiry: "days" },
    });
    server.tamper = (key) => ({ ...key, expiresAt: null });
    const rotation = await rotateKey(server.store(), options({ allowExpiryChange: true }));
    expect(rotation.notes).toEqual(["The new key never expires, the old one expires at 2026-01-08T00:00:00.000Z."]);
  });

  test("when the server cuts the milliseconds off an expiry", async () => {
    const server = new FaultyServer({
      keys: [storedKey({ id: "old", expiresAt: new Date("2026-01-08T00:00:00.999Z") })],
    });
    server.tamper = (key) => ({ ...key, expiresAt: IN_A_WEEK });
    expect((await rotateKey(server.store(), options())).notes).toEqual([]);
  });

  test("when nobody can tell the new key's expiry, and says so", async () => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", expiresAt: IN_A_WEEK })] });
    server.tamper = (key) => ({ ...key, expiresAt: undefined });
    const rotation = await rotateKey(server.store(), options());
    expect(rotation.notes).toEqual([
      "The API does not say when the new key expires. The old one expires at 2026-01-08T00:00:00.000Z.",
    ]);
  });

  test.each([
    ["the old key", undefined, null],
    ["the new key, and the old one never expires", null, undefined],
  ])("without a note when nobody can tell the expiry of %s", async (_, expiresAt, created) => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", expiresAt })] });
    server.tamper = (key) => ({ ...key, expiresAt: created });
    expect((await rotateKey(server.store(), options())).notes).toEqual([]);
  });
});
