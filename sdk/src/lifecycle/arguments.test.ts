// What rotateKey and auditKeys refuse before they send anything.
import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../core/errors.js";
import { TerminusHub } from "../terminus-hub/client.js";
import { auditKeys } from "./audit-keys.js";
import { rotateKey } from "./rotate-key.js";
import { FaultyServer, NOW } from "./test/faulty-keys.js";

const good = { id: "old", now: NOW, switchOver: () => {}, verify: () => true };

const refused = async (work: () => Promise<unknown>): Promise<string> => {
  const error = await work().catch((failure: unknown) => failure);
  if (!(error instanceof ConfigurationError)) throw new Error(`Expected a ConfigurationError, got ${String(error)}.`);
  return error.message;
};

/** As a program without types would call them. */
const rotate = rotateKey as (keys: unknown, options?: unknown) => Promise<unknown>;
const audit = auditKeys as (keys: unknown, options?: unknown) => Promise<unknown>;

describe("in place of a key store", () => {
  const hub = new TerminusHub({ apiKey: "thub_0123456789" });
  test.each([
    ["a client", hub],
    ["its resource", hub.apiKeys],
    ["nothing", undefined],
    ["null", null],
    ["a store that cannot list", { ...new FaultyServer().store(), list: undefined }],
    ["a store without capabilities", { ...new FaultyServer().store(), capabilities: undefined }],
  ])("%s is refused, with what to pass", async (_, keys) => {
    expect(await refused(() => rotate(keys, good))).toMatch(/^rotateKey needs a key store.* Pass keyStore\(hub\)/);
    expect(await refused(() => audit(keys))).toMatch(/^auditKeys needs a key store.* Pass keyStore\(hub\)/);
  });
});

describe("rotateKey refuses, before anything is sent,", () => {
  test.each([
    ["a missing verify", { ...good, verify: undefined }, "The option verify is not a function"],
    ["a verify that was called", { ...good, verify: Promise.resolve(true) }, "The option verify is not a function"],
    ["a missing switchOver", { ...good, switchOver: undefined }, "The option switchOver is not a function"],
    ["a switchBack that is not a function", { ...good, switchBack: true }, "The option switchBack is not a function"],
    ["a missing id", { ...good, id: undefined }, "The option id must be a non-empty string"],
    ["the key in place of its id", { ...good, id: { id: "old" } }, "The option id must be a non-empty string"],
    ["an option that is misspelt", { ...good, inplace: true }, 'rotateKey does not know the option "inplace"'],
    ["no options", undefined, "rotateKey needs an object of options"],
    ["an id in place of the options", "old", "rotateKey needs an object of options"],
  ])("%s", async (_, options, message) => {
    const server = new FaultyServer();
    expect(await refused(() => rotate(server.store(), options))).toContain(message);
    expect(server.calls).toEqual([]);
  });
});

test("auditKeys refuses an option that it does not know, with those it does", async () => {
  const server = new FaultyServer();
  expect(await refused(() => audit(server.store(), { staleafter: "30d" }))).toBe(
    'auditKeys does not know the option "staleafter". It takes now, staleAfter, unusedAfter, expiresWithin. Nothing was sent.',
  );
  expect(server.calls).toEqual([]);
});
