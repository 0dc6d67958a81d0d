// No secret comes out of either package anywhere but where it is handed out: a busy day with each API, and then everything that it left behind is searched.
import { inspect } from "node:util";
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, TerminusHub } from "@terminus-hub/sdk";
import { type KeyStore, RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { Mutx, keyStore as mutxKeyStore } from "@terminus-hub/sdk/mutx";
import { Termix, keyStore as termixKeyStore } from "@terminus-hub/sdk/termix";
import { Traylinx, keyStore as traylinxKeyStore } from "@terminus-hub/sdk/traylinx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnyMock, type ClientOptions, NOW } from "./four-apis.js";

// Names and notes are data, which lists and snapshots give back as they are. So a key that somebody named by a secret is
// made, for the journal and the logs, and deleted again; MUTX remembers deleted ones, so there it is not made at all.

/** What a day leaves behind. */
interface Day {
  readonly mock: AnyMock & { listen(): Promise<{ readonly url: string }> };
  /** Everything that must not be seen: keys, tokens, cookies, passwords. */
  readonly secrets: Set<string>;
  readonly clients: object[];
  readonly errors: unknown[];
  readonly rotations: object[];
  /** Lines of the SDK's log, with bodies, and what the mock's log was given. */
  readonly lines: string[];
}

const frozen = { seed: 1, now: NOW } as const;

/** What a day is made of, whatever the API. */
function begin() {
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

type Begun = ReturnType<typeof begin>;

/** Rotations that succeed, and that fail in ways that tempt somebody to quote the secret. */
async function rotations(day: Begun, keys: KeyStore, mock: AnyMock, open: (secret: string) => PromiseLike<unknown>) {
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

const days: Readonly<Record<string, () => Promise<Day>>> = {
  "terminus-hub": async () => {
    const day = begin();
    const mock = await createMock({ ...frozen, rateLimit: false, log: day.log });
    const hub = new TerminusHub({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
    const { id, key } = await hub.apiKeys.create({ name: "CI" });
    const other = hub.withOptions({ apiKey: day.keep(key), headers: { "x-debug": key } });
    await other.workspaces.list();
    await hub.apiKeys.delete((await hub.apiKeys.create({ name: `the key is ${key}` })).id);
    await day.fails(other.apiKeys.delete(key));
    await day.fails(other.records.get(key));
    await other.records.list({ workspace_id: key }).safe();
    const cookie = await mock.sessions.create();
    day.keep(cookie.split("=")[1] ?? "");
    await mock.fetch(`${mock.baseUrl}/api/v1/api_keys`, { headers: { cookie } });
    mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 120 });
    await day.fails(hub.apiKeys.create({ name: "cut" }));
    mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
    await day.fails(hub.apiKeys.create({ name: "garbled" }));
    await hub.apiKeys.delete(id);
    await day.fails(other.workspaces.list());
    await rotations(day, keyStore(hub), mock, (secret) => hub.withOptions({ apiKey: secret }).workspaces.list());
    day.clients.push(hub, other, hub.apiKeys, other.workspaces.list().safe(), keyStore(hub));
    return { ...day, mock };
  },
  termix: async () => {
    const day = begin();
    const mock = await createMock({ api: "termix", ...frozen, log: day.log });
    const termix = new Termix({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
    const { userId } = await termix.users.me();
    const { id, token } = await termix.apiKeys.create({ name: "CI", userId });
    const other = termix.withOptions({ apiKey: day.keep(token), headers: { "x-debug": token } });
    await other.users.list({ search: token });
    await termix.apiKeys.delete((await termix.apiKeys.create({ name: `the key is ${token}`, userId })).id);
    await day.fails(other.apiKeys.delete(token));
    const password = day.keep("a Password of one's own: ünique");
    await termix.users.create({ username: "new", password });
    await day.fails(termix.auth.login({ username: "new", password: day.keep("not the Password of anybody") }));
    const visitor = termix.withOptions({ apiKey: mock.apiKey });
    const headers = { "X-Electron-App": "true" };
    const { token: session } = await visitor.auth.login({ username: "new", password }, { headers });
    day.keep(session ?? "");
    await visitor.users.me();
    day.keep((await mock.sessions.create()).split("=")[1] ?? "");
    mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 230 });
    await day.fails(termix.apiKeys.create({ name: "cut", userId }));
    mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
    await day.fails(termix.apiKeys.create({ name: "garbled", userId }));
    await termix.apiKeys.delete(id);
    await day.fails(other.users.me());
    const keys = termixKeyStore(termix, { userId });
    await rotations(day, keys, mock, (secret) => termix.withOptions({ apiKey: secret }).users.me());
    day.clients.push(termix, other, visitor, visitor.auth, keys);
    return { ...day, mock };
  },
  mutx: async () => {
    const day = begin();
    const mock = await createMock({ api: "mutx", ...frozen, rateLimit: false, log: day.log });
    const mutx = new Mutx({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
    const { id, key } = await mutx.apiKeys.create({ name: "CI" });
    const other = mutx.withOptions({ apiKey: day.keep(key), headers: { "x-debug": key } });
    await other.agents.list();
    mock.faults.add({ operationId: "createApiKey", times: 1, status: 500 });
    await day.fails(mutx.apiKeys.create({ name: `the key is ${key}` }));
    await day.fails(other.apiKeys.delete(key));
    const password = day.keep("A-Password-0f-one's own!");
    const registered = await mutx.auth.register({ email: "new@example.com", name: "New", password });
    for (const secret of [registered.access_token, registered.refresh_token]) day.keep(secret);
    const login = { email: "ada@example.com", password: day.keep("Correct-Horse-7!") };
    const { access_token, refresh_token } = await mutx.auth.login(login);
    day.keep(refresh_token);
    const person = mutx.withOptions({ accessToken: day.keep(access_token) });
    await person.auth.me();
    await day.fails(mutx.auth.login({ ...login, password: day.keep("not the Password of anybody") }));
    await day.fails(mutx.auth.register({ email: "no address", name: "x", password: day.keep("short-and-1ll-formed") }));
    mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 200 });
    await day.fails(mutx.apiKeys.create({ name: "cut" }));
    mock.faults.add({ operationId: "rotateApiKey", times: 1, malformed: true });
    await day.fails(mutx.apiKeys.rotate(id));
    await day.fails(other.agents.list());
    const keys = mutxKeyStore(person);
    await rotations(day, keys, mock, (secret) => mutx.withOptions({ apiKey: secret }).agents.list());
    day.clients.push(mutx, other, person, person.auth, keys);
    return { ...day, mock };
  },
  traylinx: async () => {
    const day = begin();
    const mock = await createMock({ api: "traylinx", ...frozen, log: day.log });
    const { organizationId, projectId } = mock;
    const visitor = new Traylinx({ apiKey: day.keep(mock.apiKey), ...day.clientOf(mock) });
    day.keep(mock.accessToken);
    const login = { username: "ada@example.com", password: day.keep("correct horse battery staple") };
    const { data: session } = await visitor.auth.login(login);
    day.keep(session.attributes.refreshToken ?? "");
    const traylinx = visitor.withOptions({ accessToken: day.keep(session.attributes.accessToken) });
    await day.fails(visitor.auth.login({ ...login, password: day.keep("not the Password of anybody") }));
    const make = (note: string) =>
      traylinx.apiKeys.create(organizationId, projectId, { data: { attributes: { note } } });
    const { data, meta } = await make("CI");
    const other = traylinx.withOptions({ apiKey: day.keep(meta.secretKey), headers: { "x-debug": meta.secretKey } });
    await other.models.list();
    const careless = await make(`the key is ${meta.secretKey}`);
    await traylinx.apiKeys.delete(organizationId, projectId, careless.data.id);
    await day.fails(other.apiKeys.delete(organizationId, projectId, meta.secretKey));
    await day.fails(other.apiKeys.list(meta.secretKey, projectId));
    mock.faults.add({ operationId: "createApiKey", times: 1, truncate: 330 });
    await day.fails(make("cut"));
    mock.faults.add({ operationId: "createApiKey", times: 1, malformed: true });
    await day.fails(make("garbled"));
    await traylinx.apiKeys.delete(organizationId, projectId, data.id);
    await day.fails(other.models.list());
    const keys = traylinxKeyStore(traylinx, { organizationId, projectId });
    await rotations(day, keys, mock, (secret) => traylinx.withOptions({ apiKey: secret }).models.list());
    day.clients.push(visitor, traylinx, other, keys);
    return { ...day, mock };
  },
};

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

describe.each(Object.entries(days))("%s", (_, run) => {
  let day: Day;
  beforeAll(async () => {
    day = await run();
  });
  afterAll(() => day.mock.close());

  /** Fails with the secret's place, and not with the secret. */
  const expectNone = (text: string) => {
    for (const secret of day.secrets) {
      // The last four characters may be shown; the last twelve say that more is.
      for (const part of [secret, secret.slice(-12), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
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
