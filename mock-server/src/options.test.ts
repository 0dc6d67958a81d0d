// What a caller without a type checker gets wrong: told in whole sentences, with what is allowed.
import { describe, expect, test } from "vitest";
import { call } from "../test/calling.js";
import { apiNames } from "./apis.js";
import { createMock, type Mock } from "./index.js";

describe("createMock", () => {
  test.each<[options: unknown, message: string]>([
    ["str", 'createMock() takes an object of options, not "str". Known: api, preset,'],
    [null, "createMock() takes an object of options, not null."],
    [{ presett: "empty" }, 'createMock() for terminus-hub has no option "presett". Known: preset, state, seed,'],
    [{ api: "termix", keyManagement: "key" }, 'createMock() for termix has no option "keyManagement".'],
    [{ keyManagement: "zz" }, 'keyManagement is "zz". Allowed: "key", "session".'],
    [{ api: "traylinx", deleteStatus: 201 }, "deleteStatus is 201. Allowed: 200, 204."],
    [{ rateLimit: 3 }, "The rate limit is 3. Give an object such as"],
    [{ preset: "empty", state: { accounts: [{ name: "A" }] } }, "Give preset or state, not both"],
    [{ preset: 3 }, 'There is no preset "3". Known: default,'],
    [{ seed: {} }, "The seed is an object. It must be a number or text."],
    [{ log: "json" }, 'log is "json". It must be a function that takes a call.'],
    [{ latency: [2, 1] }, "latency goes from 2 to 1. Put the shorter first."],
    [{ latency: true }, "latency is true. It must be a length of time"],
    [{ now: null }, 'now is "null". It must be a point in time'],
    [{ now: "+010000-01-01T00:00:00Z" }, "The clock must stay between the years 0001 and 9999"],
    [{ state: null }, "The state cannot be used: state"],
  ])("%j is refused", async (options, message) => {
    await expect(createMock(options as object)).rejects.toThrow(message);
  });

  test("a limit without a window is per minute", async () => {
    const mock = await createMock({ rateLimit: { limit: 3 } });
    expect(mock.rateLimits.get()).toEqual({ limit: 3, window: 60_000 });
  });
});

describe("what a mock can be told", () => {
  test.each<[what: string, act: (mock: Mock) => unknown, message: string]>([
    [
      "a role",
      (mock) => mock.sessions.create({ role: "boss" as "owner" }),
      'sessions.create().role must be "owner" or "admin" or "member", not "boss".',
    ],
    [
      "a plan",
      (mock) => mock.accounts.setPlan("gold" as "free"),
      'setPlan().plan must be "free" or "professional" or "business" or "enterprise", not "gold".',
    ],
    ["an option", (mock) => mock.accounts.create({ nam: "x" } as never), "accounts.create().name is missing."],
    [
      "a blank name",
      (mock) => mock.accounts.createKey({ name: "  " }),
      "accounts.createKey().name must hold at least 1 characters",
    ],
    [
      "a session that lasts no time",
      (mock) => mock.sessions.create({ expiresIn: 0 }),
      "sessions.create().expiresIn must be longer than 0",
    ],
    [
      "nothing to restore",
      (mock) => mock.restore(null as never),
      "restore() needs a value from snapshot(). This one has no clock.now and no rateWindows.",
    ],
    [
      "a fault",
      (mock) => mock.faults.add(null as never),
      "A fault must be an object such as { status: 503, times: 1 }, not",
    ],
    ["a way to listen", (mock) => mock.listen({ prt: 1 } as never), 'listen() has no option "prt". Known: port,'],
  ])("%s that does not exist is refused", async (_, act, message) => {
    const mock = await createMock({ preset: "empty" });
    await expect((async () => act(mock))()).rejects.toThrow(message);
  });

  test("the other APIs refuse keys and tokens that expire at once, and options they do not know", async () => {
    const termix = await createMock({ api: "termix" });
    expect(() => termix.users.createKey({ name: " " })).toThrow("users.createKey().name must hold at least 1");
    expect(() => termix.users.createKey({ name: "x", expiresIn: 0 })).toThrow("expiresIn must be longer than 0");
    const mutx = await createMock({ api: "mutx" });
    expect(() => mutx.accounts.create({ email: "x" })).toThrow("accounts.create().email must be an email address");
    expect(() => mutx.tokens.create({ expiresIn: "0s" })).toThrow("expiresIn must be longer than 0");
    const traylinx = await createMock({ api: "traylinx" });
    expect(() => traylinx.projects.createKey({ nte: "x" } as never)).toThrow('has no "nte"; known are: note,');
  });
});

test.each(apiNames)(
  "%s lives at both ends of the calendar: what it holds can be listed, and its snapshot restored",
  async (api) => {
    for (const now of ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"]) {
      const mock = await createMock({ api, seed: 1, now });
      mock.restore(mock.snapshot());
      expect(mock.clock.state().frozen).toBe(true);
      expect((await call(mock, "GET /")).status).toBeLessThan(500);
    }
  },
);
