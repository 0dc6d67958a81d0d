// Rotation, one fact at a time: what is refused, what is copied, what is undone, and what is said.
import { describe, expect, test, vi } from "vitest";
import {
  AbortError,
  AuthenticationError,
  ConfigurationError,
  ConnectionError,
  InvalidRequestError,
  isSdkError,
  ServerError,
} from "../core/errors.js";
import { TerminusHub } from "../terminus-hub/client.js";
import type { KeyStore } from "./key-store.js";
import { type RotateOptions, rotateKey } from "./rotate-key.js";
import { RotationError } from "./rotation-error.js";
import { FaultyServer, NOW, refusal, storedKey } from "./test/faulty-keys.js";

const IN_A_WEEK = new Date("2026-01-08T00:00:00Z");

const options = (over: Partial<RotateOptions> = {}): RotateOptions =>
  ({ id: "old", now: NOW, switchOver: () => {}, verify: () => true, ...over }) as RotateOptions;

/** The error a rotation stops with. */
async function stoppedBy(keys: KeyStore, over: Partial<RotateOptions> = {}): Promise<RotationError> {
  const error = await rotateKey(keys, options(over)).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof RotationError)) throw new Error(`Expected a RotationError, got ${String(error)}.`);
  return error;
}

const ids = (server: FaultyServer) => server.keys.map(({ id }) => id);

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
    expect(`${rotation}`).toContain("Deleting the old key took a second try (lost); it is gone.");
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
    expect(state.next).toContain("Whether the old one is gone is not known");
  });
});

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
    expect(error.message).toContain("it takes whole days only; pass allowExpiryChange: true");
    expect(error.message).toContain("or inPlace: true, which keeps it");
  });

  test("when the API's keys cannot expire, and this one does", async () => {
    const keys = [storedKey({ id: "old", expiresAt: IN_A_WEEK })];
    const error = await nothingMade(new FaultyServer({ keys, capabilities: { expiry: "none" } }));
    expect(error.message).toContain("it takes none; pass allowExpiryChange: true");
    expect(error.message).not.toContain("inPlace");
  });

  test("when the quota is full", async () => {
    const error = await nothingMade(new FaultyServer({ quota: { limit: 2, used: 2 } }));
    expect(error.message).toContain("The quota is full, 2 of 2 keys");
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

  test("with a ConfigurationError for an id that is none, for inPlace where there is none, and for a now that is no time", async () => {
    const keys = new FaultyServer().store();
    await expect(rotateKey(keys, options({ id: "" }))).rejects.toThrow(ConfigurationError);
    await expect(rotateKey(keys, options({ inPlace: true }))).rejects.toThrow("no rotation in place");
    await expect(rotateKey(keys, options({ now: "soon" }))).rejects.toThrow('The option now is "soon"');
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
    expect(rotation.notes).toEqual(["The new key expires never, the old one at 2026-01-08T00:00:00.000Z."]);
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
      "The API does not say when the new key expires; the old one: at 2026-01-08T00:00:00.000Z.",
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
    expect(state.next).toContain('delete "ci" (id new1)');
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

describe("a new key", () => {
  test("that outlives the old one unasked is deleted", async () => {
    const server = new FaultyServer({ keys: [storedKey({ id: "old", expiresAt: IN_A_WEEK })] });
    server.tamper = (key) => ({ ...key, expiresAt: null });
    const error = await stoppedBy(server.store());
    expect(error.message).toContain("The new key expires never, the old one at 2026-01-08");
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
    expect(error.message).toContain("verify returned nothing; return the call it makes.");
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
    expect(state.next).toBe('The old key works as before. The new one could not be deleted: delete "ci" (id new1).');
  });

  test("is deleted by its own secret where the client's credential cannot", async () => {
    const server = new FaultyServer();
    const keys = { ...server.store(), delete: () => Promise.reject(refusal(AuthenticationError, 401)) };
    await stoppedBy(keys, { verify: () => false });
    expect(ids(server)).toEqual(["old"]);
  });
});

describe("after switchOver", () => {
  const failing = { switchOver: () => Promise.reject(new Error("vault sealed")) };
  const failsSecond = () => {
    let calls = 0;
    return () => ++calls < 2;
  };

  test("threw, the new key is deleted: by its contract the consumers hold the old one", async () => {
    const server = new FaultyServer();
    const error = await stoppedBy(server.store(), failing);
    expect(error.message).toContain('stopped at "switch-over": vault sealed.');
    expect(error.state.consumer).toBe("old");
    expect(ids(server)).toEqual(["old"]);
  });

  test("threw, switchBack runs before the new key is deleted", async () => {
    const server = new FaultyServer();
    const switchBack = vi.fn(() => void server.calls.push("switchBack"));
    await stoppedBy(server.store(), { ...failing, switchBack });
    expect(server.calls.slice(-2)).toEqual(["switchBack", "delete"]);
  });

  test("and a failed proof, both keys are kept without switchBack", async () => {
    const server = new FaultyServer();
    const { state } = await stoppedBy(server.store(), { verify: failsSecond() });
    expect(ids(server)).toEqual(["old", "new1"]);
    expect(state).toMatchObject({
      step: "verify-switched",
      consumer: "new",
      newKey: { exists: true, works: "unknown" },
    });
    expect(state.next).toContain('delete the other: "ci" (id old) is the old one, "ci" (id new1) the new one');
  });

  test("and a failed proof, switchBack brings the old key back and the new one is deleted", async () => {
    const server = new FaultyServer();
    const { state } = await stoppedBy(server.store(), { verify: failsSecond(), switchBack: () => {} });
    expect(ids(server)).toEqual(["old"]);
    expect(state).toMatchObject({ step: "verify-switched", consumer: "old", newKey: { exists: false } });
  });

  test("and a switchBack that fails, both keys are kept", async () => {
    const server = new FaultyServer();
    const switchBack = () => Promise.reject(new Error("vault still sealed"));
    const { state } = await stoppedBy(server.store(), { ...failing, switchBack });
    expect(ids(server)).toEqual(["old", "new1"]);
    expect(state.consumer).toBe("unknown");
    expect(state.next).toContain("switchBack failed as well (vault still sealed), so both keys were kept");
  });

  test.each([
    ["in the first proof", "verify", 1, ["old"], "old"],
    ["in switchOver", "switchOver", 1, ["old", "new1"], "new"],
    ["in the second proof", "verify", 2, ["old", "new1"], "new"],
  ])("an abort %s is heeded at the next step", async (_, at, times, left, consumer) => {
    const server = new FaultyServer();
    const controller = new AbortController();
    let calls = 0;
    const step = (name: string) => async () => {
      if (name === at && ++calls === times) controller.abort();
    };
    const error = await stoppedBy(server.store(), {
      switchOver: step("switchOver"),
      verify: step("verify"),
      signal: controller.signal,
    });
    expect(error.cause).toBeInstanceOf(AbortError);
    expect(ids(server)).toEqual(left);
    expect(error.state.consumer).toBe(consumer);
  });

  test("an abort while the key is made ends with it deleted", async () => {
    const server = new FaultyServer();
    const controller = new AbortController();
    server.tamper = (key) => {
      controller.abort();
      return key;
    };
    const error = await stoppedBy(server.store(), { signal: controller.signal });
    expect(error.state).toMatchObject({ step: "create", newKey: { exists: false } });
    expect(ids(server)).toEqual(["old"]);
  });
});

test("the error is one of the SDK's, prints its name, and serialises its state", async () => {
  const error = await stoppedBy(new FaultyServer().store(), { id: "nobody" });
  expect(isSdkError(error)).toBe(true);
  expect(error.name).toBe("RotationError");
  expect(error.status).toBeUndefined();
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: "RotationError", state: { step: "check" } });
});
