// MUTX for the properties of keys: two accounts whose plan sets no limit, and two lists in pages.
import { createMock } from "../../src/create-mock.js";
import type { Holder, KeyApi, PagedList } from "../properties/key-holders.js";

const LARGEST = 100;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly last_used: string | null;
}

interface ListBody {
  readonly items: readonly Item[];
  readonly total: number;
  readonly has_more: boolean;
}

export const keys: KeyApi = {
  name: "mutx",
  removedAgain: 204,
  paged: true,
  room: 20,
  // Without an offset, which means UTC.
  time: (text) => Date.parse(`${text}Z`),
  async open() {
    const mock = await createMock({ api: "mutx", seed: 1, now: "2026-03-01T12:00:00Z", rateLimit: false });
    const holder = (secret: string): Holder => {
      const call = (method: string, path: string, key: string, body?: unknown): Promise<Response> =>
        mock.fetch(`${mock.baseUrl}/v1/${path}`, {
          method,
          headers: { "x-api-key": key, "content-type": "application/json" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      const list = async (path: string): Promise<ListBody> =>
        (await (await call("GET", path, secret)).json()) as ListBody;
      const paged = (name: string): PagedList => ({
        name,
        largest: LARGEST,
        async read(offset, size) {
          const { items, total, has_more } = await list(`${name}?skip=${offset}&limit=${size}`);
          return { ids: items.map(({ id }) => id), total, more: has_more };
        },
      });
      return {
        async create(name) {
          const answer = await call("POST", "api-keys", secret, { name });
          const { id, key } = (await answer.json()) as { id: string; key: string };
          return { id, secret: key };
        },
        remove: async (id) => (await call("DELETE", `api-keys/${encodeURIComponent(id)}`, secret)).status,
        async keys() {
          const { items } = await list(`api-keys?limit=${LARGEST}`);
          return items.map(({ id, name, last_used }) => ({ id, name, lastUsed: last_used }));
        },
        use: async (key) => (await call("GET", "agents", key)).status,
        lists: ["api-keys", "agents"].map(paged),
      };
    };
    const [first, second] = mock.accounts.list().map(({ id }) => {
      mock.accounts.setPlan("ENTERPRISE", id);
      return holder(mock.accounts.createKey({ name: "Manager", account: id }).key);
    });
    if (first === undefined || second === undefined) throw new Error("The default preset has fewer than two accounts.");
    return { clock: mock.clock, holders: [first, second] };
  },
};
