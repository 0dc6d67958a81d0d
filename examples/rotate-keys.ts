// Replaces a key of each of four APIs without an outage, against a mock of each in this process.
// `npm run rotate -w examples` runs it.
//
// For the real APIs, leave out the mock and everything that is taken from it. `new TerminusHub()` reads the environment,
// and the time is the platform's.
import { createMock } from "@terminus-hub/mock-server";
import { AuthenticationError, keyStore, TerminusHub } from "@terminus-hub/sdk";
import { type KeyStore, type Rotation, RotationError, rotateKey } from "@terminus-hub/sdk/lifecycle";
import { Mutx, keyStore as mutxKeyStore } from "@terminus-hub/sdk/mutx";
import { Termix, keyStore as termixKeyStore } from "@terminus-hub/sdk/termix";
import { Traylinx, keyStore as traylinxKeyStore } from "@terminus-hub/sdk/traylinx";

const frozen = { seed: 1, now: "2026-01-01T09:00:00Z" } as const;

/** Stands for the vault, the CI variables or the deployment that give the consumers their secret. It shows none. */
class Vault {
  #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  get = () => this.#secret;
  put = (secret: string) => {
    this.#secret = secret;
  };
}

async function rotateTerminusHub(): Promise<string> {
  await using mock = await createMock(frozen);
  const hub = new TerminusHub({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const keys = keyStore(hub);
  const { id, key } = mock.accounts.createKey({ name: "CI pipeline" });

  const vault = new Vault(key);
  const open = (secret: string) => hub.withOptions({ apiKey: secret }).workspaces.list({ limit: 1 });
  const rotation = await rotateKey(keys, { id, now: mock.clock.now(), switchOver: vault.put, verify: open });

  return paragraph("Terminus Hub", [
    `${rotation}`,
    await proof(() => open(vault.get())),
    await refusal(() => open(key)),
    limits(keys),
  ]);
}

async function rotateTermix(): Promise<string> {
  await using mock = await createMock({ api: "termix", ...frozen });
  const termix = new Termix({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });

  // The client is an admin's. The key belongs to a user who is not an admin, so the client deletes the old one.
  const [user] = await termix.users.list({ search: "deploy" }).toArray({ max: 1 });
  const keys = termixKeyStore(termix, { userId: user?.userId });
  const { id, token } = mock.users.createKey({ name: "ci-pipeline", username: "deploy", expiresIn: "90d" });

  const vault = new Vault(token);
  const open = (secret: string) => termix.withOptions({ apiKey: secret }).users.me();
  const rotation = await rotateKey(keys, { id, now: mock.clock.now(), switchOver: vault.put, verify: open });

  return paragraph("Termix", [
    `${rotation}`,
    expiry(rotation),
    await proof(() => open(vault.get())),
    await refusal(() => open(token)),
    limits(keys),
  ]);
}

async function rotateMutx(): Promise<string> {
  await using mock = await createMock({ api: "mutx", ...frozen });
  const mutx = new Mutx({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const keys = mutxKeyStore(mutx);
  const { id, key } = mock.accounts.createKey({ name: "CI pipeline", expiresIn: "60h" });

  const vault = new Vault(key);
  const open = (secret: string) => mutx.withOptions({ apiKey: secret }).agents.list({ limit: 1 });
  const options = { id, now: mock.clock.now(), switchOver: vault.put, verify: open };

  // MUTX counts whole days, so a new key cannot expire exactly when this one does. That is refused before anything is made.
  const refused = await rotateKey(keys, options).catch((error: unknown) => {
    if (error instanceof RotationError) return error.message;
    throw error;
  });
  const rotation = await rotateKey(keys, { ...options, allowExpiryChange: true });

  return paragraph("MUTX", [
    `First refused: ${refused}`,
    `With allowExpiryChange: ${rotation}`,
    await proof(() => open(vault.get())),
    await refusal(() => open(key)),
    limits(keys),
  ]);
}

async function rotateMutxInPlace(): Promise<string> {
  // A plan with no room for a second key.
  await using mock = await createMock({ api: "mutx", preset: "full-quota", ...frozen });
  const mutx = new Mutx({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, fetch: mock.fetch, clock: mock.clock });
  const keys = mutxKeyStore(mutx.withOptions({ accessToken: mock.tokens.create() }));
  const old = (await keys.list()).find(({ name }) => name === "Mock key");
  if (!old) throw new Error("The key to rotate is not in the list.");

  const vault = new Vault(mock.apiKey);
  const open = (secret: string) => mutx.withOptions({ apiKey: secret }).agents.list({ limit: 1 });
  const options = { id: old.id, now: mock.clock.now(), switchOver: vault.put, verify: open };
  const refused = await rotateKey(keys, options).catch((error: unknown) => {
    if (error instanceof RotationError) return error.message;
    throw error;
  });

  // The old secret dies with this call, before the vault has the new one. For a moment, every consumer is refused.
  const rotation = await rotateKey(keys, { ...options, inPlace: true });

  return paragraph("MUTX, in place", [
    `First refused: ${refused}`,
    `With inPlace: ${rotation}`,
    await proof(() => open(vault.get())),
    await refusal(() => open(mock.apiKey)),
  ]);
}

async function rotateTraylinx(): Promise<string> {
  await using mock = await createMock({ api: "traylinx", ...frozen });
  // A project's key opens models and nothing else, so a person's token manages the keys.
  const traylinx = new Traylinx({
    accessToken: mock.accessToken,
    baseUrl: mock.baseUrl,
    fetch: mock.fetch,
    clock: mock.clock,
  });
  const { organizationId, projectId } = mock;
  const keys = traylinxKeyStore(traylinx, { organizationId, projectId });
  const { id, secretKey } = mock.projects.createKey({ note: "CI pipeline", expiresIn: "90d" });

  const vault = new Vault(secretKey);
  const open = (secret: string) => traylinx.withOptions({ apiKey: secret }).models.list();
  const rotation = await rotateKey(keys, { id, now: mock.clock.now(), switchOver: vault.put, verify: open });

  return paragraph("Traylinx", [
    `${rotation}`,
    expiry(rotation),
    await proof(() => open(vault.get())),
    await refusal(() => open(secretKey)),
    limits(keys),
  ]);
}

const expiry = ({ newKey: { expiresAt } }: Rotation) =>
  `As the old one would have, it expires at ${expiresAt?.toISOString()}.`;

async function proof(call: () => PromiseLike<unknown>): Promise<string> {
  await call();
  return "The secret in the vault opens the API.";
}

async function refusal(call: () => PromiseLike<unknown>): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof AuthenticationError) return `The old secret is refused: "${error.message}".`;
    throw error;
  }
  throw new Error("The old secret still opens the API.");
}

const limits = ({ capabilities }: KeyStore) => `What it cannot tell: ${capabilities.cannotTell.join(" ")}`;

const paragraph = (api: string, sentences: readonly string[]) => `${api}: ${sentences.join(" ")}\n`;

for (const rotate of [rotateTerminusHub, rotateTermix, rotateMutx, rotateMutxInPlace, rotateTraylinx]) {
  console.log(await rotate());
}
