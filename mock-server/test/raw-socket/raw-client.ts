// A client that sends exactly the bytes it is given, and reads what comes back as HTTP/1.1 or fails.
import { connect, type Socket } from "node:net";

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Longer than anything here takes: whoever waits so long waits for ever. */
const FOREVER_MS = 20_000;

export class RawClient {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #over = false;
  #changed: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#changed();
    });
    // A reset is an end like any other: what counts is that there is one.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.#over = true;
      this.#changed();
    });
  }

  /** With `allowHalfOpen`, the server's end of the connection is not answered with an end of ours. */
  static open(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new RawClient(socket));
      });
    });
  }

  send(data: string | Uint8Array): this {
    if (!this.#socket.destroyed) this.#socket.write(typeof data === "string" ? Buffer.from(data, "latin1") : data);
    return this;
  }

  /** Says that nothing more will be sent. */
  finish(): this {
    this.#socket.end();
    return this;
  }

  /** Goes away without a word. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  get closed(): boolean {
    return this.#over;
  }

  get text(): string {
    return this.#received.toString("latin1");
  }

  /** So many complete answers; `heads` are the places of those to HEAD, which have no body. */
  async answers(count: number, heads: readonly number[] = []): Promise<RawAnswer[]> {
    await this.#until(() => readAnswers(this.#received, heads).length >= count, `${count} answers`);
    return readAnswers(this.#received, heads);
  }

  /** Everything that came before the server closed the connection. */
  async untilClosed(heads: readonly number[] = []): Promise<RawAnswer[]> {
    await this.#until(() => this.#over, "the end of the connection");
    return readAnswers(this.#received, heads);
  }

  #until(done: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${what} did not come. Received so far: ${JSON.stringify(this.text.slice(0, 500))}`));
      }, FOREVER_MS);
      this.#changed = () => {
        if (!done() && !this.#over) return;
        clearTimeout(timer);
        if (done()) resolve();
        else
          reject(
            new Error(`The connection ended before ${what}. Received: ${JSON.stringify(this.text.slice(0, 500))}`),
          );
      };
      this.#changed();
    });
  }
}

/** The complete answers so far, 1xx left out. Throws where the bytes are no HTTP. */
function readAnswers(bytes: Buffer, heads: readonly number[]): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf("\r\n\r\n", from);
    if (end < 0) break;
    const [statusLine = "", ...lines] = bytes.toString("latin1", from, end).split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
    if (Number.isNaN(status)) throw new Error(`"${statusLine}" is no status line of HTTP/1.1.`);
    const headers = new Headers();
    for (const line of lines) {
      const colon = line.indexOf(":");
      if (colon < 1) throw new Error(`"${line}" is no header.`);
      headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
    }
    from = end + 4;
    if (status < 200) continue;
    const bodyless = heads.includes(answers.length) || status === 204 || status === 304;
    const length = bodyless ? 0 : Number(headers.get("content-length") ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error("An answer does not say how long its body is.");
    if (from + length > bytes.length) break;
    answers.push({ status, headers, text: bytes.toString("utf8", from, from + length) });
    from += length;
  }
  return answers;
}
