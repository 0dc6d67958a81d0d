// Terminus Hub as the tests of rotation see it: a mock, a client with its key store, and a key that some consumer holds.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, TerminusHub } from "@terminus-hub/sdk";
import { idsOf, keyOperations, ownKeyId, staged, wire } from "../stage.js";
import type { System } from "../system.js";

const operations = { ...keyOperations, open: "listWorkspaces" };

export const system: System = {
  api: "terminus-hub",
  keysManageKeys: true,
  consumersDeleteKeys: true,
  operations,
  refusal: "Invalid API key",
  async set(given = {}) {
    const { ownKey, options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ ...setting, preset: "empty", rateLimit: false });
    const { scene, client } = wire(mock, operations, patience, options);
    const hub = new TerminusHub({ apiKey: mock.apiKey, ...client });
    const open = (secret: string) => hub.withOptions({ apiKey: secret }).workspaces.list({ limit: 1 });
    const made = mock.accounts.createKey({ name: "CI pipeline" });
    const old = ownKey
      ? { id: await ownKeyId(mock, open(mock.apiKey)), secret: mock.apiKey }
      : { id: made.id, secret: made.key };
    const existing = () => mock.snapshot().state.accounts.flatMap(({ api_keys }) => idsOf(api_keys));
    return Object.assign(scene, { mock, keys: keyStore(hub), old, open, existing });
  },
};
