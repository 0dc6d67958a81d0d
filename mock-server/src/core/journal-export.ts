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

/** HTTP Archive 1.2, as browsers' network panels import it. Times that a mock has none of are 0. */
export function har(
  calls: readonly Call[],
  baseUrl: string,
  creator: { readonly name: string; readonly version: string },
): Har {
  return { log: { version: "1.2", creator, entries: calls.map((call) => harEntry(call, baseUrl)) } };
}

function harEntry(call: Call, baseUrl: string): object {
  const { request, response } = call;
  const url = new URL(call.url, baseUrl);
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
      queryString: pairs(Object.fromEntries(url.searchParams)),
      ...(request.body !== undefined && {
        postData: { mimeType: request.headers["content-type"] ?? "", text: request.body },
      }),
      headersSize: -1,
      bodySize: request.body?.length ?? 0,
    },
    response: {
      status: call.status ?? 0,
      statusText: "",
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

const pairs = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
