// Terminus Hub for the properties of keys: two accounts, each with a key that manages the others, and five lists in pages.
import { createMock } from "../../src/create-mock.js";
import type { Holder, KeyApi, PagedList } from "../properties/key-holders.js";

interface Item {
  readonly id: string;
  readonly name: string;
  readonly last_used_at: string | null;
}

interface ListBody {
  readonly items: readonly Item[];
  readonly has_more: boolean;
  readonly total_count: number;
}

const LARGEST = 10_000;
const LISTS = ["api_keys", "workspaces", "governance_models", "submissions", "records"];

export const keys: KeyApi = {
  name: "terminus-hub",
  removedAgain: 404,
  paged: true,
  room: 30,
  time: Date.parse,
  async open() {
    const mock = await createMock({ api: "terminus-hub", seed: 1, now: "2026-03-01T12:00:00Z", rateLimit: false });
    const second = mock.accounts.list()[1]?.id ?? "";
    const holder = (secret: string): Holder => {
      const call = (method: string, path: string, key: string, body?: unknown): Promise<Response> =>
        mock.fetch(`${mock.baseUrl}/api/v1/${path}`, {
          method,
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const list = async (path: string): Promise<ListBody> =>
        (await (await call("GET", path, secret)).json()) as ListBody;
      const paged = (name: string): PagedList => ({
        name,
        largest: LARGEST,
        async read(offset, size) {
          const { items, total_count, has_more } = await list(`${name}?page=${offset / size + 1}&limit=${size}`);
          return { ids: items.map(({ id }) => id), total: total_count, more: has_more };
        },
      });
      return {
        async create(name) {
          const { id, key } = (await (await call("POST", "api_keys", secret, { name })).json()) as {
            id: string;
            key: string;
          };
          return { id, secret: key };
        },
        remove: async (id) => (await call("DELETE", `api_keys/${encodeURIComponent(id)}`, secret)).status,
        async keys() {
          const { items } = await list(`api_keys?limit=${LARGEST}`);
          return items.map(({ id, name, last_used_at }) => ({ id, name, lastUsed: last_used_at }));
        },
        use: async (key) => (await call("GET", "workspaces", key)).status,
        lists: LISTS.map(paged),
      };
    };
    const holders = [
      holder(mock.apiKey),
      holder(mock.accounts.createKey({ account: second, name: "Manager" }).key),
    ] as const;
    return { clock: mock.clock, holders };
  },
};
