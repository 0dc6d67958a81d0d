// Whatever bytes arrive on the port: the answer comes in the API's envelope, or the connection ends in time, and the next caller is served.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { CoreMock } from "../fuzz/mock-under-test.js";
import type { FuzzedApi, Model, PlainRequest } from "../fuzz/model.js";
import { wire } from "../fuzz/wire.js";
import { type RawAnswer, RawClient } from "./raw-client.js";

const OVER_ONE_MEBIBYTE = 1_048_577;
const HOST = "Host: 127.0.0.1\r\n";

/** A request as it is written on the wire. */
interface Written {
  /** Headers without Host, each ended by a line end. */
  readonly headers: string;
  readonly method: string;
  readonly path: string;
}

/** Whoever waits so long waits for ever; a busy machine does not. */
const PATIENT = { timeout: 60_000 };

/** Sends one API whatever bytes a socket can carry. */
export function rawSocketSuite(api: FuzzedApi<unknown>): void {
  describe(`${api.name} on a raw socket`, PATIENT, () => {
    let mock: CoreMock;
    let model: Model<unknown>;
    let listening: Awaited<ReturnType<CoreMock["listen"]>>;
    let get: Written;
    const clients: RawClient[] = [];

    beforeAll(async () => {
      ({ mock, model } = await api.start(false));
      listening = await mock.listen();
      get = written(model.review()[0]);
    });

    afterEach(async () => {
      for (const client of clients.splice(0)) client.reset();
      const [answer] = await (await open()).send(line("GET", get.path, get.headers)).answers(1);
      expect(answer?.status, "a normal request afterwards").toBe(200);
      for (const client of clients.splice(0)) client.reset();
    });

    afterAll(() => listening.close());

    async function open(port = listening.port): Promise<RawClient> {
      const client = await RawClient.open(port);
      clients.push(client);
      return client;
    }

    /** The status, once headers, content type and body are what the document says of it. */
    function judged({ status, headers, text }: RawAnswer, method = "-", path = "/"): number {
      const body: unknown =
        text === "" ? undefined : headers.get("content-type") === "application/json" ? JSON.parse(text) : text;
      expect(
        api.judge.response({ method, path: path.split("?", 1)[0] ?? path, status, headers, body }).problems,
      ).toEqual([]);
      return status;
    }

    /** What the model says of a request that the mock can read. */
    function predicted(method: string, path: string, headers = get.headers): number {
      const pairs = headers.split("\r\n").filter(Boolean);
      const given = new Headers(
        pairs.map((pair): [string, string] => [
          pair.slice(0, pair.indexOf(":")),
          pair.slice(pair.indexOf(":") + 1).trim(),
        ]),
      );
      return model.predict(wire(method, new URL(`http://127.0.0.1${path}`), given).sent).status;
    }

    const bad = "400 in the envelope, and the end";
    const unreadable: readonly (readonly [what: string, bytes: string, status?: number])[] = [
      ["a TLS hello", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
      ["bytes of no meaning", "\x00\xff\x00\xff\r\n\r\n"],
      ["a line of nothing but a method", "GET\r\n\r\n"],
      ["a method in lower case", `get / HTTP/1.1\r\n${HOST}\r\n`],
      ["a method that HTTP does not know", `BREW /pot HTTP/1.1\r\n${HOST}\r\n`],
      ["another protocol", "SSH-2.0-OpenSSH_9.2\r\n"],
      ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
      ["a version that does not exist", `GET / HTTP/9.9\r\n${HOST}\r\n`],
      ["a space in the target", `GET /a b HTTP/1.1\r\n${HOST}\r\n`],
      ["a null byte in the target", `GET /\x00 HTTP/1.1\r\n${HOST}\r\n`],
      ["a header without a colon", `GET / HTTP/1.1\r\n${HOST}nonsense\r\n\r\n`],
      ["a header name with a space", `GET / HTTP/1.1\r\n${HOST}a b: c\r\n\r\n`],
      ["a space before the colon", `GET / HTTP/1.1\r\n${HOST}a : c\r\n\r\n`],
      ["bytes beyond ASCII in the target", `GET /\xc3\xa9\xff HTTP/1.1\r\n${HOST}\r\n`],
      ["a null byte in a header", `GET / HTTP/1.1\r\n${HOST}a: b\x00c\r\n\r\n`],
      ["a lone carriage return in a header", `GET / HTTP/1.1\r\n${HOST}a: b\rc\r\n\r\n`],
      ["two different lengths", `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
      ["the same length twice", `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`],
      [
        "a length and chunks",
        `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ],
      ["a negative length", `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`],
      ["a length with an exponent", `POST / HTTP/1.1\r\n${HOST}Content-Length: 1e3\r\n\r\n`],
      ["a length that is no number", `POST / HTTP/1.1\r\n${HOST}Content-Length: many\r\n\r\n`],
      ["a length beyond 64 bits", `POST / HTTP/1.1\r\n${HOST}Content-Length: ${"9".repeat(30)}\r\n\r\n`],
      [
        "a transfer encoding that is not chunked at its end",
        `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, gzip\r\n\r\n`,
      ],
      ["an oversized header", `GET / HTTP/1.1\r\n${HOST}a: ${"b".repeat(100_000)}\r\n\r\n`, 431],
      ["an oversized target", `GET /${"a".repeat(100_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
      ["thousands of headers", `GET / HTTP/1.1\r\n${HOST}${"a: b\r\n".repeat(10_000)}\r\n`, 431],
    ];

    test.each(unreadable.map(([what, bytes, status = 400]) => ({ what, bytes, status })))(
      `$what: $status in the envelope, and the end`,
      async ({ bytes, status }) => {
        const answers = await (await open()).send(bytes).untilClosed();
        expect(answers.map((answer) => judged(answer))).toEqual([status]);
        expect(answers[0]?.headers.get("connection")).toBe("close");
      },
    );

    const badChunks = [
      ["a size that is no number", "xyz\r\nabc\r\n0\r\n\r\n"],
      ["a size beyond 64 bits", `${"f".repeat(20)}\r\n`],
      ["a chunk longer than it says", "1\r\nabc\r\n0\r\n\r\n"],
      ["an extension that never ends", `1;${"x".repeat(100_000)}`],
    ] as const;

    test.each(badChunks)(`chunks with %s: ${bad}`, async (_, chunks) => {
      const { method, path, headers } = create();
      const answers = await (await open())
        .send(line(method, path, `${headers}Transfer-Encoding: chunked\r\n`) + chunks)
        .untilClosed();
      expect(answers.map((answer) => judged(answer))).toEqual([400]);
    });

    test("trailers that never end: 431 in the envelope, and the end", async () => {
      const { method, path, headers } = create();
      const chunks = `1\r\na\r\n0\r\n${"a: b\r\n".repeat(10_000)}\r\n`;
      const answers = await (await open())
        .send(line(method, path, `${headers}Transfer-Encoding: chunked\r\n`) + chunks)
        .untilClosed();
      expect(answers.map((answer) => judged(answer))).toEqual([431]);
    });

    /** A request that makes a key, without its body. */
    function create(): Written {
      const plain = model.creation();
      return { ...written(plain), headers: `${written(plain).headers}Content-Type: application/json\r\n` };
    }

    describe("a request that can be read, though it is odd", () => {
      test("Expect with anything but 100-continue is 417", async () => {
        const bytes = line("GET", get.path, `${get.headers}Expect: a-miracle\r\n`);
        const [answer] = await (await open()).send(bytes).answers(1);
        expect(answer && judged(answer)).toBe(417);
      });

      test("Expect: 100-continue is told to continue, and then answered", async () => {
        const { method, path, headers } = create();
        const client = await open();
        client.send(line(method, path, `${headers}Expect: 100-continue\r\nContent-Length: 2\r\n`));
        await expect.poll(() => client.text).toContain("HTTP/1.1 100 Continue\r\n\r\n");
        const [answer] = await client.send("{}").answers(1);
        expect(answer && judged(answer, method, path)).toBe(emptyCreation());
      });

      test.each(["TRACE", "PURGE", "M-SEARCH", "OPTIONS", "PROPFIND"])(
        "%s is answered as the model says",
        async (method) => {
          const [answer] = await (await open()).send(line(method, get.path, get.headers)).answers(1);
          expect(answer && judged(answer, method, get.path)).toBe(predicted(method, get.path));
        },
      );

      test("CONNECT is 400, and the end: this is no proxy", async () => {
        const answers = await (await open()).send(`CONNECT example.com:443 HTTP/1.1\r\n${HOST}\r\n`).untilClosed();
        expect(answers.map((answer) => judged(answer))).toEqual([400]);
      });

      test("an upgrade is answered as if it had not been asked for", async () => {
        const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
        const [answer] = await (await open()).send(line("GET", get.path, `${get.headers}${upgrade}`)).answers(1);
        expect(answer && judged(answer, "GET", get.path)).toBe(200);
      });

      test("HTTP/1.0 is answered, and the connection ends", async () => {
        const answers = await (await open())
          .send(`GET ${get.path} HTTP/1.0\r\n${HOST}${get.headers}\r\n`)
          .untilClosed();
        expect(answers.map((answer) => judged(answer, "GET", get.path))).toEqual([200]);
      });

      test.each(["1.0", "1.1"])("a request of HTTP/%s without Host is 400", async (version) => {
        const [answer] = await (await open()).send(`GET ${get.path} HTTP/${version}\r\n${get.headers}\r\n`).answers(1);
        expect(answer && judged(answer)).toBe(400);
      });

      test.each([`${HOST}Host: evil.example\r\n`, `Host: evil.example\r\n${HOST}`, `${HOST}${HOST}`])(
        "two Host headers are 400: %j",
        async (hosts) => {
          const [answer] = await (await open())
            .send(`GET ${get.path} HTTP/1.1\r\n${hosts}${get.headers}\r\n`)
            .answers(1);
          expect(answer && judged(answer)).toBe(400);
        },
      );

      test.each(["http://127.0.0.1", "HTTP://127.0.0.1:4010"])(
        "a target in absolute form is its path: %s",
        async (origin) => {
          const [answer] = await (await open()).send(line("GET", `${origin}${get.path}`, get.headers)).answers(1);
          expect(answer && judged(answer, "GET", get.path)).toBe(200);
        },
      );

      test.each(["*", "mailto:a@b.example", "http://[", "a/b", "?a=b", "127.0.0.1:80"])(
        "a target that is no path is 400: %s",
        async (target) => {
          const [answer] = await (await open()).send(line("GET", target, get.headers)).answers(1);
          expect(answer && judged(answer)).toBe(400);
        },
      );

      test.each([
        "//evil.example/api",
        "///",
        "/%",
        "/%zz%",
        "/%00",
        "/..%2f..%2fetc/passwd",
        "/../../etc/passwd",
        "/\\evil.example",
        "/a?%zz=%",
        "/#fragment",
        "/__proto__",
      ])("a target that leads nowhere is answered as the model says: %j", async (target) => {
        const [answer] = await (await open()).send(line("GET", target, get.headers)).answers(1);
        const path = new URL(`http://127.0.0.1${target}`).pathname;
        expect(answer && judged(answer, "GET", path)).toBe(predicted("GET", path));
      });

      test("a body on GET is let through, and is never taken for the next request", async () => {
        const smuggled = line("DELETE", "/smuggled", get.headers);
        const first = line("GET", get.path, `${get.headers}Content-Length: ${smuggled.length}\r\n`);
        const answers = await (await open()).send(first + smuggled + line("GET", get.path, get.headers)).answers(2);
        expect(answers.map((answer) => judged(answer, "GET", get.path))).toEqual([200, 200]);
        expect(mock.jsonLines()).not.toContain('"url":"/smuggled"');
      });

      test("a body over 1 MiB on GET is let through too, declared or in chunks", async () => {
        const body = "x".repeat(OVER_ONE_MEBIBYTE);
        const declared = line("GET", get.path, `${get.headers}Content-Length: ${body.length}\r\n`) + body;
        const chunked = line("GET", get.path, `${get.headers}Transfer-Encoding: chunked\r\n`) + chunk(body) + chunk("");
        const answers = await (await open()).send(declared + chunked + line("GET", get.path, get.headers)).answers(3);
        expect(answers.map((answer) => judged(answer, "GET", get.path))).toEqual([200, 200, 200]);
      });

      test("HEAD has no body, so that the next answer is where it should be", async () => {
        const bytes = line("HEAD", get.path, get.headers) + line("GET", get.path, get.headers);
        const answers = await (await open()).send(bytes).answers(2, [0]);
        expect(answers.map(({ status }) => status)).toEqual([predicted("HEAD", get.path), 200]);
      });
    });

    describe("pipelining", () => {
      test("fifty requests at once get fifty answers, in their order", async () => {
        const targets = Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? get.path : `/nowhere/${i}`));
        const bytes = targets.map((target) => line("GET", target, get.headers)).join("");
        const answers = await (await open()).send(bytes).answers(50);
        const wanted = targets.map((target) => predicted("GET", target));
        expect(answers.map((answer, i) => judged(answer, "GET", targets[i]))).toEqual(wanted);
      });

      test("what follows a good request and is none gets its own 400, after the good one's answer", async () => {
        const answers = await (await open())
          .send(`${line("GET", get.path, get.headers)}nonsense\r\n\r\n`)
          .untilClosed();
        expect(answers.map((answer) => judged(answer, "GET", answer.status === 400 ? "/" : get.path))).toEqual([
          200, 400,
        ]);
      });

      test("what follows a request that is still being answered never gets its answer first", async () => {
        const slow = line("GET", get.path, get.headers);
        await withLatency(async (port) => {
          const answers = await (await open(port)).send(`${slow}nonsense\r\n\r\n`).untilClosed();
          expect(answers.map(({ status }) => status)).toEqual([200, 400]);
        });
      });
    });

    describe("a body over 1 MiB", () => {
      const tooLarge = () => model.predict(oversized()).status;
      const oversized = () => {
        const { method, path } = create();
        const pairs = model.creation().headers.map(([name, value]): [string, string] => [name, value]);
        const headers = new Headers([...pairs, ["content-type", "application/json"]]);
        return wire(method, new URL(`http://127.0.0.1${path}`), headers, "x".repeat(OVER_ONE_MEBIBYTE)).sent;
      };

      test("that is declared is refused, and the connection can be used again", async () => {
        const { method, path, headers } = create();
        const body = "x".repeat(OVER_ONE_MEBIBYTE);
        const bytes = line(method, path, `${headers}Content-Length: ${body.length}\r\n`) + body;
        const answers = await (await open()).send(bytes + line("GET", get.path, get.headers)).answers(2);
        expect(answers.map((answer, i) => (i === 0 ? judged(answer, method, path) : answer.status))).toEqual([
          tooLarge(),
          200,
        ]);
      });

      test("that arrives in chunks is refused, and the connection can be used again", async () => {
        const { method, path, headers } = create();
        const bytes = line(method, path, `${headers}Transfer-Encoding: chunked\r\n`);
        const client = (await open()).send(bytes);
        for (let sent = 0; sent < OVER_ONE_MEBIBYTE; sent += 65_536) client.send(chunk("x".repeat(65_536)));
        const answers = await client.send(chunk("") + line("GET", get.path, get.headers)).answers(2);
        expect(answers.map((answer, i) => (i === 0 ? judged(answer, method, path) : answer.status))).toEqual([
          tooLarge(),
          200,
        ]);
      });

      test("that is declared and never sent is refused at once, and nothing follows but the end", async () => {
        const { method, path, headers } = create();
        await impatient(async (port) => {
          const client = (await open(port)).send(line(method, path, `${headers}Content-Length: 999999999999\r\n`));
          const [answer] = await client.answers(1);
          expect(answer && judged(answer, method, path)).toBe(tooLarge());
          expect(await client.untilClosed()).toHaveLength(1);
        });
      });
    });

    describe("a sender who does not finish", () => {
      const halves: readonly (readonly [what: string, bytes: () => string])[] = [
        ["half a request line", () => "GET /api"],
        ["half the headers", () => `GET ${get.path} HTTP/1.1\r\n${HOST}Accept: `],
        ["half a body", () => halfBody()],
        [
          "half a chunk",
          () => `${line("POST", create().path, `${create().headers}Transfer-Encoding: chunked\r\n`)}ff\r\nabc`,
        ],
      ];
      const halfBody = () => `${line("POST", create().path, `${create().headers}Content-Length: 100\r\n`)}{"name":`;

      test.each(halves)("%s and then nothing: 408 in the envelope, and the end", async (_, bytes) => {
        await impatient(async (port) => {
          const answers = await (await open(port)).send(bytes()).untilClosed();
          expect(answers.map((answer) => judged(answer))).toEqual([408]);
        });
      });

      test("not a byte: the connection ends", async () => {
        await impatient(async (port) => {
          const answers = await (await open(port)).untilClosed();
          expect(answers.map((answer) => judged(answer)).filter((status) => status !== 408)).toEqual([]);
        });
      });

      test("one byte now and then does not buy time: 408, and the end", async () => {
        await impatient(async (port) => {
          const client = (await open(port)).send(`GET ${get.path} HTTP/1.1\r\n${HOST}Slow: `);
          const drip = setInterval(() => client.send("x"), 5);
          const answers = await client.untilClosed().finally(() => clearInterval(drip));
          expect(answers.map((answer) => judged(answer))).toEqual([408]);
        });
      });

      test.each(halves)("%s and the end of sending: the connection ends, at most a 400 before", async (_, bytes) => {
        const answers = await (await open()).send(bytes()).finish().untilClosed();
        expect(answers.map((answer) => judged(answer)).filter((status) => status !== 400)).toEqual([]);
      });

      test.each(halves)("%s and a reset: nobody else notices", async (_, bytes) => {
        (await open()).send(bytes()).reset();
        const [answer] = await (await open()).send(line("GET", get.path, get.headers)).answers(1);
        expect(answer?.status).toBe(200);
      });

      test("a request that arrives byte by byte, in time, is a request like any other", async () => {
        const client = await open();
        for (const byte of line("GET", get.path, get.headers)) client.send(byte);
        const [answer] = await client.answers(1);
        expect(answer && judged(answer, "GET", get.path)).toBe(200);
      });

      test("a hundred of them at once keep nobody from being served, nor the mock from closing", async () => {
        const { mock: other } = await api.start(false);
        const { port } = await other.listen();
        const stuck = await Promise.all(Array.from({ length: 100 }, async () => (await open(port)).send(halfBody())));
        const [answer] = await (await open(port)).send(line("GET", get.path, get.headers)).answers(1);
        expect(answer?.status).toBe(200);
        await other.close();
        await Promise.all(stuck.map((client) => client.untilClosed()));
      });
    });

    /** A port of the same mock that waits a fifth of a second for a request. */
    async function impatient(use: (port: number) => Promise<void>): Promise<void> {
      const door = await mock.listen({ requestTimeout: 200 });
      await use(door.port).finally(() => door.close());
    }

    async function withLatency(use: (port: number) => Promise<void>): Promise<void> {
      const { mock: slow } = await api.start(false, { latency: 100 });
      const { port } = await slow.listen();
      await use(port).finally(() => slow.close());
    }

    /** What a creation with the body `{}` is answered. */
    function emptyCreation(): number {
      const { method, path, headers } = model.creation();
      const given = new Headers([
        ...headers.map(([name, value]): [string, string] => [name, value]),
        ["content-type", "application/json"],
      ]);
      return model.predict(wire(method, new URL(`http://127.0.0.1${path}`), given, "{}").sent).status;
    }
  });
}

const line = (method: string, target: string, headers: string): string =>
  `${method} ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`;

const chunk = (data: string): string => `${data.length.toString(16)}\r\n${data}\r\n`;

function written(request: PlainRequest | undefined): Written {
  if (request === undefined) throw new Error("The model has no request to start from.");
  const { method, path, headers } = request;
  return { method, path, headers: headers.map(([name, value]) => `${name}: ${value}\r\n`).join("") };
}
