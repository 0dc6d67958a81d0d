// What every system is staged with: a frozen mock, a client whose requests are told before they are sent, and no waiting.
import type { Call } from "@terminus-hub/mock-server";
import { documentOf } from "./documents.js";
import { type AnyMock, type ClientOptions, NOW, type Request, type SceneOptions, type System } from "./system.js";

const frozen = { seed: 1, now: NOW } as const;
export const keyOperations = { list: "listApiKeys", create: "createApiKey", delete: "deleteApiKey" } as const;

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
export function staged({ log }: SceneOptions) {
  const patience = new Patience();
  const tell = (call: Call) => {
    patience.log(call);
    log?.(call);
  };
  return { patience, setting: { ...frozen, log: tell } };
}

/** The scene that requests are told to, and options of a client whose requests are. */
export function wire(
  mock: AnyMock,
  operations: System["operations"],
  patience: Patience,
  options: ClientOptions | undefined,
) {
  const requestOf = requestReader(mock.api, operations);
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

/** Says which part of a rotation a request is, by the paths of the document. */
function requestReader(api: string, operations: System["operations"]) {
  const { paths } = documentOf(api);
  const places = Object.entries(operations).flatMap(([request, operationId]) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation.operationId === operationId)
        .map(([method]) => {
          const end = new RegExp(`${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
          return { request: request as Request, method: method.toUpperCase(), end };
        }),
    ),
  );
  return (url: string, method: string): Request => {
    const { pathname } = new URL(url);
    return places.find((place) => place.method === method && place.end.test(pathname))?.request ?? "open";
  };
}

/** The id of the key that the mock hands out: it is what the journal calls the caller. */
export async function ownKeyId(mock: AnyMock, call: PromiseLike<unknown>): Promise<string> {
  await call;
  return mock.calls().at(-1)?.credential ?? "";
}

interface Ids {
  readonly id?: string | undefined;
}
export const idsOf = (keys: readonly Ids[] | undefined): string[] => (keys ?? []).map(({ id }) => id ?? "");
