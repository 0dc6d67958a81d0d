// Secrets are kept as SHA-256 alone.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { fingerprint, fromHex, SecretVault, toHex } from "./secret-vault.js";

test("a fingerprint is the SHA-256 of the secret", () => {
  expect(toHex(fingerprint("thub_x"))).toBe(createHash("sha256").update("thub_x").digest("hex"));
  expect(fromHex(toHex(fingerprint("thub_x")))).toBe(fingerprint("thub_x"));
});

test("an entry is found by its secret until it is revoked, and then its time is remembered", () => {
  const vault = new SecretVault<{ readonly hash: string }>();
  const entry = { hash: fingerprint("s") };
  vault.add(entry);
  expect([vault.find("s"), vault.find("t"), vault.size]).toEqual([entry, undefined, 1]);
  vault.revoke(entry, 5);
  vault.revoke(entry, 6);
  expect([vault.find("s"), vault.revokedAt("s"), vault.revokedAt("t"), vault.size]).toEqual([
    undefined,
    5,
    undefined,
    0,
  ]);
});

test("of many revoked secrets the oldest are forgotten", () => {
  const vault = new SecretVault<{ readonly hash: string }>();
  for (let i = 0; i <= 1_000; i += 1) {
    const entry = { hash: fingerprint(`s${i}`) };
    vault.add(entry);
    vault.revoke(entry, i);
  }
  expect([vault.revokedAt("s0"), vault.revokedAt("s1")]).toEqual([undefined, 1]);
});
