// MUTX as the tests of rotation see it: a mock, a client with its key store, and a key that some consumer holds.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, Mutx } from "@terminus-hub/sdk/mutx";
import { idsOf, keyOperations, ownKeyId, staged, wire } from "../stage.js";
import type { System } from "../system.js";

const operations = { ...keyOperations, open: "listAgents", quota: "me" };

export const system: System = {
  api: "mutx",
  keysManageKeys: true,
  consumersDeleteKeys: true,
  operations,
  refusal: "Missing authorization header",
  async set(given = {}) {
    const { ownKey, expiresIn, options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ api: "mutx", ...setting, rateLimit: false });
    const { scene, client } = wire(mock, operations, patience, options);
    const account = new Mutx({ apiKey: mock.apiKey, ...client });
    const open = (secret: string) => account.withOptions({ apiKey: secret }).agents.list({ limit: 1 });
    const made = mock.accounts.createKey({ name: "CI pipeline", ...(expiresIn && { expiresIn }) });
    const old = ownKey
      ? { id: await ownKeyId(mock, open(mock.apiKey)), secret: mock.apiKey }
      : { id: made.id, secret: made.key };
    const existing = () =>
      mock.snapshot().state.accounts.flatMap(({ api_keys = [] }) => idsOf(api_keys.filter((key) => key.is_active)));
    return Object.assign(scene, { mock, keys: keyStore(account), old, open, existing });
  },
};
