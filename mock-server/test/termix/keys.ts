// Termix for the properties of keys: an instance has no accounts, so that two instances stand for two, each with an admin's key.
import { createMock } from "../../src/create-mock.js";
import type { Holder, KeyApi, ListedKey } from "../properties/key-holders.js";

const LARGEST = 500;

interface KeyBody {
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: string | null;
}

async function instance(seed: number) {
  const mock = await createMock({ api: "termix", seed, now: "2026-03-01T12:00:00Z" });
  const admin = mock.users.list().find(({ isAdmin }) => isAdmin)?.userId;
  const call = (method: string, path: string, key: string, body?: unknown): Promise<Response> =>
    mock.fetch(`${mock.baseUrl}/users/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();
  const holder: Holder = {
    async create(name) {
      const made = (await json(call("POST", "api-keys", mock.apiKey, { name, userId: admin }))) as KeyBody & {
        token: string;
      };
      return { id: made.id, secret: made.token };
    },
    remove: async (id) => (await call("DELETE", `api-keys/${encodeURIComponent(id)}`, mock.apiKey)).status,
    async keys() {
      const { apiKeys } = (await json(call("GET", "api-keys", mock.apiKey))) as { apiKeys: KeyBody[] };
      return apiKeys.map(({ id, name, lastUsedAt }): ListedKey => ({ id, name, lastUsed: lastUsedAt }));
    },
    use: async (key) => (await call("GET", "me", key)).status,
    lists: [
      {
        name: "users",
        largest: LARGEST,
        async read(offset, size) {
          const path = `list?limit=${size}&offset=${offset}`;
          const { users, total } = (await json(call("GET", path, mock.apiKey))) as {
            users: { userId: string }[];
            total: number;
          };
          return { ids: users.map(({ userId }) => userId), total, more: undefined };
        },
      },
    ],
  };
  return { clock: mock.clock, holder };
}

export const keys: KeyApi = {
  name: "termix",
  removedAgain: 404,
  paged: true,
  room: 20,
  time: Date.parse,
  async open() {
    const [first, second] = await Promise.all([instance(1), instance(2)]);
    const advance = (by: number) => {
      first.clock.advance(by);
      second.clock.advance(by);
    };
    return { clock: { now: first.clock.now, advance }, holders: [first.holder, second.holder] };
  },
};
