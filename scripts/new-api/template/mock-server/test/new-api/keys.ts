// New Api for the properties of keys: a mock has one account, so that two mocks stand for two.
import { createMock } from "../../src/create-mock.js";
import type { Holder, KeyApi, ListedKey } from "../properties/key-holders.js";

interface KeyBody {
  readonly id: string;
  readonly name: string;
  readonly last_used_at: string | null;
}

async function account(seed: number) {
  const mock = await createMock({ api: "new-api", seed, now: "2026-03-01T12:00:00Z" });
  const call = (method: string, key: string, id = "", body?: unknown): Promise<Response> =>
    mock.fetch(`${mock.baseUrl}/v1/api_keys${id && `/${encodeURIComponent(id)}`}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const holder: Holder = {
    async create(name) {
      const { id, key } = (await (await call("POST", mock.apiKey, "", { name })).json()) as { id: string; key: string };
      return { id, secret: key };
    },
    remove: async (id) => (await call("DELETE", mock.apiKey, id)).status,
    async keys() {
      const { items } = (await (await call("GET", mock.apiKey)).json()) as { items: KeyBody[] };
      return items.map(({ id, name, last_used_at }): ListedKey => ({ id, name, lastUsed: last_used_at }));
    },
    use: async (key) => (await call("GET", key)).status,
    lists: [],
  };
  return { clock: mock.clock, holder };
}

export const keys: KeyApi = {
  name: "new-api",
  removedAgain: 404,
  paged: false,
  room: 20,
  time: Date.parse,
  async open() {
    const [first, second] = await Promise.all([account(1), account(2)]);
    const advance = (by: number) => {
      first.clock.advance(by);
      second.clock.advance(by);
    };
    return { clock: { now: first.clock.now, advance }, holders: [first.holder, second.holder] };
  },
};
