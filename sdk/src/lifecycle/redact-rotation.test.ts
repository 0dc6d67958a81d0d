// No error of the caller's own functions carries the new secret out.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { messageOf, redactSecretInCause } from "./redact-rotation.js";
import { rotateKey } from "./rotate-key.js";
import { FaultyServer, NOW } from "./test/faulty-keys.js";

const SECRET = "fake_new1";

class VaultError extends Error {
  override name = "VaultError";
}

const deep = () => {
  const error = new Error("could not store it");
  error.cause = { request: [{ headers: new Map([["authorization", `Bearer ${SECRET}`]]) }] };
  return error;
};
const hidden = () => Object.defineProperty(new Error("no"), "body", { value: SECRET, enumerable: false });
const circular = () => {
  const error = new VaultError(`cannot store ${SECRET}`);
  error.cause = error;
  return error;
};

const carriers: readonly (readonly [title: string, make: () => unknown])[] = [
  ["a message", () => new VaultError(`cannot store ${SECRET}.`)],
  ["a cause of a cause", deep],
  ["a hidden property", hidden],
  ["an error that causes itself", circular],
  ["a list of errors", () => new AggregateError([new Error(SECRET)], "all failed")],
  ["bytes", () => Object.assign(new Error("no"), { body: new TextEncoder().encode(SECRET) })],
  ["headers", () => Object.assign(new Error("no"), { headers: new Headers({ "x-key": SECRET }) })],
  ["the name of a property", () => Object.assign(new Error("no"), { [SECRET]: 1 })],
  ["a name", () => Object.assign(new Error("no"), { name: SECRET })],
  ["a bare string", () => `cannot store ${SECRET}`],
];

describe.each(carriers)("a secret in %s", (_, make) => {
  test("is not in the error of the rotation", async () => {
    const switchOver = () => Promise.reject(make());
    const error = await rotateKey(new FaultyServer().store(), {
      id: "old",
      now: NOW,
      switchOver,
      verify: () => true,
    }).catch((failure: unknown) => failure);
    const said = [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), `${error}`];
    expect((error as Error).name).toBe("RotationError");
    expect(said.join("\n")).not.toContain(SECRET);
  });
});

test("an error without the secret is passed on as it is", () => {
  const error = new VaultError("sealed");
  expect(redactSecretInCause(error, SECRET)).toBe(error);
  expect(redactSecretInCause(error, undefined)).toBe(error);
});

test("an error without its secret keeps its name and the place it came from", () => {
  const copy = redactSecretInCause(new VaultError(`cannot store ${SECRET}`), SECRET) as Error;
  expect(copy).toMatchObject({ name: "VaultError", message: "cannot store (secret)" });
  expect(copy.stack).toContain("redact-rotation.test.ts");
});

test("what is too large to search is not passed on", () => {
  const error = Object.assign(new Error("no"), { items: Array.from({ length: 20_000 }, () => ({})) });
  expect(redactSecretInCause(error, SECRET)).not.toBe(error);
});

test("a message ends without a stop, and an error without one is called by its name", () => {
  expect(messageOf(new Error("no. "), SECRET)).toBe("no");
  expect(messageOf(new VaultError(), SECRET)).toBe("VaultError");
});
