// The audit: what it finds, what it leaves alone, what it cannot tell, and how it reads.
import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../core/errors.js";
import type { AuditOptions } from "./audit.js";
import { auditKeys } from "./audit-keys.js";
import { formatAudit } from "./audit-table.js";
import type { KeyCapabilities, StoredKey } from "./key-store.js";
import { CAPABILITIES, NOW, storedKey } from "./test/faulty-keys.js";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

function audit(keys: readonly StoredKey[], over: Partial<KeyCapabilities> = {}, options: AuditOptions = {}) {
  const capabilities = { ...CAPABILITIES, notes: false, ...over };
  return auditKeys({ capabilities, list: async () => keys }, { now: NOW, ...options });
}

const kinds = async (key: Partial<StoredKey>, options?: AuditOptions) =>
  (await audit([storedKey({ id: "k", ...key })], {}, options)).findings.map(({ kind }) => kind);

describe("a key is", () => {
  test("stale when its last use is longer ago than staleAfter, not on the very day", async () => {
    expect(await kinds({ lastUsedAt: daysAgo(30) })).toEqual([]);
    expect(await kinds({ lastUsedAt: new Date(daysAgo(30).getTime() - 1) })).toEqual(["stale"]);
    expect(await kinds({ lastUsedAt: daysAgo(3) }, { staleAfter: "2d" })).toEqual(["stale"]);
  });

  test("never-used when it is older than unusedAfter and was never used", async () => {
    expect(await kinds({ createdAt: daysAgo(7) })).toEqual([]);
    expect(await kinds({ createdAt: daysAgo(8) })).toEqual(["never-used"]);
    expect(await kinds({ createdAt: daysAgo(8), lastUsedAt: daysAgo(1) })).toEqual([]);
    expect(await kinds({ createdAt: daysAgo(1) }, { unusedAfter: "12h" })).toEqual(["never-used"]);
  });

  test("expired from the instant of its expiry, and then neither stale nor unused", async () => {
    expect(await kinds({ expiresAt: NOW })).toEqual(["expired"]);
    expect(await kinds({ expiresAt: daysAgo(1), createdAt: daysAgo(90) })).toEqual(["expired"]);
    expect(await kinds({ expiresAt: daysAgo(1), lastUsedAt: daysAgo(90) })).toEqual(["expired"]);
  });

  test("expiring within expiresWithin, the last instant included", async () => {
    expect(await kinds({ expiresAt: daysAgo(-7) })).toEqual(["expiring"]);
    expect(await kinds({ expiresAt: new Date(daysAgo(-7).getTime() + 1) })).toEqual([]);
    expect(await kinds({ expiresAt: daysAgo(-7) }, { expiresWithin: 1000 })).toEqual([]);
  });

  test("unnamed when its name is missing or blank", async () => {
    expect(await kinds({ name: null })).toEqual(["unnamed"]);
    expect(await kinds({ name: " " })).toEqual(["unnamed"]);
  });

  test("all of it at once", async () => {
    const key = { name: "", expiresAt: daysAgo(-1), lastUsedAt: daysAgo(60) };
    expect(await kinds(key)).toEqual(["expiring", "stale", "unnamed"]);
  });
});

