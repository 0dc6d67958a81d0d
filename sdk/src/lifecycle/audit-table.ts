// An audit as a table that reads well in a terminal and in a log.
import type { KeyAudit } from "./audit.js";
import type { StoredKey } from "./key-store.js";

const MAX_WIDTH = 40;

/** One row for each key with findings, in the order of the list. Below stands what could not be checked. */
export function formatAudit(audit: Omit<KeyAudit, "toString">): string {
  const { now, keys, findings, cannotTell, limits } = audit;
  const rows = keys.flatMap((key) => {
    const own = findings.filter(({ id }) => id === key.id);
    return own.length ? [rowOf(key, own.map(({ message }) => message).join(", "))] : [];
  });
  const lines = [`${rows.length} of ${keys.length} keys need a look, as of ${now.toISOString()}.`];
  if (rows.length) {
    lines.push("", ...align([["ID", "NAME", "CREATED", "LAST USED", "EXPIRES", "FINDINGS"], ...rows]));
  }
  const blind = cannotTell.map(({ kind, ids, message }) => `${kind}: ${message}, for ${ids.map(printable).join(", ")}`);
  const notes = [...new Set([...blind, ...limits])];
  if (notes.length) lines.push("", "What could not be checked:", ...notes.map((note) => `- ${note}`));
  return lines.join("\n");
}

function rowOf(key: StoredKey, findings: string): string[] {
  const day = (date: Date | null | undefined, none: string) => (date ? date.toISOString().slice(0, 10) : none);
  const or = (date: Date | null | undefined, never: string) => day(date, date === undefined ? "?" : never);
  const { id, name, note, createdAt, lastUsedAt, expiresAt } = key;
  return [
    cut(printable(id)),
    cut(printable(name ?? note ?? "-")),
    day(createdAt, "?"),
    or(lastUsedAt, "never"),
    or(expiresAt, "never"),
    findings,
  ];
}

/** A name is somebody else's text: it may not move the cursor, break the line or turn it around. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > MAX_WIDTH ? `${characters.slice(0, MAX_WIDTH - 1).join("")}…` : text;
}

function align(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - [...cell].length))
      .join("  ")
      .trimEnd(),
  );
}
