// A request that came over a socket, as the core takes it.
import type { IncomingMessage } from "node:http";
import type { BodySource, IncomingRequest, ReadBody } from "../core/request/incoming-request.js";

export class SocketRequest implements IncomingRequest {
  readonly method: string;
  readonly target: string;
  readonly body: BodySource | undefined;
  readonly #incoming: IncomingMessage;

  constructor(incoming: IncomingMessage, target: string) {
    this.#incoming = incoming;
    this.method = incoming.method ?? "GET";
    this.target = target;
    this.body = hasBody(incoming) ? incomingBody(incoming) : undefined;
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name];
    return typeof value === "string" ? value : (value?.join(", ") ?? null);
  }

  headers(): readonly string[] {
    return this.#incoming.rawHeaders;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function incomingBody(incoming: IncomingMessage): BodySource {
  return {
    read: (limit) => {
      if (Number(incoming.headers["content-length"] ?? 0) > limit) return "too-large";
      return new Promise<ReadBody>((resolve, reject) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const settle = (how: () => void) => {
          incoming.off("data", onData).off("end", onEnd).off("error", onError).off("close", onClose);
          how();
        };
        const onData = (chunk: Buffer) => {
          size += chunk.length;
          if (size > limit) settle(() => resolve("too-large"));
          else chunks.push(chunk);
        };
        const onEnd = () => settle(() => resolve({ bytes: Buffer.concat(chunks, size) }));
        const onError = (error: Error) => settle(() => reject(error));
        const onClose = () => settle(() => reject(new Error("the sender went away")));
        incoming.on("data", onData).on("end", onEnd).on("error", onError).on("close", onClose);
      });
    },
  };
}
