// The one file that knows openapi-fetch: it writes requests down (URL, query, body); everything after that is ours.
import createFetchClient from "openapi-fetch";
import type { Answer, ResponseMeta } from "./answer.js";
import { readRateLimit } from "./answer.js";
import { ConfigurationError, SdkError } from "./errors.js";
import { type CallSettings, callSettings, type RequestOptions, type Settings } from "./options.js";
import { fillPath } from "./path.js";
import { createSend, type Read, type Recorded, type Sent } from "./send.js";

/** Parameters and body of a request, as openapi-fetch takes them. */
export interface RequestInput {
  params?: { path?: Record<string, unknown>; query?: object | undefined };
  body?: unknown;
}

export interface Result<T> extends ResponseMeta {
  readonly data: T;
}

export interface Transport {
  /** The typed way to anything unforeseen: any path, any status. */
  readonly fetch: object;
  /** Sends one call. */
  call<T>(
    method: string,
    path: string,
    input: RequestInput,
    options: RequestOptions | undefined,
    read: Read,
  ): Promise<Result<T>>;
}

/** Rides along in openapi-fetch's init, and brings back what was sent. */
interface Ride {
  readonly settings: CallSettings;
  readonly read: Read;
  sent?: Promise<Sent>;
}

/** Stands in for `Request`, which would load a whole HTTP stack and could be sent only once. */
class Recorder implements Recorded {
  declare method: string;
  declare headers: Headers;
  declare body: string | undefined;
  declare signal: AbortSignal | undefined;
  declare ride: Ride | undefined;
  constructor(
    readonly url: string,
    init: object,
  ) {
    Object.assign(this, init);
  }
}

/** Ends openapi-fetch's part in one of our own calls: no body, nothing to parse. */
const NOTHING = { status: 204, ok: true, headers: { get: () => null } } as unknown as Response;

function toResponse({ status, headers, bytes }: Answer): Response {
  return new Response(/^(204|205|304)$/.test(`${status}`) ? null : (bytes ?? null), { status, headers });
}

export function createTransport(settings: Settings): Transport {
  const send = createSend(settings);
  const client = createFetchClient<Record<string, never>>({
    baseUrl: settings.baseUrl,
    headers: { accept: "application/json" },
    pathSerializer: fillPath,
    Request: Recorder as unknown as typeof Request,
    fetch: async (input) => {
      const request = input as unknown as Recorder;
      const { ride, signal } = request;
      if (!ride) return toResponse((await send(request, { ...settings.defaults, signal })).answer);
      ride.sent = send(request, ride.settings, ride.read);
      return NOTHING;
    },
  });

  return {
    fetch: client,
    async call(method, path, input, options, read) {
      const ride: Ride = { settings: callSettings(options, settings.defaults), read };
      try {
        await client.request(
          method as "get",
          path as never,
          { ...input, headers: ride.settings.headers, ride } as never,
        );
      } catch (cause) {
        if (cause instanceof SdkError) throw cause;
        throw new ConfigurationError(
          `${method} ${path} could not be written down; nothing was sent. The cause says why.`,
          {
            cause,
          },
        );
      }
      const { answer, data, attempts } = await (ride.sent as Promise<Sent>);
      const { status, headers } = answer;
      return { data: data as never, status, headers, attempts, rateLimit: readRateLimit(headers) };
    },
  };
}
