// The journal in formats that other tools read: HAR 1.2 and JSON Lines. Both hold what the journal holds, and so no secret.

import type { Call } from "./journal.js";

/** One call per line. */
export function jsonLines(calls: readonly Call[]): string {
  return calls.map((call) => `${JSON.stringify(call)}\n`).join("");
}

export interface Har {
  readonly log: {
    readonly version: "1.2";
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly object[];
  };
}

export interface HarOptions {
  /** The address of calls that name no host. */
  readonly baseUrl: string;
  readonly creator: { readonly name: string; readonly version: string };
  /** Keeps secrets out of what decoding brings to light. */
  readonly redact: (text: string) => string;
}

/** The reason phrases of RFC 9110 and RFC 6585. */
const REASONS: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  417: "Expectation Failed",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** HTTP Archive 1.2, as browsers' network panels import it. Times that a mock has none of are 0. */
export function har(calls: readonly Call[], options: HarOptions): Har {
  return { log: { version: "1.2", creator: options.creator, entries: calls.map((call) => harEntry(call, options)) } };
}

function harEntry(call: Call, { baseUrl, redact }: HarOptions): object {
  const { request, response } = call;
  const url = addressOf(call, baseUrl);
  const type = response.headers["content-type"] ?? "";
  return {
    startedDateTime: call.at,
    time: 0,
    request: {
      method: call.method,
      url: url.href,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(request.headers),
      queryString: [...url.searchParams].map(([name, value]) => ({ name: redact(name), value: redact(value) })),
      ...(request.body !== undefined && {
        postData: { mimeType: request.headers["content-type"] ?? "", text: request.body },
      }),
      headersSize: -1,
      bodySize: request.body?.length ?? 0,
    },
    response: {
      status: call.status ?? 0,
      statusText: REASONS[call.status ?? 0] ?? "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(response.headers),
      content: {
        size: response.body?.length ?? 0,
        mimeType: type,
        ...(response.body !== undefined && { text: response.body }),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: response.body?.length ?? 0,
      ...(call.outcome !== "answered" && { _error: call.outcome }),
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    ...(call.why !== undefined && { comment: call.why }),
  };
}

/** Where it was sent: the host and port that the request names, if it names one that can be read. */
function addressOf({ url, request }: Call, baseUrl: string): URL {
  const { host } = request.headers;
  const named = `http://${host}`;
  // A path that begins with two slashes would be read as a host.
  const target = url.startsWith("/") ? url : `/${url}`;
  const base = host !== undefined && URL.canParse(named) ? new URL(named).origin : baseUrl;
  return new URL(`${base}${target}`);
}

const pairs = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
