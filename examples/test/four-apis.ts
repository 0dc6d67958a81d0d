// The four APIs as one table: a mock of each, a client of it, its key store, and a key that some consumer holds. What differs is here, so that the tests are one.
import {
  type ApiName,
  type ArmedFault,
  type Call,
  createMock,
  type Duration,
  type FaultSpec,
  type MockClock,
} from "@terminus-hub/mock-server";
import { keyStore, TerminusHub, type TerminusHubOptions } from "@terminus-hub/sdk";
import type { KeyStore } from "@terminus-hub/sdk/lifecycle";
import { Mutx, keyStore as mutxKeyStore } from "@terminus-hub/sdk/mutx";
import { Termix, keyStore as termixKeyStore } from "@terminus-hub/sdk/termix";
import { Traylinx, keyStore as traylinxKeyStore } from "@terminus-hub/sdk/traylinx";

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
  /** The operation behind each request, for the mock's faults. */
  readonly operations: Readonly<Record<Exclude<Request, "quota">, string>> & { readonly quota?: string };
  /** What the API says to a key that was deleted. */
  readonly refusal: string;
  set(options?: SceneOptions): Promise<Scene>;
}

/** What every client takes. */
export type ClientOptions = Omit<TerminusHubOptions, "apiKey">;

const frozen = { seed: 1, now: NOW } as const;
const keyOperations = { list: "listApiKeys", create: "createApiKey", delete: "deleteApiKey" } as const;

/** A client's patience, without waiting: the timeout of an exchange is over as soon as the mock has told that it hangs. */
class Patience {
  readonly #timers = new Set<() => void>();

  /** For the mock's `log`. */
  readonly log = (call: Call): void => {
    if (call.outcome !== "hang") return;
    setImmediate(() => {
      for (const ring of [...this.#timers]) ring();
    });
  };

  /** The mock's clock, with timeouts that ring in this way. */
  clock(mock: AnyMock): NonNullable<ClientOptions["clock"]> {
    return {
      now: mock.clock.now,
      sleep: mock.clock.sleep,
      timer: (ms, fire) => {
        const ring = () => {
          mock.clock.advance(ms);
          fire();
        };
        this.#timers.add(ring);
        return () => this.#timers.delete(ring);
      },
    };
  }
}

/** What every mock is made with: everything about it is frozen, and a hang is told. */
function staged({ log }: SceneOptions) {
  const patience = new Patience();
  const tell = (call: Call) => {
    patience.log(call);
    log?.(call);
  };
  return { patience, setting: { ...frozen, log: tell } };
}

/** The scene that requests are told to, and options of a client whose requests are. */
function wire(mock: AnyMock, patience: Patience, options: ClientOptions | undefined) {
  const scene = { onRequest: (_: Request) => {} };
  const client: ClientOptions = {
    baseUrl: mock.baseUrl,
    clock: patience.clock(mock),
    ...options,
    fetch: (url, init) => {
      scene.onRequest(requestOf(url, init.method ?? "GET"));
      return mock.fetch(url, init);
    },
  };
  return { scene, client };
}

function requestOf(url: string, method: string): Request {
  if (!/\/api[-_]keys\b/.test(url)) return /\/auth\/me$/.test(url) ? "quota" : "open";
  return method === "GET" ? "list" : method === "POST" ? "create" : "delete";
}

/** The id of the key that the mock hands out: it is what the journal calls the caller. */
async function ownKeyId(mock: AnyMock, call: PromiseLike<unknown>): Promise<string> {
  await call;
  return mock.calls().at(-1)?.credential ?? "";
}

interface Ids {
  readonly id?: string | undefined;
}
const idsOf = (keys: readonly Ids[] | undefined): string[] => (keys ?? []).map(({ id }) => id ?? "");

const terminusHub: System = {
  api: "terminus-hub",
  keysManageKeys: true,
  operations: { ...keyOperations, open: "listWorkspaces" },
  refusal: "Invalid API key",
  async set(given = {}) {
    const { ownKey, options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ ...setting, rateLimit: false });
    const { scene, client } = wire(mock, patience, options);
    const hub = new TerminusHub({ apiKey: mock.apiKey, ...client });
    const open = (secret: string) => hub.withOptions({ apiKey: secret }).workspaces.list({ limit: 1 });
    const made = mock.accounts.createKey({ name: "CI pipeline" });
    const old = ownKey
      ? { id: await ownKeyId(mock, open(mock.apiKey)), secret: mock.apiKey }
      : { id: made.id, secret: made.key };
    const existing = () => mock.snapshot().state.accounts.flatMap(({ api_keys }) => idsOf(api_keys));
    return Object.assign(scene, { mock, keys: keyStore(hub), old, open, existing });
  },
};

const termix: System = {
  api: "termix",
  keysManageKeys: true,
  operations: { ...keyOperations, open: "me" },
  refusal: "Invalid API key",
  async set(given = {}) {
    const { ownKey, expiresIn = "90d", options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ api: "termix", ...setting });
    const { scene, client } = wire(mock, patience, options);
    const admin = new Termix({ apiKey: mock.apiKey, ...client });
    const open = (secret: string) => admin.withOptions({ apiKey: secret }).users.me();
    // The consumer is no admin, so its key cannot manage keys.
    const username = ownKey ? "admin" : "deploy";
    const made = mock.users.createKey({ name: "ci-pipeline", username, expiresIn });
    const old = ownKey
      ? { id: await ownKeyId(mock, open(mock.apiKey)), secret: mock.apiKey }
      : { id: made.id, secret: made.token };
    const userId = mock.users.list().find((user) => user.username === username)?.userId;
    const existing = () => idsOf(mock.snapshot().state.api_keys);
    return Object.assign(scene, { mock, keys: termixKeyStore(admin, { userId }), old, open, existing });
  },
};

