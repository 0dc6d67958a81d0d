// Mocks by name: each API's own presets, state, operation ids and options, and nothing of the others.
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test } from "vitest";
import { listedApis } from "../../scripts/package-entries.js";
import { apiNames, loadApi } from "./apis.js";
import { createMock, type Mock, type TermixStateInput } from "./index.js";

test("the APIs are known by name, Terminus Hub first", () => {
  expect(apiNames).toEqual(listedApis().map(({ name }) => name));
  expect(apiNames[0]).toBe("terminus-hub");
});

test("an unknown name is refused, with those that are known", async () => {
  // @ts-expect-error: no such API
  await expect(createMock({ api: "terminus" })).rejects.toThrow(
    `There is no API "terminus". Known: ${apiNames.join(", ")}.`,
  );
});

describe("createMock", () => {
  test("without a name mocks Terminus Hub", async () => {
    const mock = await createMock();
    expect(mock.api).toBe("terminus-hub");
    expectTypeOf(mock).toEqualTypeOf<Mock<"terminus-hub">>();
    expectTypeOf(await createMock({ seed: 1 })).toEqualTypeOf<Mock>();
    expectTypeOf(mock.reset).parameter(0).not.toExtend<"expired-key" | undefined>();
  });

  test("is typed by the name: presets, state, operations, options and actions", async () => {
    const termix = await createMock({ api: "termix", preset: "expired-key" });
    expectTypeOf(termix).toEqualTypeOf<Mock<"termix">>();
    expectTypeOf(termix.snapshot().state).toEqualTypeOf<TermixStateInput>();
    expectTypeOf(termix.users.setAdmin).parameters.toEqualTypeOf<[string, boolean]>();
    const mutx = await createMock({ api: "mutx", preset: "full-quota", userApiKey: true });
    expectTypeOf(mutx.tokens.create).returns.toEqualTypeOf<string>();
    const traylinx = await createMock({ api: "traylinx", deleteStatus: 200 });
    expectTypeOf(traylinx.accessToken).toEqualTypeOf<string>();
    expect([termix.api, mutx.api, traylinx.api]).toEqual(["termix", "mutx", "traylinx"]);
    // @ts-expect-error: an operation of MUTX alone
    expect(() => termix.expectCalled("rotateApiKey")).toThrow('There is no operation "rotateApiKey"');
    // @ts-expect-error: a preset of Termix alone
    await expect(createMock({ api: "mutx", preset: "fresh" })).rejects.toThrow('There is no preset "fresh"');
    // @ts-expect-error: state of MUTX
    const wrong = createMock({ api: "traylinx", state: { accounts: [{ email: "a@example.com" }] } });
    await expect(wrong).rejects.toThrow("The state cannot be used: state.people");
  });
});

test("a rate limit is refused where there is none to change", async () => {
  const message = "Termix API has no rate limit, so a limit would have no effect. Leave it out.";
  await expect(createMock({ api: "termix", rateLimit: { limit: 1, window: "1s" } })).rejects.toThrow(message);
  const mock = await createMock({ api: "termix", rateLimit: false });
  expect(() => mock.rateLimits.set({ limit: 1, window: "1s" })).toThrow(message);
  mock.rateLimits.set(false);
  expect(mock.rateLimits.get()).toBe(false);
});

describe.each(apiNames)("%s", (name) => {
  test("repeats itself, byte for byte, with the same seed and time", async () => {
    const transcript = async () => {
      const mock = await createMock({ api: name, seed: 7, now: "2026-01-01T00:00:00Z" });
      const lines = [mock.apiKey, JSON.stringify(mock.snapshot()), JSON.stringify(mock.banner("http://127.0.0.1"))];
      for (const { path } of Object.values((await loadApi(name)).routes)) {
        const headers = { authorization: `Bearer ${mock.apiKey}` };
        const answer = await mock.fetch(`${mock.baseUrl}${path.replace(/[{}]/g, "")}`, { headers });
        lines.push(JSON.stringify([...answer.headers]), await answer.text());
      }
      return lines;
    };
    const first = await transcript();
    expect(first).toEqual(await transcript());
  });

  test("names its secret fields as its document does, where they have no form of their own", async () => {
    const api = await loadApi(name);
    const secret = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { properties } = value as { properties?: Record<string, { "x-secret"?: boolean; example?: unknown }> };
      for (const [field, schema] of Object.entries(properties ?? {})) {
        if (schema["x-secret"] === true && !String(schema.example).match(api.secretPattern)) secret.add(field);
      }
      for (const inner of Object.values(value)) look(inner);
    };
    look(await api.document());
    expect([...secret].sort()).toEqual([...api.secretFields].sort());
  });

  test("has a summary for each preset, and starts in each", async () => {
    const { presets } = await loadApi(name);
    const mock = await createMock({ api: name, seed: 1 });
    for (const [preset, { summary }] of Object.entries(presets)) {
      expect(summary).not.toBe("");
      mock.reset(preset as Parameters<typeof mock.reset>[0]);
      expect(mock.snapshot().api).toBe(name);
    }
  });

  test("comes back from a snapshot as it was", async () => {
    const mock = await createMock({ api: name, seed: 1, now: "2026-01-01T00:00:00Z" });
    const before = JSON.stringify(mock.snapshot());
    mock.restore(JSON.parse(before));
    expect(JSON.stringify(mock.snapshot())).toBe(before);
  });

  test("shows no secret of its own when it is printed or serialised", async () => {
    const mock = await createMock({ api: name, seed: 1 });
    const secrets = [mock.apiKey, ...("accessToken" in mock ? [mock.accessToken] : [])];
    const printed = [JSON.stringify(mock), inspect(mock, { depth: 8, showHidden: true })].join("\n");
    for (const secret of secrets) expect(printed).not.toContain(secret);
  });
});
