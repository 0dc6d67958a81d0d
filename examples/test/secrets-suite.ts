// No secret comes out of either package anywhere but where it is handed out: a busy day with an API, and then everything that it left behind is searched.
import { inspect } from "node:util";
import { type KeyStore, RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnyMock, type ClientOptions, NOW } from "./system.js";

// Names and notes are data, which lists and snapshots give back as they are. So a key that somebody named by a secret is
// made, for the journal and the logs, and deleted again; MUTX remembers deleted ones, so there it is not made at all.

type DayMock = AnyMock & { listen(): Promise<{ readonly url: string }> };

/** What a day leaves behind. */
interface Day {
  readonly mock: DayMock;
  /** Everything that must not be seen: keys, tokens, cookies, passwords. */
  readonly secrets: Set<string>;
  readonly clients: object[];
  readonly errors: unknown[];
  readonly rotations: object[];
  /** Lines of the SDK's log, with bodies, and what the mock's log was given. */
  readonly lines: string[];
}

/** What the mock of a day is made with. */
export const frozen = { seed: 1, now: NOW } as const;

/** What a day is made of, whatever the API. */
function newDay() {
  const [secrets, clients, errors, rotations, lines] = [new Set<string>(), [], [], [], []] as [
    Set<string>,
    object[],
    unknown[],
    object[],
    string[],
  ];
  const line = (...parts: unknown[]) => lines.push(parts.map((part) => inspect(part, { depth: null })).join(" "));
  const logger = { error: line, warn: line, info: line, debug: line };
  return {
    secrets,
    clients,
    errors,
    rotations,
    lines,
    log: line,
    clientOf: (mock: AnyMock): ClientOptions => ({
      baseUrl: mock.baseUrl,
      fetch: mock.fetch,
      clock: mock.clock,
      logger,
      logLevel: "debug",
    }),
    keep: <S extends string>(secret: S): S => {
      secrets.add(secret);
      return secret;
    },
    /** A call that must fail. */
    fails: async (call: PromiseLike<unknown>) => {
      await Promise.resolve(call).then(
        () => expect.unreachable("the call went through"),
        (error: unknown) => errors.push(error),
      );
    },
  };
}

type NewDay = ReturnType<typeof newDay>;

/** Rotations that succeed, and that fail in ways that tempt somebody to quote the secret. */
export async function rotations(
  day: NewDay,
  keys: KeyStore,
  mock: AnyMock,
  open: (secret: string) => PromiseLike<unknown>,
) {
  const like = (await keys.list())[0];
  if (!like) throw new Error("There is no key to make others like.");
  const make = async () => {
    const made = await keys.create({ like, now: new Date(mock.clock.now()) });
    day.keep(made.secret);
    return made.key.id;
  };
  const quoting = (secret: string): never => {
    throw Object.assign(new Error(`no room for ${day.keep(secret)}`), { secret, request: { headers: [secret] } });
  };
  const base = { now: mock.clock.now(), allowExpiryChange: true } as const;
  day.rotations.push(
    await rotateKey(keys, { ...base, id: await make(), switchOver: (secret) => void day.keep(secret), verify: open }),
  );
  for (const failing of [
    { switchOver: quoting, verify: open },
    { switchOver: () => {}, verify: quoting },
    { switchOver: quoting, verify: open, switchBack: () => quoting([...day.secrets].at(-1) ?? "") },
    { switchOver: () => {}, verify: (secret: string) => ({ ok: false, error: new Error(secret) }) },
  ]) {
    const error = await rotateKey(keys, { ...base, id: await make(), ...failing }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RotationError);
    day.errors.push(error);
  }
  for (const lost of [{ truncate: true }, { malformed: true }, { afterCommit: true }] as const) {
    const id = await make();
    const fault = mock.faults.add({ operationId: "createApiKey", ...lost });
    const rotating = rotateKey(keys, { ...base, id, switchOver: () => {}, verify: open });
    day.errors.push(await rotating.catch((thrown: unknown) => thrown));
    mock.faults.clear();
    expect(fault).toBeTruthy();
  }
}

/** However somebody may print a thing. */
function printed(value: unknown): string {
  const ways = [inspect(value), inspect(value, { depth: null, showHidden: true, getters: true }), String(value)];
  try {
    ways.push(JSON.stringify(value) ?? "");
  } catch {
    // What goes round in circles is not printed in this way.
  }
  if (value instanceof Error) ways.push(value.message, value.stack ?? "", JSON.stringify({ ...value }));
  return ways.join("\n");
}

/** Tests what a day with one API left behind. `spend` makes it busy and gives its mock. */
export function secretsSuite(api: string, spend: (day: NewDay) => Promise<DayMock>): void {
  describe(api, () => {
    let day: Day;
    beforeAll(async () => {
      const begun = newDay();
      day = { ...begun, mock: await spend(begun) };
    });
    afterAll(() => day.mock.close());

    /** Fails with the secret's place, and not with the secret. */
    const expectNone = (text: string) => {
      for (const secret of day.secrets) {
        // The last four characters may be shown; the last twelve say that more is.
        for (const part of [
          secret,
          secret.slice(-12),
          encodeURIComponent(secret),
          JSON.stringify(secret).slice(1, -1),
        ]) {
          const at = text.indexOf(part);
          const context = at < 0 ? "" : text.slice(Math.max(0, at - 200), at).concat("<HERE>");
          expect(context, `secret ${[...day.secrets].indexOf(secret)}`).toBe("");
        }
      }
    };

    test("the day had secrets to keep, and calls, errors and lines to keep them out of", () => {
      expect(day.secrets.size).toBeGreaterThan(8);
      expect([...day.secrets].every(({ length }) => length >= 16)).toBe(true);
      expect(day.mock.calls().length).toBeGreaterThan(40);
      expect(day.errors.length).toBeGreaterThan(9);
      expect(day.lines.length).toBeGreaterThan(80);
    });

    test("none is in the journal", () => {
      expectNone(JSON.stringify(day.mock.calls()));
    });

    test("none is in the exports, HAR and JSON Lines", () => {
      expectNone(JSON.stringify(day.mock.har()));
      expectNone(day.mock.jsonLines());
    });

    test("none is in a line of either log", () => {
      expectNone(day.lines.join("\n"));
    });

    test("none is in a snapshot", () => {
      expectNone(JSON.stringify(day.mock.snapshot()));
    });

    test("none is in what the control plane answers", async () => {
      const { url } = await day.mock.listen();
      for (const path of ["health", "state", "calls", "coverage", "snapshot", "har", "faults", "openapi.json"]) {
        const response = await fetch(`${url}/__mock/${path}`);
        const text = await response.text();
        if (path === "calls") expect(text).toContain("createApiKey");
        expectNone(text);
      }
    });

    test("none is shown by a client, a resource or a key store, however it is printed", () => {
      for (const client of day.clients) expectNone(printed(client));
    });

    test("none is in an error, a RotationError included, however it is printed", () => {
      for (const error of day.errors) expectNone(printed(error));
    });

    test("none is in what a rotation returns", () => {
      expect(day.rotations).toHaveLength(1);
      for (const rotation of day.rotations) expectNone(printed(rotation));
    });
  });
}
