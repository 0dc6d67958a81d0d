// Rotation that goes through, step by step, up to the deletion of the old key.
import { describe, expect, test, vi } from "vitest";
import { ConnectionError, isSdkError, ServerError } from "../core/errors.js";
import type { KeyStore } from "./key-store.js";
import { rotateKey } from "./rotate-key.js";
import { FaultyServer, refusal, storedKey } from "./test/faulty-keys.js";
import { IN_A_WEEK, ids, options, stoppedBy } from "./test/rotations.js";

describe("a rotation", () => {
  test("lists, creates, proves, switches, proves again, and deletes the old key, in this order", async () => {
    const server = new FaultyServer();
    const note = (name: string) => () => server.calls.push(name);
    await rotateKey(server.store(), options({ switchOver: note("switchOver"), verify: note("verify") }));
    expect(server.calls).toEqual(["list", "create", "verify", "switchOver", "verify", "delete"]);
    expect(ids(server)).toEqual(["new1"]);
  });

  test("hands the same secret to verify and switchOver", async () => {
    const seen: string[] = [];
    const keep = (secret: string) => seen.push(secret);
    await rotateKey(new FaultyServer().store(), options({ switchOver: keep, verify: keep }));
    expect(seen).toEqual(["fake_new1", "fake_new1", "fake_new1"]);
  });

  test("copies name, note and expiry", async () => {
    const old = storedKey({ id: "old", name: "ci", note: "deploys", expiresAt: IN_A_WEEK });
    const server = new FaultyServer({ keys: [old] });
    const rotation = await rotateKey(server.store(), options());
    expect(rotation.newKey).toMatchObject({ id: "new1", name: "ci", note: "deploys", expiresAt: IN_A_WEEK });
    expect(server.keys[0]).toMatchObject({ name: "ci", note: "deploys", expiresAt: IN_A_WEEK });
  });

  test("says what it did in a sentence", async () => {
    const rotation = await rotateKey(new FaultyServer().store(), options());
    expect(`${rotation}`).toBe("The key old was replaced by new1.");
    expect(rotation.oldKey).toEqual({ id: "old", name: "ci", exists: false, works: false });
    expect(rotation.inPlace).toBe(false);
  });

  test("deletes the old key with the new secret, so that the client's own key can be rotated", async () => {
    const server = new FaultyServer();
    const store = server.store("fake_old");
    const withSecret = vi.spyOn(store, "withSecret");
    const own = vi.spyOn(store, "delete");
    await rotateKey(store, options());
    expect(withSecret).toHaveBeenCalledWith("fake_new1");
    expect(own).not.toHaveBeenCalled();
    expect(ids(server)).toEqual(["new1"]);
  });

  test("falls back on the client's own credential where the new secret may not manage keys", async () => {
    const server = new FaultyServer({ keysManageKeys: false });
    const rotation = await rotateKey(server.store(), options());
    expect(ids(server)).toEqual(["new1"]);
    expect(rotation.notes).toEqual([]);
  });

  test("counts an old key that somebody else has deleted meanwhile as deleted", async () => {
    const server = new FaultyServer();
    await rotateKey(server.store(), options({ switchOver: () => server.remove("old") }));
    expect(ids(server)).toEqual(["new1"]);
  });

  test("looks whether the old key is gone when no answer says so", async () => {
    const server = new FaultyServer();
    const lost = () => Promise.reject(new ConnectionError("lost"));
    const broken = (secret?: string): KeyStore => ({
      ...server.store(secret),
      delete: (id) =>
        server.keys.some((key) => key.id === id) ? Promise.resolve(server.remove(id)).then(lost) : lost(),
      withSecret: broken,
    });
    const rotation = await rotateKey(broken(), options());
    expect(`${rotation}`).toContain("The first try to delete the old key failed (lost). The key is gone.");
  });

  test("names the old key when it cannot be deleted, with both keys working", async () => {
    const server = new FaultyServer();
    const refused = (secret?: string): KeyStore => ({
      ...server.store(secret),
      delete: () => Promise.reject(refusal(ServerError, 500)),
      withSecret: refused,
    });
    const error = await stoppedBy(refused());
    expect(error.state).toMatchObject({
      step: "delete-old",
      oldKey: { id: "old", exists: true, works: true },
      newKey: { id: "new1", exists: true, works: true },
      consumer: "new",
    });
    expect(error.message).toBe(
      'The rotation of the key "ci" (id old) stopped at "delete-old": answered with 500. The consumers hold the new key, and both keys work. Delete the old one: "ci" (id old).',
    );
  });

  test("tells what stopped the deletion, and not that the new secret may not delete", async () => {
    const server = new FaultyServer({ keysManageKeys: false });
    const keys = { ...server.store(), delete: () => Promise.reject(new ConnectionError("reset")) };
    expect((await stoppedBy(keys)).message).toContain('stopped at "delete-old": reset.');
  });

  test("calls a key by its note where it has no name", async () => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", name: null, note: "deploys" })] });
    const { message, state } = await stoppedBy(server.store(), { verify: () => false });
    expect(message).toContain('The rotation of the key "deploys" (id old) stopped');
    expect(state).toMatchObject({ oldKey: { name: "deploys" }, newKey: { name: "deploys" } });
  });

  test("says that it does not know where neither deletion nor list answers", async () => {
    const server = new FaultyServer();
    let listed = 0;
    const dead = (secret?: string): KeyStore => ({
      ...server.store(secret),
      delete: () => Promise.reject(new ConnectionError("lost")),
      list: () => (listed++ ? Promise.reject(new ConnectionError("lost")) : server.store(secret).list()),
      withSecret: dead,
    });
    const { state } = await stoppedBy(dead());
    expect(state).toMatchObject({ step: "delete-old", oldKey: { exists: "unknown" }, consumer: "new" });
    expect(state.next).toContain("It is not known whether the old one is gone");
  });
});

test("the error is one of the SDK's, prints its name, and serialises its state", async () => {
  const error = await stoppedBy(new FaultyServer().store(), { id: "nobody" });
  expect(isSdkError(error)).toBe(true);
  expect(error.name).toBe("RotationError");
  expect(error.status).toBeUndefined();
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: "RotationError", state: { step: "check" } });
});
