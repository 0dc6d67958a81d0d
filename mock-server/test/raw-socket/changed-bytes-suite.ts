// A request with some of its bytes changed at random: what comes back is HTTP with a body of the API, or the connection ends.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runSeed } from "../fuzz/fuzz.js";
import type { CoreMock } from "../fuzz/mock-under-test.js";
import type { FuzzedApi, HeaderPairs, PlainRequest } from "../fuzz/model.js";
import { RawClient } from "./raw-client.js";

const RUNS = 400;
const seed = runSeed();

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly number[];
}

const byte = fc.oneof(
  fc.constantFrom(...[..."\r\n\0\t :;,/%?#&=\"'{}[]\\\x7f\x80\xff0123456789"].map((char) => char.charCodeAt(0) & 0xff)),
  fc.integer({ min: 0, max: 255 }),
);

const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 400 }),
    remove: fc.nat({ max: 3 }),
    insert: fc.array(byte, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Whoever waits so long waits for ever; a busy machine does not. */
const PATIENT = { timeout: 60_000 };

/** Sends one API requests with some of their bytes changed. */
export function changedBytesSuite(api: FuzzedApi<unknown>): void {
  describe(`${api.name} (seed ${seed})`, PATIENT, () => {
    let mock: CoreMock;
    let requests: readonly string[];
    let listening: Awaited<ReturnType<CoreMock["listen"]>>;

    beforeAll(async () => {
      const { mock: made, model } = await api.start(false);
      mock = made;
      listening = await mock.listen();
      const creation = model.creation();
      const body = '{"name":"CI pipeline"}';
      const json: HeaderPairs = [...creation.headers, ["Content-Type", "application/json"]];
      requests = [
        ...model
          .review()
          .slice(0, 1)
          .map((request) => written(request)),
        `${written({ ...creation, headers: [...json, ["Content-Length", String(body.length)]] })}${body}`,
        `${written({ ...creation, headers: [...json, ["Transfer-Encoding", "chunked"]] })}16\r\n${body}\r\n0\r\n\r\n`,
      ];
    });

    afterAll(() => listening.close());

    test(`${RUNS} changed requests are answered in HTTP, or their connections end`, async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 2 }), edits, async (which, changes) => {
          const bytes = changed(Buffer.from(requests[which] ?? "", "latin1"), changes);
          const client = await RawClient.open(listening.port);
          for (const answer of await client.send(bytes).finish().untilClosed()) {
            answered += 1;
            expect(answer.status).toBeLessThan(api.ownServerErrors.length > 0 ? 501 : 500);
            if (answer.headers.get("content-type") === "application/json") JSON.parse(answer.text);
            else expect(answer.text === "" || /^text\//.test(answer.headers.get("content-type") ?? "")).toBe(true);
          }
        }),
        { seed, numRuns: RUNS },
      );
      expect(answered).toBeGreaterThan(RUNS / 4);
    });
  });
}

const written = ({ method, path, headers }: PlainRequest): string =>
  `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;

function changed(bytes: Buffer, changes: readonly Edit[]): Buffer {
  return changes.reduce((now, { at, remove, insert }) => {
    const place = at % (now.length + 1);
    return Buffer.concat([now.subarray(0, place), Buffer.from(insert), now.subarray(place + remove)]);
  }, bytes);
}
