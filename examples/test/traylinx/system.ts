// Traylinx as the tests of rotation see it: a mock, a client with its key store, and a key that some consumer holds.
import { createMock } from "@terminus-hub/mock-server";
import { keyStore, Traylinx } from "@terminus-hub/sdk/traylinx";
import { idsOf, keyOperations, staged, wire } from "../stage.js";
import type { System } from "../system.js";

const operations = { ...keyOperations, open: "listModels" };

export const system: System = {
  api: "traylinx",
  keysManageKeys: false,
  consumersDeleteKeys: true,
  operations,
  refusal: "Invalid API key",
  async set(given = {}) {
    const { expiresIn = "90d", options } = given;
    const { patience, setting } = staged(given);
    const mock = await createMock({ api: "traylinx", ...setting });
    const { scene, client } = wire(mock, operations, patience, options);
    const { organizationId, projectId } = mock;
    const person = new Traylinx({ accessToken: mock.accessToken, ...client });
    const open = (secret: string) => person.withOptions({ apiKey: secret }).models.list();
    const { id, secretKey } = mock.projects.createKey({ note: "CI pipeline", expiresIn });
    const existing = () =>
      mock
        .snapshot()
        .state.organizations.flatMap(({ projects }) => projects.flatMap(({ api_keys }) => idsOf(api_keys)));
    const keys = keyStore(person, { organizationId, projectId });
    return Object.assign(scene, { mock, keys, old: { id, secret: secretKey }, open, existing });
  },
};
