// Traylinx for the properties of keys: two people, each with an organisation of their own, whose project's keys they manage. Nothing comes in pages.
import { createMock } from "../../src/create-mock.js";
import type { Holder, KeyApi } from "../properties/key-holders.js";

interface KeyBody {
  readonly id: string;
  readonly attributes: { readonly note: string; readonly lastUsedAt: string | null };
}

export const keys: KeyApi = {
  name: "traylinx",
  removedAgain: 404,
  paged: false,
  room: 20,
  time: Date.parse,
  async open() {
    const mock = await createMock({ api: "traylinx", seed: 1, now: "2026-03-01T12:00:00Z" });
    const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();
    const holder = (email: string): Holder => {
      mock.people.create({ email });
      const organization = mock.organizations.create({ name: `Of ${email}`, members: [email] });
      const token = mock.tokens.create({ email, expiresIn: "30d" });
      const keys = `${mock.baseUrl}/ma-metrics-wsp-ms/v1/api/organizations/${organization.id}/projects/${organization.projects[0]?.id}/api_keys`;
      const call = (method: string, url: string, secret: string, body?: unknown): Promise<Response> =>
        mock.fetch(url, {
          method,
          headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      return {
        async create(note) {
          const made = (await json(call("POST", keys, token, { data: { attributes: { note } } }))) as {
            data: KeyBody;
            meta: { secretKey: string };
          };
          return { id: made.data.id, secret: made.meta.secretKey };
        },
        remove: async (id) => (await call("DELETE", `${keys}/${encodeURIComponent(id)}`, token)).status,
        async keys() {
          const { data } = (await json(call("GET", keys, token))) as { data: KeyBody[] };
          return data.map(({ id, attributes: { note, lastUsedAt } }) => ({ id, name: note, lastUsed: lastUsedAt }));
        },
        use: async (secret) => (await call("GET", `${mock.baseUrl}/v1/models`, secret)).status,
        lists: [],
      };
    };
    return { clock: mock.clock, holders: [holder("first@example.com"), holder("second@example.com")] };
  },
};