describe("an audit", () => {
  test("asks for names only where keys have them, and for notes only where keys have those", async () => {
    const bare = storedKey({ id: "k", name: null });
    expect((await audit([bare], { names: false, notes: true })).findings.map(({ kind }) => kind)).toEqual(["no-note"]);
    expect((await audit([bare], { names: false, notes: false })).findings).toEqual([]);
  });

  test("finds keys that share a name, and tells with how many", async () => {
    const keys = ["a", "b", "c"].map((id) => storedKey({ id, name: "ci" }));
    const { findings } = await audit([...keys, storedKey({ id: "d", name: "web" })]);
    expect(findings.map(({ id, kind, message }) => [id, kind, message])).toEqual([
      ["a", "duplicate-name", "shares its name with 2 others"],
      ["b", "duplicate-name", "shares its name with 2 others"],
      ["c", "duplicate-name", "shares its name with 2 others"],
    ]);
  });

  test("finds keys that share a note where keys have no names", async () => {
    const keys = ["a", "b"].map((id) => storedKey({ id, name: null, note: "ci" }));
    const { findings } = await audit(keys, { names: false, notes: true });
    expect(findings.map(({ message }) => message)).toEqual([
      "shares its note with 1 other",
      "shares its note with 1 other",
    ]);
  });

  test("does not call two nameless keys namesakes", async () => {
    const { findings } = await audit(["a", "b"].map((id) => storedKey({ id, name: " " })));
    expect(findings.map(({ kind }) => kind)).toEqual(["unnamed", "unnamed"]);
  });

  test("does not judge revoked keys, nor count them as namesakes", async () => {
    const revoked = storedKey({ id: "r", name: "ci", active: false, expiresAt: daysAgo(9) });
    const { findings, keys } = await audit([revoked, storedKey({ id: "a", name: "ci", active: true })]);
    expect(findings).toEqual([]);
    expect(keys).toHaveLength(2);
  });

  test("tells each finding with its time and in words", async () => {
    const { findings } = await audit([
      storedKey({ id: "a", lastUsedAt: daysAgo(45) }),
      storedKey({ id: "b", createdAt: daysAgo(8.5) }),
      storedKey({ id: "c", expiresAt: new Date(NOW.getTime() + 3_600_000) }),
      storedKey({ id: "d", expiresAt: new Date(NOW.getTime() - 120_000) }),
    ]);
    expect(findings).toEqual([
      { kind: "stale", id: "a", name: "key a", at: daysAgo(45), message: "last used 45 days ago" },
      { kind: "never-used", id: "b", name: "key b", at: daysAgo(8.5), message: "never used in 8 days" },
      {
        kind: "expiring",
        id: "c",
        name: "key c",
        at: new Date(NOW.getTime() + 3_600_000),
        message: "expires in 1 hour",
      },
      {
        kind: "expired",
        id: "d",
        name: "key d",
        at: new Date(NOW.getTime() - 120_000),
        message: "expired 2 minutes ago",
      },
    ]);
  });

  test("says which checks it could not make, and for which keys", async () => {
    const { findings, cannotTell } = await audit([
      storedKey({ id: "a", lastUsedAt: undefined }),
      storedKey({ id: "b", expiresAt: undefined }),
      storedKey({ id: "c", createdAt: null }),
    ]);
    expect(findings).toEqual([]);
    expect(cannotTell).toEqual([
      { kind: "stale", ids: ["a"], message: "last use is not known" },
      { kind: "never-used", ids: ["a"], message: "last use is not known" },
      { kind: "never-used", ids: ["c"], message: "was never used, and the API does not say when it was made" },
      { kind: "expiring", ids: ["b"], message: "expiry is not known" },
    ]);
  });

  test("passes on what the API cannot tell at all", async () => {
    expect((await audit([], { cannotTell: ["Keys do not expire."] })).limits).toEqual(["Keys do not expire."]);
  });

  test("takes the platform's time when none is given", async () => {
    const before = Date.now();
    const { now } = await auditKeys({ capabilities: CAPABILITIES, list: async () => [] });
    expect(now.getTime()).toBeGreaterThanOrEqual(before);
  });

  test.each(["soon", "30", "-1d", "1w", "", Number.NaN, -1, Infinity])("refuses %j as a duration", async (value) => {
    const options = { staleAfter: value } as AuditOptions;
    await expect(audit([], {}, options)).rejects.toThrow(ConfigurationError);
    await expect(audit([], {}, options)).rejects.toThrow("The option staleAfter must be a duration, not");
  });
});

describe("the table", () => {
  test("has one row for each key with findings, aligned, and what could not be told below", async () => {
    const found = await audit(
      [
        storedKey({ id: "k1", name: "ci", createdAt: daysAgo(90), lastUsedAt: daysAgo(45) }),
        storedKey({ id: "k2", name: "fine" }),
        storedKey({ id: "key-3", name: null, createdAt: null, lastUsedAt: undefined, expiresAt: undefined }),
        storedKey({ id: "k4", name: "web", expiresAt: daysAgo(-1) }),
      ],
      { cannotTell: ["The list shows no prefix."] },
    );
    expect(`${found}`).toBe(
      `
3 of 4 keys need a look, as of 2026-01-01T00:00:00.000Z.

ID     NAME  CREATED     LAST USED   EXPIRES     FINDINGS
k1     ci    2025-10-03  2025-11-17  never       last used 45 days ago
key-3  -     ?           ?           ?           has no name
k4     web   2025-12-31  never       2026-01-02  expires in 1 day

What could not be checked:
- stale: last use is not known, for key-3
- never-used: last use is not known, for key-3
- expiring: expiry is not known, for key-3
- The list shows no prefix.`.trim(),
    );
    expect(formatAudit(found)).toBe(`${found}`);
  });

  test("is one line when nothing is wrong", async () => {
    expect(`${await audit([storedKey({ id: "k" })])}`).toBe("0 of 1 keys need a look, as of 2026-01-01T00:00:00.000Z.");
  });

  test("shows a note where there is no name, cut at 40 characters", async () => {
    const keys = [storedKey({ id: "k", name: null, note: "é".repeat(50), expiresAt: daysAgo(1) })];
    const lines = `${await audit(keys, { names: false, notes: true })}`.split("\n");
    expect(lines.at(-1)).toContain(` ${"é".repeat(39)}…  `);
  });

  test("lets no name move the cursor, break the line or turn it around", async () => {
    const keys = [storedKey({ id: "k", name: "a\u001b[2Jb\nc\u202Ed", expiresAt: daysAgo(1) })];
    const text = `${await audit(keys)}`;
    expect(text).toContain("a\\u{1b}[2Jb\\u{a}c\\u{202e}d");
    expect(text).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
  });
});
