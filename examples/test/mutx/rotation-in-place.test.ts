// What limits a rotation with MUTX alone: days to the expiry, a quota without room, and a call that kills the old secret first.
import { createMock, type Mock, type MockOptions } from "@terminus-hub/mock-server";
import { Rotation, RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { keyStore, Mutx } from "@terminus-hub/sdk/mutx";
import { describe, expect, test } from "vitest";
import { NOW } from "../system.js";

/** To the millisecond, and no number of whole days from the start. */
const ODD = 7_777_777_777;

describe("mutx", () => {
  async function start(options: MockOptions<"mutx"> = {}) {
    const mock = await createMock({ api: "mutx", seed: 1, now: NOW, ...options });
    const mutx = new Mutx({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
    const open = (secret: string) => mutx.withOptions({ apiKey: secret }).agents.list({ limit: 1 });
    return { mock, mutx, open, keys: keyStore(mutx.withOptions({ accessToken: mock.tokens.create() })) };
  }

  const activeIds = (mock: Mock<"mutx">) =>
    mock
      .snapshot()
      .state.accounts[0]?.api_keys?.filter((key) => key.is_active)
      .map(({ id }) => id) ?? [];

  test("with allowExpiryChange the days that are left are rounded down, and the result says both times", async () => {
    const { mock, open, keys } = await start();
    const { id } = mock.accounts.createKey({ name: "CI", expiresIn: "60h" });
    const options = { id, now: mock.clock.now(), switchOver: () => {}, verify: open };
    const rotation = await rotateKey(keys, { ...options, allowExpiryChange: true });
    expect(rotation.newKey.expiresAt?.toISOString()).toBe("2026-01-03T00:00:00.000Z");
    expect(`${rotation}`).toMatch(/2026-01-03T00:00:00.000Z.*2026-01-03T12:00:00.000Z/);
  });

  test("a full quota is reported before anything is made", async () => {
    const { mock, open, keys } = await start({ preset: "full-quota" });
    const before = activeIds(mock);
    const [id = ""] = before;
    const end = rotateKey(keys, { id, now: mock.clock.now(), switchOver: () => {}, verify: open });
    await expect(end).rejects.toThrow(/quota is full \(2 of 2 keys\)/);
    await expect(end).rejects.toMatchObject({ state: { step: "check", newKey: null, oldKey: { works: true } } });
    expect(mock.calls({ operationId: "createApiKey" })).toEqual([]);
    expect(mock.calls().every(({ method }) => method === "GET")).toBe(true);
    expect(activeIds(mock)).toEqual(before);
  });

  test("in place, a key is replaced though the quota is full, and keeps its expiry to the millisecond", async () => {
    const { mock, open, keys } = await start({ preset: "full-quota" });
    const { id, key } = mock.accounts.createKey({ name: "leaked", expiresIn: ODD });
    let held = key;
    const rotation = await rotateKey(keys, {
      id,
      inPlace: true,
      now: mock.clock.now(),
      switchOver: (secret) => {
        held = secret;
      },
      verify: open,
    });
    expect(rotation).toMatchObject({ inPlace: true, newKey: { name: "leaked" } });
    expect(rotation.newKey.expiresAt?.getTime()).toBe(Date.parse(NOW) + ODD);
    expect((await open(held)).items).toBeInstanceOf(Array);
    await expect(Promise.resolve(open(key))).rejects.toMatchObject({ name: "AuthenticationError" });
    expect(activeIds(mock)).not.toContain(id);
    expect(activeIds(mock)).toContain(rotation.newKey.id);
  });

  test.each([
    ["a 500", { status: 500 }, true],
    ["a 401", { status: 401 }, true],
    ["a 429", { status: 429, retryAfter: 120 }, true],
    ["a reset", { reset: true }, true],
    ["a reset after the commit", { afterCommit: true }, false],
    ["a 500 after the commit", { afterCommit: true, status: 500 }, false],
    ["an answer that breaks off", { truncate: true }, false],
    ["an answer that is no JSON", { malformed: true }, false],
  ] as const)("in place, %s is told for what it is", async (_, fault, alive) => {
    const { mock, open, keys } = await start();
    const { id, key } = mock.accounts.createKey({ name: "leaked" });
    mock.faults.add({ operationId: "rotateApiKey", ...fault });
    const end = await rotateKey(keys, {
      id,
      inPlace: true,
      now: mock.clock.now(),
      switchOver: () => {},
      verify: open,
    }).catch((error: unknown) => error);
    mock.faults.clear();
    expect(end).toBeInstanceOf(RotationError);
    expect(mock.calls({ operationId: "rotateApiKey" })).toHaveLength(1);
    const { state } = end as RotationError;
    expect(state).toMatchObject({ step: "rotate-in-place", consumer: "old", oldKey: { exists: alive, works: alive } });
    const call = open(key).safe();
    expect((await call).ok).toBe(alive);
    expect(activeIds(mock).includes(id)).toBe(alive);
    // Where the secret is lost, the successor is named, and rotating that one in place again gives a secret that works.
    expect(state.candidates).toHaveLength(alive ? 0 : 1);
    const [successor] = state.candidates;
    if (!successor) return;
    expect(activeIds(mock)).toContain(successor.id);
    let held = "";
    const again = await rotateKey(keys, {
      id: successor.id,
      inPlace: true,
      now: mock.clock.now(),
      switchOver: (secret) => {
        held = secret;
      },
      verify: open,
    });
    expect(again).toBeInstanceOf(Rotation);
    expect((await open(held).safe()).ok).toBe(true);
  });

  test("a switchOver that fails in place says that the old secret is dead", async () => {
    const { mock, open, keys } = await start();
    const { id } = mock.accounts.createKey({ name: "leaked" });
    const end = rotateKey(keys, {
      id,
      inPlace: true,
      now: mock.clock.now(),
      switchOver: (secret) => {
        throw new Error(`no room for ${secret}`);
      },
      verify: open,
    });
    await expect(end).rejects.toThrow(/old secret is dead/);
    await expect(end).rejects.toMatchObject({ state: { step: "switch-over", oldKey: { exists: false } } });
    await expect(end).rejects.not.toThrow(/mutx_live_[0-9a-f]{12}_/);
    expect(activeIds(mock)).not.toContain(id);
  });
});