const mutx: System = {
  api: "mutx",
  keysManageKeys: true,
  operations: { ...keyOperations, open: "listAgents", quota: "me" },
  refusal: "Missing authorization header",
  async set(given = {}) {
    const { ownKey, expiresIn, options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ api: "mutx", ...setting, rateLimit: false });
    const { scene, client } = wire(mock, patience, options);
    const account = new Mutx({ apiKey: mock.apiKey, ...client });
    const open = (secret: string) => account.withOptions({ apiKey: secret }).agents.list({ limit: 1 });
    const made = mock.accounts.createKey({ name: "CI pipeline", ...(expiresIn && { expiresIn }) });
    const old = ownKey
      ? { id: await ownKeyId(mock, open(mock.apiKey)), secret: mock.apiKey }
      : { id: made.id, secret: made.key };
    const existing = () =>
      mock.snapshot().state.accounts.flatMap(({ api_keys = [] }) => idsOf(api_keys.filter((key) => key.is_active)));
    return Object.assign(scene, { mock, keys: mutxKeyStore(account), old, open, existing });
  },
};

const traylinx: System = {
  api: "traylinx",
  keysManageKeys: false,
  operations: { ...keyOperations, open: "listModels" },
  refusal: "Invalid API key",
  async set(given = {}) {
    const { expiresIn = "90d", options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ api: "traylinx", ...setting });
    const { scene, client } = wire(mock, patience, options);
    const { organizationId, projectId } = mock;
    const person = new Traylinx({ accessToken: mock.accessToken, ...client });
    const open = (secret: string) => person.withOptions({ apiKey: secret }).models.list();
    const { id, secretKey } = mock.projects.createKey({ note: "CI pipeline", expiresIn });
    const existing = () =>
      mock
        .snapshot()
        .state.organizations.flatMap(({ projects }) => projects.flatMap(({ api_keys }) => idsOf(api_keys)));
    const keys = traylinxKeyStore(person, { organizationId, projectId });
    return Object.assign(scene, { mock, keys, old: { id, secret: secretKey }, open, existing });
  },
};

export const fourApis: readonly System[] = [terminusHub, termix, mutx, traylinx];
