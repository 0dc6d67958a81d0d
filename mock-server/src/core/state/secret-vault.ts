// Keys and session tokens: only a SHA-256 of each is kept, and one look-up finds it, however many there are.
import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();
/** How many revoked secrets are remembered, only to say in the log why they no longer work. */
const REMEMBERED = 1_000;

/** The SHA-256 of a secret, each byte a character: the only form in which it is kept. */
export function fingerprint(secret: string): string {
  return String.fromCharCode(...sha256(encoder.encode(secret)));
}

/** A fingerprint as hexadecimal text, for snapshots. */
export function toHex(hash: string): string {
  return Array.from(hash, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

/** The reverse of `toHex`. */
export function fromHex(hex: string): string {
  return (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
}

/** A new entry with its secret in clear, which nothing else knows from now on. */
export interface HandedOut<Entry> {
  readonly secret: string;
  readonly stored: Entry;
}

export class SecretVault<Entry extends { readonly hash: string }> {
  readonly #entries = new Map<string, Entry>();
  readonly #revoked = new Map<string, number>();

  get size(): number {
    return this.#entries.size;
  }

  add(entry: Entry): void {
    this.#entries.set(entry.hash, entry);
  }

  find(secret: string): Entry | undefined {
    return this.#entries.get(fingerprint(secret));
  }

  /** The first secret that a fixture gives in clear, with its entry, if it works. */
  handOut(given: readonly (string | undefined)[]): HandedOut<Entry> | undefined {
    const secret = given.find((each) => each !== undefined);
    const stored = secret === undefined ? undefined : this.find(secret);
    return secret === undefined || stored === undefined ? undefined : { secret, stored };
  }

  /** Refuses the secret from now on, and remembers when that was. */
  revoke(entry: Entry, at: number): void {
    if (!this.#entries.delete(entry.hash)) return;
    this.#revoked.set(entry.hash, at);
    if (this.#revoked.size <= REMEMBERED) return;
    for (const oldest of this.#revoked.keys()) {
      this.#revoked.delete(oldest);
      return;
    }
  }

  /** When this secret was revoked, if it was one of ours. */
  revokedAt(secret: string): number | undefined {
    return this.#revoked.get(fingerprint(secret));
  }

  values(): IterableIterator<Entry> {
    return this.#entries.values();
  }
}
