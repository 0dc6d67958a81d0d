// The only file that knows openapi-fetch, whose types check `hub.fetch`. It does not use that package's client, which would
// parse bodies first, nor its writers of URLs and headers, which would add a twelfth to a bundle for styles that no API here has.
import type { Client as FetchClient, mergeHeaders } from "openapi-fetch";
import type { PreparedRequest } from "./attempt.js";
import { traced } from "./call.js";
import { ConfigurationError } from "./errors.js";
import { type CallSettings, callSettings, plainHeaders, type RequestOptions, type Settings } from "./options.js";
import { fillPath } from "./path.js";
import { type IsExpectedBody, type Result, sendWithRetries } from "./send-with-retries.js";

const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH"] as const;

/** Any path of the document by method. Of openapi-fetch's options it takes `params`, `body`, `headers`, `signal`, `parseAs`. */
export type TypedFetch<Paths extends object> = Pick<FetchClient<Paths, "application/json">, (typeof METHODS)[number]>;

type HeaderSource = Parameters<typeof mergeHeaders>[number];

/** Parameters and body of a request. */
export interface RequestInput {
  params?: { path?: Record<string, unknown>; query?: object | undefined; header?: HeaderSource };
  body?: unknown;
  headers?: HeaderSource | undefined;
}

/** What `hub.fetch` takes beside. */
interface FetchInput extends RequestInput {
  signal?: AbortSignal;
  parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream";
}

export interface Transport {
  readonly fetch: object;
  /** Sends one call. Throws if its arguments are wrong. */
  call<T>(
    method: string,
    path: string,
    input: RequestInput,
    options: RequestOptions | undefined,
    isExpected: IsExpectedBody,
  ): Promise<Result<T>>;
}

const JSON_TYPE = "application/json";

function refuse(what: string): never {
  throw new ConfigurationError(`${what}. Nothing was sent.`);
}

/** One record of all headers, by name in lower case. The last source of a name wins, and `null` removes the name. */
function merge(...sources: HeaderSource[]): Record<string, string> {
  const all = new Headers();
  for (const source of sources) {
    for (const [name, value] of Object.entries(plainHeaders(source ?? {}))) {
      if (value === null) all.delete(name);
      else if (value !== undefined) all.set(name, `${value}`);
    }
  }
  return Object.fromEntries(all);
}

/** The query with its `?`, or nothing. A list repeats its name. Absent values are left out. */
function writeQuery(query: Record<string, unknown>): string {
  let text = "";
  for (const name in query) {
    for (const value of [query[name]].flat()) {
      if (Object(value) === value) refuse(`The query parameter ${name} is an object. Options are the next argument`);
      if (value != null) text += `${text ? "&" : "?"}${name}=${encodeURIComponent(value as string)}`;
    }
  }
  return text;
}

export function createTransport(settings: Settings): Transport {
  const prepare = (
    method: string,
    path: string,
    input: RequestInput,
    general: CallSettings["headers"],
  ): PreparedRequest => {
    const { params = {}, body, headers } = input;
    const query = params.query ?? {};
    if (body !== undefined && Object(body) !== body) refuse("The body must be an object");
    const usual: Record<string, string> = { accept: JSON_TYPE };
    if (body !== undefined) usual["content-type"] = JSON_TYPE;
    try {
      const own = general || headers || params.header;
      return {
        method,
        url: settings.base(path) + fillPath(path, params.path) + writeQuery(query as Record<string, unknown>),
        headers: own ? merge(usual, general, headers, params.header) : usual,
        body: JSON.stringify(body),
      };
    } catch (cause) {
      if (cause instanceof ConfigurationError) throw cause;
      throw new ConfigurationError(`${method} ${path} could not be built. Nothing was sent.`, { cause });
    }
  };

  const fetch: Record<string, (path: string, input?: FetchInput) => Promise<object>> = {};
  for (const method of METHODS) {
    fetch[method] = (path, input = {}) =>
      traced(async () => {
        const { signal, parseAs = "json" } = input;
        const call = { ...settings.defaults, signal };
        // An empty body is fine here, a broken one is not.
        const isExpected: IsExpectedBody = (data, text) => parseAs !== "json" || !text || data !== undefined;
        const { answer, data } = await sendWithRetries(
          settings,
          prepare(method, path, input, call.headers),
          call,
          isExpected,
          true,
        );
        const response = answer.response as Response;
        if (!response.ok) return { error: data ?? answer.text, response };
        if (parseAs === "json") return { data, response };
        return { data: parseAs === "stream" ? response.body : await response[parseAs](), response };
      });
  }

  return {
    fetch,
    call(method, path, input, options, isExpected) {
      const call = callSettings(options, settings.defaults);
      return sendWithRetries(settings, prepare(method, path, input, call.headers), call, isExpected) as never;
    },
  };
}
