// What the tests of rotation need to know of an API. Each API that has a key store says it in `<api>/system.ts`.
import type { ApiName, ArmedFault, Call, Duration, FaultSpec, MockClock } from "@terminus-hub/mock-server";
import type { TerminusHubOptions } from "@terminus-hub/sdk";
import type { KeyStore } from "@terminus-hub/sdk/lifecycle";

export const NOW = "2026-01-01T00:00:00.000Z";

/** What the mocks of all APIs have in common. */
export interface AnyMock {
  readonly api: string;
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly clock: MockClock;
  readonly faults: { add(spec: FaultSpec): string; clear(): void; list(): ArmedFault[] };
  readonly fetch: typeof globalThis.fetch;
  calls(filter?: { readonly operationId?: string; readonly status?: number }): Call[];
  har(): unknown;
  jsonLines(): string;
  snapshot(): { readonly state: unknown };
  close(): Promise<void>;
}

/** A part of a rotation that sends something. `open` is the consumer's own call. */
export type Request = "list" | "create" | "delete" | "open" | "quota";

/** One API at work. */
export interface Scene {
  readonly mock: AnyMock;
  /** Managed by the client's own credential. */
  readonly keys: KeyStore;
  /** The key to rotate. */
  readonly old: { readonly id: string; readonly secret: string };
  /** A real call with a secret. */
  open(secret: string): PromiseLike<unknown>;
  /** The ids of the keys that exist, by the mock's own state. */
  existing(): string[];
  /** Is told of each request before it is sent. */
  onRequest: (request: Request) => void;
}

export interface SceneOptions {
  /** Rotate the very key that the client uses. */
  readonly ownKey?: boolean;
  /** When the key expires, where keys do; a key of MUTX never does, unless this says so. */
  readonly expiresIn?: Duration;
  readonly options?: ClientOptions;
  readonly log?: (call: Call) => void;
}

export interface System {
  readonly api: ApiName;
  /** Whether a key can manage keys, its own included. */
  readonly keysManageKeys: boolean;
  /** Whether the consumer's key may delete keys, where keys can manage keys at all. */
  readonly consumersDeleteKeys: boolean;
  /** The operation behind each request, for the mock's faults. */
  readonly operations: Readonly<Record<Exclude<Request, "quota">, string>> & { readonly quota?: string };
  /** What the API says to a key that was deleted. */
  readonly refusal: string;
  set(options?: SceneOptions): Promise<Scene>;
}

/** What every client takes. */
export type ClientOptions = Omit<TerminusHubOptions, "apiKey">;
