// A server with keys that can fail at every call, before or after the call took effect, and a consumer to watch over.
import {
  AuthenticationError,
  ConnectionError,
  NotFoundError,
  PermissionDeniedError,
  type SdkError,
} from "../../core/errors.js";
import type { CreatedKey, KeyCapabilities, KeyQuota, KeyStore, StoredKey } from "../key-store.js";

export const NOW = new Date("2026-01-01T00:00:00Z");

export const CAPABILITIES: KeyCapabilities = {
  expiry: "exact",
  lastUsed: true,
  names: true,
  notes: true,
  secretPrefix: "fake_",
  cannotTell: [],
};

/** A key as a test writes it: what is left out is unremarkable. */
export function storedKey(key: Partial<StoredKey> & { readonly id: string }): StoredKey {
  return {
    name: `key ${key.id}`,
    note: null,
    createdAt: new Date("2025-12-31T00:00:00Z"),
    lastUsedAt: null,
    expiresAt: null,
    raw: null,
    ...key,
  };
}

/** An answer of the server as an error of the SDK. */
export function refusal(
  type: new (...args: ConstructorParameters<typeof NotFoundError>) => SdkError,
  status: number,
  message = `answered with ${status}`,
): SdkError {
  return new type(message, { status, headers: new Headers(), text: "", time: 0 }, () => null);
}

/** Whether a call fails before it has an effect, or after it (the answer is lost). */
export type Fault = "before" | "after";

export interface ServerOptions {
  readonly keys?: readonly StoredKey[];
  readonly capabilities?: Partial<KeyCapabilities>;
  /** Whether a key of the server may manage keys; else only "admin" may. */
  readonly keysManageKeys?: boolean;
  readonly quota?: KeyQuota;
  /** The error that a fault shows. */
  readonly fault?: () => unknown;
}

/** The server. A secret is `fake_` and the id of its key. */
export class FaultyServer {
  readonly keys: StoredKey[];
  /** The names of all calls, in order; a fault is planned by the place in this list. */
  readonly calls: string[] = [];
  readonly faults = new Map<number, Fault>();
  /** Changes what a creation makes. */
  tamper: (key: StoredKey) => StoredKey = (key) => key;
  #made = 0;

  constructor(readonly options: ServerOptions = {}) {
    this.keys = [...(options.keys ?? [storedKey({ id: "old", name: "ci" })])];
  }

  works(secret: string): boolean {
    return this.keys.some(({ id, active }) => secret === `fake_${id}` && active !== false);
  }

  /** Runs one call with the fault that is planned for it. */
  async call<T>(name: string, effect: () => T): Promise<T> {
    const fault = this.faults.get(this.calls.push(name) - 1);
    const error = () => this.options.fault?.() ?? new ConnectionError(`${name} got no answer`);
    if (fault === "before") throw error();
    const value = effect();
    if (fault === "after") throw error();
    return value;
  }

  make(like: StoredKey): CreatedKey {
    const id = `new${++this.#made}`;
    const { name, note, expiresAt } = like;
    const key = this.tamper(storedKey({ id, name, note, expiresAt, createdAt: NOW }));
    this.keys.push(key);
    return { key, secret: `fake_${id}` };
  }

  remove(id: string): void {
    const index = this.keys.findIndex((key) => key.id === id);
    if (index < 0) throw refusal(NotFoundError, 404);
    this.keys.splice(index, 1);
  }

  /** The keys as `secret` sees them; "admin" always may. */
  store(secret = "admin", inPlace = false): KeyStore {
    const { capabilities, quota, keysManageKeys = true } = this.options;
    const as = <T>(name: string, effect: () => T) =>
      this.call(name, () => {
        if (secret !== "admin" && !this.works(secret)) throw refusal(AuthenticationError, 401);
        if (secret !== "admin" && !keysManageKeys) throw refusal(PermissionDeniedError, 403);
        return effect();
      });
    return {
      capabilities: { ...CAPABILITIES, ...capabilities },
      list: () => as("list", () => [...this.keys]),
      create: ({ like }) => as("create", () => this.make(like)),
      delete: (id) => as("delete", () => this.remove(id)),
      withSecret: (other) => this.store(other, inPlace),
      ...(quota && { quota: () => as("quota", () => quota) }),
      ...(inPlace && {
        rotateInPlace: (id: string) =>
          as("rotateInPlace", () => {
            const like = this.keys.find((key) => key.id === id);
            this.remove(id);
            return this.make(like as StoredKey);
          }),
      }),
    };
  }
}
