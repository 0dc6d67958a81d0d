// Termix for the contract suite: only what its document cannot tell.
import document from "@terminus-hub/spec/openapi/termix.json" with { type: "json" };
import type { Mock } from "../../src/index.js";
import { after, type Contract, sending, sendingBody, sendingTo } from "../contract/scenario.js";

type Name = "termix";

const bearer = (mock: Mock<Name>) => ({ authorization: `Bearer ${mock.apiKey}` });
const asUser = sending<Name>(async ({ mock }) => ({
  headers: { cookie: await mock.sessions.create({ username: "deploy" }) },
}));
const impersonating = sending<Name>((stage, operation) => ({
  headers: { ...stage.authorized(operation), "x-admin-target-user": "somebody" },
}));
const json = { "content-type": "application/json" };

export const contract: Contract<Name> = {
  name: "termix",
  document,
  authorized: (mock, { schemes }) => (schemes.length === 0 ? {} : bearer(mock)),
  unknownIds: { keyId: "V1StGXR8_Z5jdHi6B-myT" },
  byStatus: { 403: impersonating },
  scenarios: {
    createApiKey: {
      201: sendingBody(({ mock }) => ({ name: "CI pipeline", userId: mock.users.list()[0]?.userId })),
      403: asUser,
    },
    listApiKeys: { 403: asUser },
    deleteApiKey: { 200: sendingTo(({ mock }) => ({ keyId: mock.users.createKey({ name: "gone" }).id })), 403: asUser },
    createUser: { 200: sendingBody(() => ({ username: "lin", password: "open sesame" })), 409: sending() },
    login: {
      401: sendingBody(() => ({ username: "admin", password: "wrong" })),
      429: after(({ mock }) => mock.logins.leave(0)),
    },
  },
  unrouted: [
    { status: 401, request: () => ({ method: "GET", path: "/api/users" }) },
    {
      status: 403,
      request: (mock) => ({
        method: "GET",
        path: "/api/users",
        headers: { ...bearer(mock), "x-admin-target-user": "somebody" },
      }),
    },
    { status: 404, request: (mock) => ({ method: "GET", path: "/api/users", headers: bearer(mock) }) },
    { status: 404, request: (mock) => ({ method: "PATCH", path: "/users/api-keys", headers: bearer(mock) }) },
    { status: 500, request: () => ({ method: "POST", path: "/api/users", headers: json, body: "{" }) },
  ],
};
