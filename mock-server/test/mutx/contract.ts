// MUTX for the contract suite: only what its document cannot tell.
import document from "@terminus-hub/spec/openapi/mutx.json" with { type: "json" };
import type { Mock } from "../../src/index.js";
import { after, type Contract, type Provocation, sending, sendingBody, sendingTo } from "../contract/scenario.js";

type Name = "mutx";

const byKey = (mock: Mock<Name>) => ({ "x-api-key": mock.apiKey });
const one: Provocation<Name> = sendingTo(({ mock }) => ({ key_id: mock.accounts.createKey({ name: "one" }).id }));
const noUuid: Provocation<Name> = sendingTo(() => ({ key_id: "no-uuid" }));
const wrongPassword: Provocation<Name> = sendingBody(() => ({ email: "ada@example.com", password: "wrong" }));

export const contract: Contract<Name> = {
  name: "mutx",
  document,
  authorized: byKey,
  unknownIds: { key_id: "5f0a3c1e-0000-4000-8000-000000000000" },
  scenarios: {
    getApiKey: { 200: one, 422: noUuid },
    createApiKey: { 409: after(({ mock }) => mock.accounts.setPlan("FREE")) },
    rotateApiKey: {
      200: one,
      409: sendingTo(async ({ mock, send }) => {
        const { id } = mock.accounts.createKey({ name: "revoked" });
        await send({ method: "DELETE", path: `/api-keys/${id}`, headers: byKey(mock) });
        return { key_id: id };
      }),
      422: noUuid,
    },
    deleteApiKey: { 204: one, 422: noUuid },
    register: {
      201: sendingBody(() => ({ email: "lin@example.net", name: "Lin", password: "Correct-Horse-7!" })),
      400: sending(),
    },
    login: { 401: wrongPassword },
  },
  unrouted: [
    { status: 404, request: () => ({ method: "GET", path: "/nothing" }) },
    { status: 405, request: () => ({ method: "PATCH", path: "/api-keys" }) },
    {
      status: 429,
      arrange: (mock) => mock.rateLimits.set({ limit: 0, window: "60s" }),
      request: (mock) => ({ method: "GET", path: "/nothing", headers: byKey(mock) }),
    },
  ],
};
