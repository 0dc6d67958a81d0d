// The transport without a socket: `fetch` in, Response out, and failures as fetch shows them.

import type { BodySource, IncomingRequest, ReadBody } from "../request/incoming-request.js";
import { targetOfAddress } from "../request/request-target.js";
import type { Answer } from "../response/outcome.js";
import { deliver, type RequestReceiver } from "./deliver.js";

const encoder = new TextEncoder();

/** How a lost connection looks to a caller of fetch. */
export function fetchFailed(code: string, message: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}

/** A fetch that never leaves the process. */
export function createFetch(receiver: RequestReceiver): typeof globalThis.fetch {
  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    if (receiver.pending.closed) throw fetchFailed("ECONNREFUSED", "the mock is closed");
    const request = incoming(input, init);
    return deliver(receiver, request, {
      signal: () => signal ?? undefined,
      perform: (outcome) => {
        if (outcome.kind !== "answer") throw fetchFailed("ECONNRESET", "the connection was reset");
        return response(outcome, request.method);
      },
    });
  };
}

/** The answer as a Response; a body that is to break off does so while it is read. */
export function response(answer: Answer, method: string): Response {
  const { status, headers, cutAfter } = answer;
  const body = method === "HEAD" ? null : answer.body;
  if (cutAfter === undefined || body === null) return new Response(body, { status, headers: { ...headers } });
  const bytes = encoder.encode(body);
  const chunks = [bytes.slice(0, Math.min(cutAfter, bytes.length - 1))].filter(({ length }) => length > 0);
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.pop();
      if (chunk === undefined) controller.error(new TypeError("terminated", { cause: socketClosed() }));
      else controller.enqueue(chunk);
    },
  });
  return new Response(broken, { status, headers: { ...headers, "content-length": String(bytes.length) } });
}

const socketClosed = () => Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });

function incoming(input: string | URL | Request, init: RequestInit | undefined): IncomingRequest {
  if (input instanceof Request) return fromRequest(init === undefined ? input : new Request(input, init));
  const body = init?.body;
  if (body !== undefined && body !== null && typeof body !== "string") {
    return fromRequest(new Request(input, { ...init, duplex: "half" } as RequestInit));
  }
  const given = init?.headers;
  let headers = given instanceof Headers ? given : new Headers(given);
  if (typeof body === "string" && !headers.has("content-type")) {
    headers = new Headers(headers);
    headers.set("content-type", "text/plain;charset=UTF-8");
  }
  const method = init?.method?.toUpperCase() ?? "GET";
  return parts(method, String(input), headers, typeof body === "string" ? textBody(body) : undefined);
}

/** A Request, as msw and others pass it; `prefix` is what its path has in front of the API's. */
export function fromRequest(request: Request, prefix = ""): IncomingRequest {
  return parts(
    request.method.toUpperCase(),
    request.url,
    request.headers,
    request.body === null ? undefined : streamBody(request),
    prefix.length,
  );
}

function parts(
  method: string,
  url: string,
  headers: Headers,
  body: BodySource | undefined,
  prefixLength = 0,
): IncomingRequest {
  return {
    method,
    target: targetOfAddress(url).slice(prefixLength),
    header: (name) => headers.get(name),
    headers: () => [...headers].flat(),
    body,
  };
}

/** As it would arrive: half a surrogate pair cannot be sent. */
function textBody(given: string): BodySource {
  const text = given.replace(/\p{Surrogate}/gu, "\ufffd");
  return {
    read: (limit): ReadBody => {
      const longest = text.length * 3;
      const tooLarge = text.length > limit || (longest > limit && encoder.encode(text).length > limit);
      return tooLarge ? "too-large" : { text };
    },
  };
}

function streamBody(request: Request): BodySource {
  return {
    read: async (limit): Promise<ReadBody> => {
      const declared = Number(request.headers.get("content-length") ?? 0);
      if (declared > limit) return "too-large";
      const stream = request.body;
      if (stream === null) return { text: "" };
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      const reader = stream.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return { bytes: await joined(chunks) };
        size += value.length;
        if (size > limit) {
          reader.cancel().catch(() => undefined);
          return "too-large";
        }
        chunks.push(value);
      }
    },
  };
}

async function joined([first, ...others]: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  if (first !== undefined && others.length === 0) return first;
  return new Uint8Array(await new Blob([first ?? "", ...others]).arrayBuffer());
}
