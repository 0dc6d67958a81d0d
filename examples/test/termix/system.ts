// Termix as the tests of rotation see it: a mock, a client with its key store, and a key that some consumer holds.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, Termix } from "@terminus-hub/sdk/termix";
import { idsOf, keyOperations, ownKeyId, staged, wire } from "../stage.js";
import type { System } from "../system.js";

const operations = { ...keyOperations, open: "me" };

export const system: System = {
  api: "termix",
  keysManageKeys: true,
  // A key of a user who is no admin may not delete.
  consumersDeleteKeys: false,
  operations,
  refusal: "Invalid API key",
  async set(given = {}) {
    const { ownKey, expiresIn = "90d", options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ api: "termix", ...setting });
    const { scene, client } = wire(mock, operations, patience, options);
    const admin = new Termix({ apiKey: mock.apiKey, ...client });
    const open = (secret: string) => admin.withOptions({ apiKey: secret }).users.me();
    // The consumer is no admin, so its key cannot manage keys.
    const username = ownKey ? "admin" : "deploy";
    const made = mock.users.createKey({ name: "ci-pipeline", username, expiresIn });
    const old = ownKey
      ? { id: await ownKeyId(mock, open(mock.apiKey)), secret: mock.apiKey }
      : { id: made.id, secret: made.token };
    const userId = mock.users.list().find((user) => user.username === username)?.userId;
    const existing = () => idsOf(mock.snapshot().state.api_keys);
    return Object.assign(scene, { mock, keys: keyStore(admin, { userId }), old, open, existing });
  },
};
