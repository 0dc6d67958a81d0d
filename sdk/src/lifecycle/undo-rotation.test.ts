// What a rotation leaves behind that fails after switchOver was called.
import { describe, expect, test, vi } from "vitest";
import { AbortError } from "../core/errors.js";
import { FaultyServer } from "./test/faulty-keys.js";
import { ids, stoppedBy } from "./test/rotations.js";

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
    expect(state.next).toContain('delete the other. The old one is "ci" (id old), the new one "ci" (id new1)');
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
