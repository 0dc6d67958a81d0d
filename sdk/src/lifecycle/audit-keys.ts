// Says which keys need a look, because they are stale, unused, expired, unnamed, or share a name.
import { refuseUnknownOptions, refuseUnlessStore } from "./arguments.js";
import type { AuditOptions, Finding, FindingKind, KeyAudit, UncheckedKeys } from "./audit.js";
import { formatAudit } from "./audit-table.js";
import { durationMs, instant } from "./duration.js";
import type { KeyStore, StoredKey } from "./key-store.js";

const DAY = 86_400_000;

const OPTIONS: readonly (keyof AuditOptions)[] = ["now", "staleAfter", "unusedAfter", "expiresWithin"];

/**
 * Looks through the keys of a store. Revoked keys are not judged, and an expired one is neither stale nor unused.
 *
 * @example
 * const audit = await auditKeys(keyStore(hub), { staleAfter: "90d" });
 * console.log(`${audit}`);
 * if (audit.findings.some(({ kind }) => kind === "never-used")) process.exitCode = 1;
 * @throws {ConfigurationError} when `keys` is not a key store, or an option is unknown, not a duration or not a time
 * @throws whatever the store's `list` rejects with
 */
export async function auditKeys(
  keys: Pick<KeyStore, "capabilities" | "list">,
  options: AuditOptions = {},
): Promise<KeyAudit> {
  refuseUnlessStore(keys, "auditKeys", ["list"]);
  refuseUnknownOptions(options, "auditKeys", OPTIONS);
  const { staleAfter = "30d", unusedAfter = "7d", expiresWithin = "7d" } = options;
  const rules: Rules = {
    now: instant(options.now),
    staleAfter: durationMs(staleAfter, "staleAfter"),
    unusedAfter: durationMs(unusedAfter, "unusedAfter"),
    expiresWithin: durationMs(expiresWithin, "expiresWithin"),
    names: keys.capabilities.names,
    notes: keys.capabilities.notes,
  };
  const listed = await keys.list();
  const alive = listed.filter(({ active }) => active !== false);
  const shared = sharedLabels(alive);
  const audit = {
    now: rules.now,
    keys: listed,
    findings: alive.flatMap((key) => findingsOf(key, rules, shared)),
    cannotTell: uncheckedKeys(alive),
    limits: keys.capabilities.cannotTell,
  };
  return Object.defineProperty(audit, "toString", { value: () => formatAudit(audit) });
}

interface Rules {
  readonly now: Date;
  readonly staleAfter: number;
  readonly unusedAfter: number;
  readonly expiresWithin: number;
  readonly names: boolean;
  readonly notes: boolean;
}

/** What a person would call the key: its name, or its note where keys have no names. */
function labelOf({ name, note }: StoredKey): string {
  return (name ?? note ?? "").trim();
}

/** Each label that more than one key has, with their number. */
function sharedLabels(keys: readonly StoredKey[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(labelOf(key), (counts.get(labelOf(key)) ?? 0) + 1);
  return new Map([...counts].filter(([label, count]) => label && count > 1));
}

function findingsOf(key: StoredKey, rules: Rules, shared: ReadonlyMap<string, number>): Finding[] {
  const found: Finding[] = [];
  const add = (kind: FindingKind, at: Date | null, message: string) =>
    found.push({ kind, id: key.id, name: key.name, at, message });
  const { createdAt, lastUsedAt, expiresAt } = key;
  const { now } = rules;
  const since = (date: Date) => now.getTime() - date.getTime();

  if (expiresAt && expiresAt <= now) {
    add("expired", expiresAt, `expired ${span(since(expiresAt))} ago`);
  } else {
    if (expiresAt && -since(expiresAt) <= rules.expiresWithin) {
      add("expiring", expiresAt, `expires in ${span(-since(expiresAt))}`);
    }
    if (lastUsedAt && since(lastUsedAt) > rules.staleAfter) {
      add("stale", lastUsedAt, `last used ${span(since(lastUsedAt))} ago`);
    }
    if (lastUsedAt === null && createdAt && since(createdAt) > rules.unusedAfter) {
      add("never-used", createdAt, `never used in ${span(since(createdAt))}`);
    }
  }
  if (rules.names && !key.name?.trim()) add("unnamed", null, "has no name");
  if (rules.notes && !key.note?.trim()) add("no-note", null, "has no note");
  const others = (shared.get(labelOf(key)) ?? 1) - 1;
  if (others) {
    const what = key.name === null ? "note" : "name";
    add("duplicate-name", null, `shares its ${what} with ${others} other${others > 1 ? "s" : ""}`);
  }
  return found;
}

/** `45 days`, `1 day`, `5 hours`: whole, rounded down. */
function span(ms: number): string {
  const [size, unit] = ms >= DAY ? [DAY, "day"] : ms >= DAY / 24 ? [DAY / 24, "hour"] : [60_000, "minute"];
  const count = Math.floor(ms / size);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function uncheckedKeys(keys: readonly StoredKey[]): UncheckedKeys[] {
  const idsOf = (test: (key: StoredKey) => boolean) => keys.filter(test).map(({ id }) => id);
  const unusedSince = "was never used, and the API does not say when it was made";
  const blind: UncheckedKeys[] = [
    { kind: "stale", ids: idsOf((key) => key.lastUsedAt === undefined), message: "last use is not known" },
    { kind: "never-used", ids: idsOf((key) => key.lastUsedAt === undefined), message: "last use is not known" },
    { kind: "never-used", ids: idsOf((key) => key.lastUsedAt === null && !key.createdAt), message: unusedSince },
    { kind: "expiring", ids: idsOf((key) => key.expiresAt === undefined), message: "expiry is not known" },
  ];
  return blind.filter(({ ids }) => ids.length > 0);
}
