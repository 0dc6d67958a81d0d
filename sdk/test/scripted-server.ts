// A loopback server that plays a script: one step per request, and a record of what arrived.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { TerminusHub, type TerminusHubOptions } from "../src/index.js";

export const KEY = "thub_0123456789abcdefghijklmnopqrab12";

/** How to answer one request. */
export interface Step {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  /** Destroy the socket: before answering, or in the middle of the body. */
  drop?: "unanswered" | "body";
  /** Say nothing more: before the headers, or after the first half of the body. */
  stall?: "headers" | "body";
}

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Resolves when the socket that carried the request has closed. */
  readonly released: Promise<void>;
}

export interface ScriptedServer {
  readonly url: string;
  readonly requests: Received[];
  /** Resolves when a request has arrived after the first `count - 1`. */
  readonly arrived: (count: number) => Promise<void>;
}

function play(step: Step, response: ServerResponse): void {
  const { status = 200, headers, body = "", drop, stall } = step;
  if (drop === "unanswered") return void response.destroy();
  if (stall === "headers") return;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/html" : "application/json";
  response.writeHead(status, {
    ...(text ? { "content-type": type, "content-length": Buffer.byteLength(text) } : {}),
    ...headers,
  });
  if (!drop && !stall) return void response.end(text);
  response.write(text.slice(0, text.length / 2), () => {
    if (drop) response.destroy();
  });
}

/** Starts a server for this test; the last step answers every further request. */
export async function script(...steps: (Step | ((request: Received) => Step))[]): Promise<ScriptedServer> {
  const requests: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server: Server = createServer((message, response) => {
    let body = "";
    message.setEncoding("utf8");
    message.on("data", (chunk: string) => {
      body += chunk;
    });
    message.on("end", () => {
      const { method = "", url = "", headers } = message;
      const released = new Promise<void>((resolve) => message.socket.once("close", () => resolve()));
      const received = { method, url, headers, body, released };
      const step = steps[Math.min(requests.length, steps.length - 1)] ?? {};
      requests.push(received);
      for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
      play(typeof step === "function" ? step(received) : step, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    arrived: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}

/** A client of a scripted server. */
export function hubOf(server: { url: string }, options: TerminusHubOptions = {}): TerminusHub {
  return new TerminusHub({ apiKey: KEY, baseUrl: server.url, ...options });
}

/** A page of the pagination envelope. */
export function page(ids: readonly string[], more: boolean, total = ids.length): object {
  return {
    items: ids.map((id) => ({ id, status: "active", terminus_id: `trm0${id}`, data: {} })),
    has_more: more,
    total_count: total,
  };
}

/** The API's error envelope. */
export function envelope(type: string, message: string, more: object = {}): object {
  return { error: { type, code: null, message, param: null, path: null, ...more } };
}

/** What a promise rejects with; fails when it does not. */
export async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  const failed = Symbol("failed");
  const outcome = await call.then(
    () => failed,
    (error: unknown) => error,
  );
  if (outcome === failed) throw new Error("It succeeded, and should have failed.");
  return outcome;
}
