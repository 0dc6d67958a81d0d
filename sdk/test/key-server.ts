// A server's keys in memory, for the key stores: what differs between the APIs is how they look on the wire.
import type { SentRequest } from "./stub-fetch.js";

export interface ServerKey {
  readonly id: string;
  readonly secret: string;
  readonly label: string | null;
  readonly owner: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** What a test says of a key; the rest is unremarkable. */
export type ServerKeySeed = Partial<ServerKey> & Pick<ServerKey, "id">;

export class KeyServer {
  readonly keys: ServerKey[];
  #made = 0;

  constructor(
    readonly secretOf: (id: string) => string,
    ...seeds: ServerKeySeed[]
  ) {
    this.keys = seeds.map((seed) => this.#key(seed));
  }

  #key(seed: ServerKeySeed): ServerKey {
    return {
      secret: this.secretOf(seed.id),
      label: "ci",
      owner: "u1",
      createdAt: "2025-12-01T00:00:00.000Z",
      expiresAt: null,
      lastUsedAt: null,
      ...seed,
    };
  }

  make(seed: Partial<ServerKey>): ServerKey {
    const key = this.#key({ ...seed, id: `new${++this.#made}` });
    this.keys.push(key);
    return key;
  }

  /** Whether there was such a key. */
  remove(id: string): boolean {
    const index = this.keys.findIndex((key) => key.id === id);
    if (index >= 0) this.keys.splice(index, 1);
    return index >= 0;
  }

  get ids(): string[] {
    return this.keys.map(({ id }) => id);
  }

  /** Whether some key's secret stands in one of the request's headers. */
  knows({ headers }: SentRequest): boolean {
    const shown = [headers.get("authorization"), headers.get("x-api-key"), headers.get("cookie")].join(" ");
    return this.keys.some(({ secret }) => shown.includes(secret));
  }
}

/** The last part of the request's path. */
export const lastPart = ({ url }: SentRequest): string => new URL(url).pathname.split("/").at(-1) ?? "";

export const bodyOf = <T>({ body }: SentRequest): T => JSON.parse(body ?? "{}") as T;
