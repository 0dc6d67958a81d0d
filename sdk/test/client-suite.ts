// What holds for the client of every API. Each `src/<api>/client.test.ts` calls it with that API's data.
import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { listedApis } from "../../scripts/package-entries.js";
import type { ClientOptions, SecretSource } from "../src/core/public-exports.js";
import { type SentRequest, type StubAnswer, stubFetch } from "./stub-fetch.js";

type Options = ClientOptions & { readonly apiKey?: SecretSource };

/** One client with its data. */
export interface ClientScene<Client> {
  /** A client with these options, and with what it needs beside a key, such as a base URL. */
  readonly make: (options: Options) => Client;
  /** A key that is well formed. */
  readonly key: string;
  /** How a log shows it. */
  readonly masked: string;
  /** A call that needs the key. */
  readonly read: (client: Client) => PromiseLike<unknown>;
  /** An answer to that call. */
  readonly answer: object;
  /** The header that carries the key. */
  readonly header: (request: SentRequest) => string | null;
  /** What stands before the key in that header. */
  readonly scheme: string;
  /** Calls whose requests and answers hold secrets. */
  readonly secrets: {
    readonly texts: readonly string[];
    readonly answers: (request: SentRequest, place: number) => StubAnswer;
    /** Makes the calls, and gives what is shown besides the client: errors, other clients. */
    readonly run: (client: Client) => Promise<readonly unknown[]>;
  };
}

/** Tests one client; `name` is its API's name in `spec/openapi/index.json`. */
export function describeClient<Client>(name: string, scene: ClientScene<Client>): void {
  const { make, key, masked, read, answer, header, scheme, secrets } = scene;
  const api = listedApis().find((listed) => listed.name === name);
  if (!api) throw new Error(`spec/openapi/index.json does not list ${name}. Add it to spec/src/apis.ts.`);
  const { client, env } = api;
  const unauthorized = () => Response.json({}, { status: 401 });

  describe(client, () => {
    afterEach(() => vi.unstubAllEnvs());

    test(`sends the key of ${env}_API_KEY, and that of an option before it`, async () => {
      vi.stubEnv(`${env}_API_KEY`, ` ${key}\n`);
      const { fetch, sent } = stubFetch(() => answer);
      await read(make({ fetch }));
      await read(make({ fetch, apiKey: `${key}x` }));
      expect(sent.map(header)).toEqual([scheme + key, `${scheme}${key}x`]);
    });

    test("asks a function for the key before each request, and once more after a 401", async () => {
      const keys = [`${key}1`, `${key}2`, `${key}3`];
      const { fetch, sent } = stubFetch((_, place) => (place === 1 ? unauthorized() : answer));
      const made = make({ fetch, maxRetries: 0, apiKey: async () => keys.shift() ?? "" });
      await read(made);
      await read(made);
      expect(sent.map(header)).toEqual([`${scheme}${key}1`, `${scheme}${key}2`, `${scheme}${key}3`]);
    });

    test.each([
      ["in quotes", `"${key}"`],
      ["with a blank behind it", `${key} `],
      ["behind the word Bearer", `Bearer ${key}`],
      ["of another API", `other_${key}`],
    ])("refuses a key %s, without showing it", (_, apiKey) => {
      expect(() => make({ apiKey })).toThrow(/^The apiKey (contains|starts with|does not start with) /);
      expect(() => make({ apiKey })).not.toThrow(key);
    });

    test("keeps the path of a base URL", async () => {
      const { fetch, sent } = stubFetch(() => answer);
      await read(make({ fetch, apiKey: key, baseUrl: "https://host.example/prefix/" }));
      expect(sent[0]?.url).toMatch(/^https:\/\/host\.example\/prefix\/\w/);
    });

    test(`refuses http beyond loopback, unless ${env}_ALLOW_INSECURE is set`, () => {
      const insecure = () => make({ apiKey: key, baseUrl: "http://host.example" });
      expect(insecure).toThrow(`set ${env}_ALLOW_INSECURE=1`);
      expect(() => make({ apiKey: key, baseUrl: "http://127.0.0.1:4010" })).not.toThrow();
      vi.stubEnv(`${env}_ALLOW_INSECURE`, "1");
      expect(insecure).not.toThrow();
    });

    test("shows no secret in itself, in an error or in a log", async () => {
      const lines: string[] = [];
      const line = (text: string) => void lines.push(text);
      const logger = { debug: line, info: line, warn: line, error: line };
      const { fetch } = stubFetch(secrets.answers);
      const made = make({ fetch, apiKey: key, maxRetries: 0, logger, logLevel: "debug" });
      const shown = [made, ...(await secrets.run(made))].flatMap((value) => [
        inspect(value, { depth: 10, showHidden: true }),
        JSON.stringify(value),
        `${value}`,
      ]);
      const text = [...shown, ...lines].join("\n");
      for (const secret of [key, ...secrets.texts]) expect(text).not.toContain(secret);
      expect(text).toContain(masked);
    });
  });
}
