// A creation that fails: what is looked up, what is deleted, and what is only named.
import { describe, expect, test } from "vitest";
import { ConfigurationError, ConnectionError, InvalidRequestError, ServerError } from "../core/errors.js";
import { FaultyServer, NOW, refusal, storedKey } from "./test/faulty-keys.js";
import { ids, stoppedBy } from "./test/rotations.js";

describe("a creation that fails", () => {
  test("by a refusal needs no second look", async () => {
    const server = new FaultyServer({ fault: () => refusal(InvalidRequestError, 422, "name is too long.") });
    server.faults.set(1, "before");
    const error = await stoppedBy(server.store());
    expect(error.message).toBe(
      'The rotation of the key "ci" (id old) stopped at "create": name is too long. Nothing was made. The old key works as before.',
    );
    expect(server.calls).toEqual(["list", "create"]);
  });

  test("by an option that cannot be meant needs no second look", async () => {
    const server = new FaultyServer({ fault: () => new ConfigurationError("no key") });
    server.faults.set(1, "before");
    await stoppedBy(server.store());
    expect(server.calls).toEqual(["list", "create"]);
  });

  test.each([
    ["a lost connection", () => new ConnectionError("reset")],
    ["a server error", () => refusal(ServerError, 500)],
    ["a request timeout", () => refusal(InvalidRequestError, 408)],
    ["somebody else's error", () => "out of paper"],
  ])("by %s is looked up, and its key is deleted", async (_, fault) => {
    const server = new FaultyServer({ fault });
    server.faults.set(1, "after");
    const { state } = await stoppedBy(server.store());
    expect(ids(server)).toEqual(["old"]);
    expect(state.newKey).toEqual({ id: "new1", name: "ci", exists: false, works: false });
    expect(state.next).toContain("Rotate again");
  });

  test("without a trace says what to look for", async () => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", name: null })] });
    server.faults.set(1, "before");
    const { state, message } = await stoppedBy(server.store());
    expect(state).toMatchObject({ newKey: null, candidates: [] });
    expect(message).toContain("The rotation of the key old stopped");
    expect(state.next).toContain("The list shows no new key, so none seems to have been made");
  });

  test("names the candidates where two keys came, and deletes neither", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    server.tamper = (key) => {
      server.keys.push(storedKey({ id: "somebody's", name: "ci" }));
      return key;
    };
    const { state } = await stoppedBy(server.store());
    expect(state.candidates.map(({ id }) => id)).toEqual(["somebody's", "new1"]);
    expect(ids(server)).toEqual(["old", "somebody's", "new1"]);
  });

  test.each([
    ["was used", new Date(NOW)],
    ["may have been used", undefined],
  ])("names the candidate where the only new key %s", async (_, lastUsedAt) => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    server.tamper = (key) => ({ ...key, lastUsedAt });
    const { state } = await stoppedBy(server.store());
    expect(state.candidates).toEqual([{ id: "new1", name: "ci", createdAt: NOW }]);
    expect(ids(server)).toEqual(["old", "new1"]);
  });

  test("leaves a new key of another name alone", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    server.tamper = (key) => ({ ...key, name: "another" });
    const { state } = await stoppedBy(server.store());
    expect(state.candidates).toEqual([]);
    expect(ids(server)).toEqual(["old", "new1"]);
  });

  test("names the new key where it cannot be deleted", async () => {
    const server = new FaultyServer();
    server.faults.set(1, "after");
    const keys = { ...server.store(), delete: () => Promise.reject(refusal(ServerError, 500)) };
    const { state } = await stoppedBy(keys);
    expect(state).toMatchObject({ newKey: { id: "new1", exists: true }, candidates: [{ id: "new1" }] });
    expect(state.next).toContain('Delete "ci" (id new1)');
  });

  test("by an answer with the id of another key deletes nothing", async () => {
    const server = new FaultyServer();
    server.tamper = (key) => ({ ...key, id: "old" });
    const { state } = await stoppedBy(server.store());
    expect(state).toMatchObject({ step: "create", newKey: null });
    expect(server.calls).not.toContain("delete");
  });

  test("by an answer without a secret ends with the new key deleted", async () => {
    const server = new FaultyServer();
    const store = server.store();
    const keys = {
      ...store,
      create: async () => ({ ...(await store.create({ like: storedKey({ id: "old" }), now: NOW })), secret: "" }),
    };
    const error = await stoppedBy(keys);
    expect(error.message).toContain("showed no secret");
    expect(ids(server)).toEqual(["old"]);
  });
});
